package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.program.Program;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** An {@code InterruptedException} that was caught, and what keeps it from being lost. */
final class Interruption {

    private static final Callee INTERRUPT = Callee.of("java.lang.Thread").named("interrupt").taking("()");
    /** A note for later: {@code interrupted.set(true)}. */
    private static final Callee NOTES = Callee.of("java.util.concurrent.atomic.AtomicBoolean")
        .named("set", "compareAndSet", "getAndSet");
    private static final Callee ENDS = Callee.of("java.lang.System", "java.lang.Runtime").named("exit", "halt");
    /** Logging an exception tells a person, not the program. */
    private static final Pattern LOGS =
        Pattern.compile("(?:trace|debug|info|warn|warning|error|fatal|severe|fine|finer|"
            + "finest|log|print|println|printf|printStackTrace|getMessage|toString|format|append|valueOf|addSuppressed)"
            + "|.*[lL]og.*");

    private final MethodCode method;
    private final Site start;
    private final Origin caught;
    private final Program program;

    Interruption(MethodCode method, Handler handler, Program program) {
        this.method = method;
        this.start = handler.start();
        this.caught = method.origins().stack(firstOf(method, handler), 0);
        this.program = program;
    }

    /** The label of a handler has no frame of its own in some code; the instruction after it has. */
    private static Site firstOf(MethodCode method, Handler handler) {
        Site start = handler.start();
        return method.origins().stack(start, 0).isKnown() ? start : new Site(start.index() + 1);
    }

    /** The instructions after which somebody knows: the thread, another object, or the one who ends the program. */
    Set<Site> kept() {
        Set<Site> kept = new HashSet<>();
        for (Call call : method.calls()) {
            boolean isNoted = NOTES.matches(call.target(), program.index()) && isInside(call.site());
            if (restores(call) || ENDS.matches(call.target(), program.index()) || isHandedTo(call) || isNoted) {
                kept.add(call.site());
            }
        }
        method.fields().stream()
            .filter(FieldAccess::isWrite)
            .filter(write -> isCaught(write.value()) || isInside(write.site()))
            .forEach(write -> kept.add(write.site()));
        method.exits().stream()
            .filter(exit -> isCaught(exit.value()))
            .forEach(exit -> kept.add(exit.site()));
        return kept;
    }

    /** In the {@code catch}, or after it where nothing else leads. */
    private boolean isInside(Site site) {
        return method.flow().dominates(start, site);
    }

    private boolean restores(Call call) {
        return INTERRUPT.matches(call.target(), program.index()) || program.calls().targets(call.target()).stream()
            .flatMap(target -> program.method(target).stream())
            .anyMatch(target -> target.calls(INTERRUPT).findAny().isPresent());
    }

    private boolean isHandedTo(Call call) {
        return !LOGS.matcher(call.name()).matches() && call.arguments().stream().anyMatch(this::isCaught);
    }

    private boolean isCaught(Origin value) {
        return caught.isKnown() && method.origins().inputs(value).contains(caught);
    }
}
