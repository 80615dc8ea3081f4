package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One lock is waited for while another is held.
 *
 * @param held the name of the one that is held
 * @param taken the name of the one that is waited for
 * @param lock the one that is held, in the method's words
 * @param path the one that is waited for, in the method's words; unknown when a callee takes it
 * @param site where it is waited for, or the call that leads there
 * @param others the names of all else that is held
 * @param isShared whether the waiting is for a read lock
 */
record LockEdge(String held, String taken, Lock lock, Origin path, MethodRef method, Site site, Set<String> others,
        boolean isShared) {

    /** What the method does under locks that it takes itself; those of its callers are told with the callers. */
    static List<LockEdge> in(MethodCode method, LocksTaken kind) {
        if (method.ref().isStaticInitializer() || !LockTaking.isIn(method)) {
            return List.of();
        }
        Program program = kind.program();
        List<LockEdge> found = new ArrayList<>();
        for (LockTaking taking : LockTaking.in(method, program)) {
            Origin path = taking.lock().path();
            if (!taking.site().equals(LockTaking.ENTRY) && !LocksTaken.isUnshared(path, method)) {
                LockName.of(path, method, program).ifPresent(name -> found
                    .addAll(under(method, taking.site(), name, taking.lock(), program)));
            }
        }
        for (Call call : method.calls()) {
            Set<String> names = program.summary(kind, call.target()).keySet();
            if (!names.isEmpty() && kind.isFollowed(call)) {
                Lock unknown = new Lock(Origin.UNKNOWN, false);
                names.forEach(name -> found.addAll(under(method, call.site(), name, unknown, program)));
            }
        }
        return found;
    }

    private static List<LockEdge> under(MethodCode method, Site site, String name, Lock taken, Program program) {
        Set<Lock> all = method.locks().held(site);
        Set<String> names = new TreeSet<>();
        all.forEach(lock -> LockName.of(lock.path(), method, program).ifPresent(names::add));
        boolean mayBeUnnamed = !name.contains(".") && all.stream()
            .anyMatch(lock -> LockName.of(lock.path(), method, program).isEmpty());
        boolean isAgain =
            mayBeUnnamed || names.contains(name) || all.stream().anyMatch(lock -> lock.path().equals(taken.path()));
        if (isAgain || all.contains(Lock.UNSHARED)) {
            return List.of();
        }
        Set<Lock> own = new LinkedHashSet<>(all);
        own.removeAll(method.surroundings().heldAtEntry(method.ref()));
        List<LockEdge> found = new ArrayList<>();
        for (Lock lock : own) {
            Optional<String> held = LocksTaken.isUnshared(lock.path(), method)
                ? Optional.empty()
                : LockName.of(lock.path(), method, program);
            Set<String> others = new TreeSet<>(names);
            held.ifPresent(others::remove);
            held.ifPresent(holding -> found.add(new LockEdge(holding, name, lock, taken.path(), method.ref(), site,
                others, taken.shared())));
        }
        return found;
    }

    /** The calls to where the lock is waited for; empty when it is waited for right here, or they are lost. */
    List<LocksTaken.Reached> chain(LocksTaken kind) {
        return kind.program().method(method).flatMap(code -> code.call(site))
            .map(Call::target)
            .filter(target -> !path.isKnown())
            .flatMap(target -> kind.chain(kind.program().calls().targets(target).get(0), taken))
            .orElse(List.of());
    }

    /** Whether the way is known and can be gone: no flag is set at one step and not set at another. */
    boolean isProven(LocksTaken kind) {
        if (path.isKnown()) {
            return true;
        }
        List<LocksTaken.Reached> chain = chain(kind);
        Set<String> flags = new TreeSet<>();
        kind.program().method(method).ifPresent(code -> flags.addAll(flags(code, site)));
        chain.stream()
            .filter(step -> !step.site().equals(LockTaking.ENTRY))
            .forEach(step -> flags.addAll(flags(step.method(), step.site())));
        return !chain.isEmpty() && flags.stream().noneMatch(flag -> flags.contains("!" + flag));
    }

    /** The flags among the fields that decide whether control comes here; those that must not be set after a mark. */
    private static Set<String> flags(MethodCode code, Site here) {
        Set<String> found = new TreeSet<>();
        for (Branch test : code.branches()) {
            boolean isFlag = test.tested().isField() && test.against().path().equals("#0");
            if (isFlag && code.flow().dominates(test.site(), here)) {
                Site zero = test.whenZero();
                Site set = zero.equals(test.taken()) ? test.otherwise() : test.taken();
                boolean whenSet = set.equals(here) || code.flow().reaches(set, here);
                boolean whenZero = zero.equals(here) || code.flow().reaches(zero, here);
                if (whenSet != whenZero) {
                    found.add((whenSet ? "" : "!") + test.tested().fieldNames().get(0));
                }
            }
        }
        return found;
    }

    /**
     * Whether the way to the lock leads over fields, parameters and statics alone, so that the two objects belong to
     * each other. What comes out of a collection may be any object of its type.
     */
    boolean isDefinite(LocksTaken kind) {
        if (path.isKnown()) {
            return true;
        }
        boolean isFirst = kind.program().method(method)
            .filter(code -> code.call(site).filter(call -> isFixed(call)).isPresent())
            .isPresent();
        return isFirst && chain(kind).stream().allMatch(step -> step.lock().isKnown()
            || step.method().call(step.site()).filter(call -> isFixed(call)).isPresent());
    }

    private static boolean isFixed(Call call) {
        Origin root = call.receiver().root();
        return call.kind() == Call.Kind.STATIC || root.equals(Origin.THIS) || root.argument().isPresent()
            || root.isStaticField();
    }

    /** Whether the two can wait for each other: opposite orders, no third lock that keeps them apart. */
    boolean opposes(LockEdge other) {
        boolean isOpposite = held.equals(other.taken) && taken.equals(other.held);
        boolean excludes = !(lock.shared() && other.isShared) && !(isShared && other.lock.shared());
        return isOpposite && excludes && others.stream().noneMatch(other.others::contains);
    }
}
