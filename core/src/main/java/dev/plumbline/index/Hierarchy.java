package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which types a type is one of. Each type's ancestors are collected once. */
final class Hierarchy {

    /**
     * @param types the type itself first, {@code Object} last
     * @param complete whether the header of each was found
     */
    private record Ancestry(Set<ClassName> types, boolean complete) {
    }

    private final Function<ClassName, Optional<ClassHeader>> headers;
    private final Map<ClassName, Ancestry> known = new ConcurrentHashMap<>();
    private final Set<ClassName> missing = ConcurrentHashMap.newKeySet();

    Hierarchy(Function<ClassName, Optional<ClassHeader>> headers) {
        this.headers = headers;
    }

    boolean isSubtype(ClassName type, ClassName of) {
        return type.equals(of) || of.equals(ClassName.OBJECT) || ancestry(type).types().contains(of);
    }

    boolean isComplete(ClassName type) {
        return ancestry(type).complete();
    }

    List<ClassName> ancestors(ClassName type) {
        return List.copyOf(ancestry(type).types());
    }

    /** A type that a header names could not be found. */
    void miss(ClassName type) {
        missing.add(type);
    }

    Set<ClassName> missing() {
        return new TreeSet<>(missing);
    }

    private Ancestry ancestry(ClassName type) {
        Ancestry found = known.get(type);
        return found != null ? found : known.computeIfAbsent(type, this::collect);
    }

    private Ancestry collect(ClassName type) {
        Set<ClassName> types = new LinkedHashSet<>();
        boolean complete = true;
        Queue<ClassName> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            ClassName next = open.remove();
            if (!types.add(next)) {
                continue;
            }
            Optional<ClassHeader> header = headers.apply(next);
            header.ifPresent(found -> parents(found).forEach(open::add));
            if (header.isEmpty()) {
                complete = false;
                if (!next.equals(type)) {
                    missing.add(next);
                }
            }
        }
        if (types.remove(ClassName.OBJECT)) {
            types.add(ClassName.OBJECT);
        }
        return new Ancestry(types, complete);
    }

    private static Stream<ClassName> parents(ClassHeader header) {
        return Stream.concat(header.superclass().stream(), header.interfaces().stream());
    }
}
