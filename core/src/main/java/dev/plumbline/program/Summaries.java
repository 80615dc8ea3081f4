package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One kind of fact for every method of a program, callees before callers:
 *
 * <ol>
 * <li>components of the call graph by level, the members of a level in parallel;
 * <li>a method that does not call itself is computed once, from facts that are final;
 * <li>a recursion starts from the bottom and is repeated until nothing changes; after five rounds, or with more than
 * {@value #LARGEST_RECURSION} members, what its members ask of each other is unknown.
 * </ol>
 */
final class Summaries<S> {

    private static final int ROUNDS = 5;
    private static final int LARGEST_RECURSION = 24;

    private final SummaryKind<S> kind;
    private final Program program;
    private final CallGraph graph;
    private final Object[] facts;
    private final Map<MethodRef, S> libraryFacts = new ConcurrentHashMap<>();

    Summaries(SummaryKind<S> kind, Program program, CallGraph graph) {
        this.kind = kind;
        this.program = program;
        this.graph = graph;
        this.facts = new Object[graph.methods().size()];
    }

    /** @param classes where methods come from; their surroundings may ask this table while it is filled */
    void fill(Components components, ClassReading classes, Workers workers) {
        for (List<int[]> level : components.levels()) {
            List<Object[]> solved = workers.map(level, members -> solve(members, classes));
            for (int i = 0; i < level.size(); i++) {
                store(level.get(i), solved.get(i));
            }
        }
    }

    /**
     * The fact for a called method: joined over its targets in the program; the library's when there are none, and
     * with it when a library declares the method, because then the object may be the library's own.
     */
    S of(MethodRef called) {
        int[] targets = graph.resolve(called).numbers();
        if (targets.length == 0) {
            return ofLibrary(called);
        }
        S joined = fact(targets[0]);
        for (int i = 1; i < targets.length; i++) {
            joined = kind.join(joined, fact(targets[i]));
        }
        return program.owns(called.owner()) ? joined : kind.join(joined, ofLibrary(called));
    }

    private S ofLibrary(MethodRef called) {
        S known = libraryFacts.get(called);
        return known != null ? known : libraryFacts.computeIfAbsent(called, this::library);
    }

    /** The declaration decides: a class of the project may inherit a library's method. */
    private S library(MethodRef called) {
        return kind.library(program.index().resolve(called).orElse(called), program);
    }

    @SuppressWarnings("unchecked")
    private S fact(int number) {
        Object fact = facts[number];
        return fact == null ? kind.unknown() : (S) fact;
    }

    private Object[] solve(int[] members, ClassReading classes) {
        boolean recursive = members.length > 1
            || Arrays.stream(graph.edges()[members[0]]).anyMatch(callee -> callee == members[0]);
        if (!recursive || members.length > LARGEST_RECURSION) {
            return round(members, classes, false);
        }
        Object[] before = new Object[members.length];
        Arrays.fill(before, kind.bottom());
        for (int round = 0; round < ROUNDS; round++) {
            store(members, before);
            Object[] after = round(members, classes, true);
            if (Arrays.equals(before, after)) {
                return after;
            }
            before = after;
        }
        store(members, new Object[members.length]);
        return round(members, classes, true);
    }

    /** @param anew whether what methods remember of their surroundings is out of date */
    private Object[] round(int[] members, ClassReading classes, boolean anew) {
        List<Object> found = new ArrayList<>();
        for (int member : members) {
            MethodRef ref = graph.methods().get(member);
            Optional<MethodCode> code = program.isBroken(ref) ? Optional.empty() : code(ref, classes, anew);
            found.add(code.<Object>map(method -> kind.of(method, this::of)).orElse(kind.unknown()));
            code.ifPresent(MethodCode::forget);
        }
        return found.toArray();
    }

    private static Optional<MethodCode> code(MethodRef ref, ClassReading classes, boolean anew) {
        Optional<ClassFile> type = anew ? classes.fresh(ref.owner()) : classes.read(ref.owner());
        return type.flatMap(found -> found.method(ref.name(), ref.descriptor()));
    }

    private void store(int[] members, Object[] values) {
        for (int i = 0; i < members.length; i++) {
            facts[members[i]] = values[i];
        }
    }
}
