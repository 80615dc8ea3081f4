package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .flatMap(field -> declared(field, index).stream())
                .filter(field -> !field.owner().outermost().equals(file))
                .map(field -> use(field, method)))
            .distinct()
            .toList();
    }

    private static Use use(FieldRef field, MethodCode method) {
        return new Use(field, method.ref());
    }

    /** The class that declares it: an instruction may name a subclass. Constants have no uses. */
    private static Optional<FieldRef> declared(FieldRef named, ClassIndex index) {
        for (ClassName type : index.ancestors(named.owner())) {
            Optional<FieldHeader> field = index.find(type).flatMap(header -> header.field(named.name()));
            if (field.isPresent()) {
                return field.filter(found -> !found.isStatic() || !found.isFinal())
                    .map(found -> new FieldRef(type, named.name(), named.type()));
            }
        }
        return Optional.empty();
    }
}
