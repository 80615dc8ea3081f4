package dev.plumbline.sharing;

import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All uses of the fields of a class, found when first asked for: in its own file and, for fields that are not private,
 * in the whole program.
 */
final class Touches {

    private final Program program;
    private final Map<ClassName, List<ClassHeader>> files = new HashMap<>();
    private final Map<ClassName, SortedMap<String, List<Touch>>> found = new ConcurrentHashMap<>();

    Touches(Program program) {
        this.program = program;
        program.classes().forEach(header -> files
            .computeIfAbsent(header.name().outermost(), name -> new ArrayList<>())
            .add(header));
    }

    /** By the name of the field; fields without uses and constants are left out. */
    SortedMap<String, List<Touch>> of(ClassHeader type) {
        SortedMap<String, List<Touch>> known = found.get(type.name());
        if (known == null) {
            known = find(type);
            found.put(type.name(), known);
        }
        return known;
    }

    private SortedMap<String, List<Touch>> find(ClassHeader type) {
        SortedMap<String, List<Touch>> touches = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        Set<MethodRef> users = new TreeSet<>();
        for (FieldHeader field : type.fields()) {
            if (!(field.isStatic() && field.isFinal() && field.type().length() == 1) && !field.name().contains("$")) {
                names.add(field.name());
                users.addAll(program.usersElsewhere(new FieldRef(type.name(), field.name(), field.type())));
            }
        }
        if (names.isEmpty()) {
            return touches;
        }
        Stream.concat(inOwnFile(type), elsewhere(users))
            .filter(method -> !method.header().isSynthetic() || method.ref().name().startsWith("lambda$"))
            .flatMap(method -> new TouchFinder(type, method, program::owns).find(access -> isOf(access, names, type))
                .stream())
            .sorted()
            .forEach(touch -> touches.computeIfAbsent(touch.field(), name -> new ArrayList<>()).add(touch));
        return Collections.unmodifiableSortedMap(touches);
    }

    private Stream<MethodCode> inOwnFile(ClassHeader type) {
        return files.getOrDefault(type.name().outermost(), List.of()).stream()
            .flatMap(header -> program.code(header.name()).stream())
            .flatMap(file -> file.methods().stream());
    }

    private Stream<MethodCode> elsewhere(Set<MethodRef> users) {
        return users.stream().map(MethodRef::owner).distinct()
            .flatMap(owner -> program.code(owner).stream())
            .flatMap(file -> file.methods().stream())
            .filter(method -> users.contains(method.ref()));
    }

    private boolean isOf(FieldAccess access, Set<String> names, ClassHeader type) {
        return names.contains(access.field().name())
            && program.index().resolve(access.field()).filter(field -> field.owner().equals(type.name())).isPresent();
    }
}
