package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a method or one that calls it sees to it that one after the other comes in: an isolation level, an annotation
 * or a call that says "lock", in this process or in a database or cache. A reason to be silent, so names are enough.
 */
record SerialAccess(Program program) {

    private static final int MOST_CALLS_UP = 2;
    private static final int MOST_CALLS_DOWN = 2;
    private static final Pattern LOCKING = Pattern.compile("(?:try|force)?[lL]ock(?:Interruptibly)?|setIfAbsent|setnx"
        + "|.*(?:Lock|Mutex|Semaphore|Locked)(?:[A-Z].*)?|lock[A-Z].*|synchron.*");
    private static final Pattern LOCK_TYPE = Pattern.compile(".*(?:Lock|Mutex|Lock[A-Z]\\w*)");

    boolean isSeenTo(MethodCode method) {
        return isSeenTo(method, new HashSet<>(), MOST_CALLS_UP);
    }

    private boolean isSeenTo(MethodCode method, Set<MethodRef> asked, int callsUp) {
        if (says(method)) {
            return true;
        }
        return callsUp > 0 && program.calls().callers(method.ref()).stream()
            .filter(asked::add)
            .flatMap(caller -> program.method(caller).stream())
            .anyMatch(caller -> isSeenTo(caller, asked, callsUp - 1));
    }

    private boolean says(MethodCode method) {
        return says(method, MOST_CALLS_DOWN);
    }

    private boolean says(MethodCode method, int callsDown) {
        return method.header().isSynchronized() || !method.monitors().isEmpty() || isDeclared(method)
            || method.calls().stream().anyMatch(call -> locks(call, callsDown));
    }

    /** A method of the program is known by what it does: {@code lockStock} may only count. */
    private boolean locks(Call call, int callsDown) {
        if (LOCK_TYPE.matcher(call.target().owner().simple()).matches()) {
            return true;
        }
        if (!LOCKING.matcher(call.name()).matches()) {
            return false;
        }
        List<MethodCode> known = program.calls().targets(call.target()).stream()
            .flatMap(target -> program.method(target).stream())
            .toList();
        return known.isEmpty() || callsDown == 0 || known.stream().anyMatch(code -> says(code, callsDown - 1));
    }

    private boolean isDeclared(MethodCode method) {
        ClassIndex index = program.index();
        List<Annotation> own = index.withMeta(method.header().annotations());
        return Stream.concat(own.stream(), method.type().header().annotations().stream())
            .anyMatch(annotation -> annotation.texts("isolation").contains("SERIALIZABLE")
                || annotation.type().simple().contains("Lock") && !annotation.type().simple().contains("Block"));
    }
}
