package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which methods use a field of a class of another file, by the class that declares it. */
final class FieldUsers {

    /** A field that is used, and by whom. */
    private record Use(FieldRef field, MethodRef user) {
    }

    private final Map<FieldRef, Set<MethodRef>> users = new HashMap<>();

    private FieldUsers() {
    }

    static FieldUsers of(ClassIndex index, List<ClassHeader> headers, ClassReading classes, Workers workers,
            Predicate<ClassName> isOwn) {
        FieldUsers found = new FieldUsers();
        List<List<Use>> uses = workers.map(headers, header -> classes.read(header.name())
            .map(type -> uses(type, index, isOwn))
            .orElse(List.of()));
        uses.forEach(some -> some.forEach(use -> found.users
            .computeIfAbsent(use.field(), field -> new TreeSet<>())
            .add(use.user())));
        return found;
    }

    Set<MethodRef> of(FieldRef declared) {
        return users.getOrDefault(declared, Set.of());
    }

    private static List<Use> uses(ClassFile type, ClassIndex index, Predicate<ClassName> isOwn) {
        ClassName file = type.name().outermost();
        return type.methods().stream()
            .flatMap(method -> method.fields().stream()
                .map(FieldAccess::field)
                .filter(field -> isOwn.test(field.owner()))
                .flatMap(field -> index.resolve(field).stream())
                .filter(field -> !field.owner().outermost().equals(file) && !isConstant(field, index))
                .map(field -> new Use(field, method.ref())))
            .distinct()
            .toList();
    }

    /** Constants have no uses: their values are copied. */
    private static boolean isConstant(FieldRef field, ClassIndex index) {
        return index.declaration(field).filter(found -> found.isStatic() && found.isFinal()).isPresent();
    }
}
