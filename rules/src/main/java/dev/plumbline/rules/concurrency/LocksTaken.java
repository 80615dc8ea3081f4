package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The locks that a method waits for, itself or through calls, by name, with how many calls lie between. Names need no
 * translation at a call, so that only methods which take a lock are looked at closely. Equal for one program.
 */
record LocksTaken(Program program) implements SummaryKind<SortedMap<String, Integer>> {

    /** Calls from the method that is asked to the one that takes the lock; what is farther is not followed. */
    private static final int DEEPEST = 3;
    private static final int MOST_LOCKS = 24;

    @Override
    public SortedMap<String, Integer> bottom() {
        return new TreeMap<>();
    }

    @Override
    public SortedMap<String, Integer> unknown() {
        return new TreeMap<>();
    }

    @Override
    public SortedMap<String, Integer> join(SortedMap<String, Integer> first, SortedMap<String, Integer> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        SortedMap<String, Integer> both = new TreeMap<>(first);
        second.forEach((name, depth) -> both.merge(name, depth, Math::min));
        return both;
    }

    @Override
    public SortedMap<String, Integer> of(MethodCode method, Function<MethodRef, SortedMap<String, Integer>> callees) {
        SortedMap<String, Integer> taken = new TreeMap<>();
        for (LockTaking taking : LockTaking.in(method, program)) {
            if (!isUnshared(taking.lock().path(), method)) {
                LockName.of(taking.lock().path(), method, program).ifPresent(name -> taken.put(name, 0));
            }
        }
        for (Call call : method.calls()) {
            callees.apply(call.target()).forEach((name, depth) -> {
                if (depth < DEEPEST && taken.size() < MOST_LOCKS && isFollowed(call)) {
                    taken.merge(name, depth + 1, Math::min);
                }
            });
        }
        if (method.ref().isConstructor()) {
            // What the object locks of itself while it is made, nobody else has.
            taken.keySet().removeIf(name -> !name.startsWith("static ") && !name.startsWith("class "));
        }
        return Collections.unmodifiableSortedMap(taken);
    }

    /** The object is still being made, or was made by this very call. */
    static boolean isUnshared(Origin lock, MethodCode method) {
        return lock.root().is("new") || method.ref().isConstructor() && lock.root().equals(Origin.THIS)
            && !lock.path().startsWith("this.this$");
    }

    /**
     * What is run is one method of the program and no other. An interface of a library says too little, and of a
     * method that is called through {@code super} only the joined fact is known.
     */
    boolean isFollowed(Call call) {
        return program.owns(call.target().owner()) && program.calls().targets(call.target()).size() == 1;
    }

    /** The calls from a method to the place where the lock is taken, that place last; empty when they are lost. */
    Optional<List<Reached>> chain(MethodRef start, String lock) {
        List<Reached> steps = new ArrayList<>();
        MethodRef here = start;
        while (steps.size() <= DEEPEST) {
            Optional<MethodCode> code = program.method(here);
            if (code.isEmpty()) {
                return Optional.empty();
            }
            MethodCode method = code.get();
            Optional<LockTaking> taking = LockTaking.in(method, program).stream()
                .filter(found -> LockName.of(found.lock().path(), method, program).filter(lock::equals).isPresent())
                .findFirst();
            if (taking.isPresent()) {
                steps.add(new Reached(method, taking.get().site(), taking.get().lock().path()));
                return Optional.of(steps);
            }
            Optional<Call> next = method.calls().stream()
                .filter(call -> program.summary(this, call.target()).containsKey(lock) && isFollowed(call))
                .min(Comparator.comparing(call -> program.summary(this, call.target()).get(lock)));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Reached(method, next.get().site(), Origin.UNKNOWN));
            here = program.calls().targets(next.get().target()).get(0);
        }
        return Optional.empty();
    }

    /**
     * A step on the way to a lock.
     *
     * @param site a call, or where the lock is taken
     * @param lock unknown for a call
     */
    record Reached(MethodCode method, Site site, Origin lock) {
    }
}
