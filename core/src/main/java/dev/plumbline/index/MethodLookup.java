package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Method resolution of JVMS 5.4.3.3 and 5.4.3.4, in their order: the class and its superclasses, then the
 * maximally specific methods of the interfaces, then any of them. For an interface {@code Object} stands in
 * for the superclasses. Where a superclass is missing the interfaces still answer: what it may declare has to
 * keep their contract.
 */
final class MethodLookup {

    private record Candidate(ClassHeader owner, MethodHeader method) {
    }

    private final Function<ClassName, Optional<ClassHeader>> headers;
    private final Hierarchy hierarchy;
    private final Map<MethodRef, Optional<MethodRef>> known = new ConcurrentHashMap<>();

    MethodLookup(Function<ClassName, Optional<ClassHeader>> headers, Hierarchy hierarchy) {
        this.headers = headers;
        this.hierarchy = hierarchy;
    }

    Optional<MethodRef> resolve(MethodRef called) {
        Optional<MethodRef> found = known.get(called);
        return found != null ? found : known.computeIfAbsent(called, this::lookUp);
    }

    private Optional<MethodRef> lookUp(MethodRef called) {
        // An array has the methods of Object; clone is the one that is called.
        ClassName owner = called.owner().internal().startsWith("[") ? ClassName.OBJECT : called.owner();
        return headers.apply(owner)
            .flatMap(header -> inClasses(header, called).or(() -> inInterfaces(header, called)))
            .map(candidate -> called.in(candidate.owner().name()));
    }

    private Optional<Candidate> inClasses(ClassHeader header, MethodRef called) {
        for (ClassName type : hierarchy.ancestors(header.name())) {
            Optional<Candidate> found = declared(type, called)
                .filter(candidate -> candidate.owner() == header || !candidate.owner().isInterface())
                .filter(candidate -> !header.isInterface() || isOfAllObjects(candidate));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An interface's own methods, and the public ones of {@code Object}. */
    private static boolean isOfAllObjects(Candidate candidate) {
        MethodHeader method = candidate.method();
        return candidate.owner().isInterface() || method.isPublic() && !method.isStatic();
    }

    private Optional<Candidate> inInterfaces(ClassHeader header, MethodRef called) {
        List<Candidate> inherited = new ArrayList<>();
        for (ClassName type : hierarchy.ancestors(header.name())) {
            declared(type, called)
                .filter(candidate -> candidate.owner().isInterface())
                .filter(candidate -> !candidate.method().isPrivate() && !candidate.method().isStatic())
                .ifPresent(inherited::add);
        }
        List<Candidate> bodies = inherited.stream()
            .filter(candidate -> isMaximallySpecific(candidate, inherited))
            .filter(candidate -> !candidate.method().isAbstract())
            .toList();
        return bodies.size() == 1 ? Optional.of(bodies.get(0)) : inherited.stream().findFirst();
    }

    private boolean isMaximallySpecific(Candidate candidate, List<Candidate> all) {
        return all.stream()
            .filter(other -> other != candidate)
            .noneMatch(other -> hierarchy.isSubtype(other.owner().name(), candidate.owner().name()));
    }

    private Optional<Candidate> declared(ClassName type, MethodRef called) {
        return headers.apply(type)
            .flatMap(owner -> owner.method(called.name(), called.descriptor())
                .map(method -> new Candidate(owner, method)));
    }
}
