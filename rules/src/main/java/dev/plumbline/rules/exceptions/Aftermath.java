package dev.plumbline.rules.exceptions;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Origins;
import dev.plumbline.bytecode.Site;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a method does once one of its handlers has caught something. */
final class Aftermath {

    private static final Pattern LOG = Pattern.compile("Log|Logger|LOG|Logging\\w*|\\w*Logger|PrintStream|PrintWriter");
    private static final Pattern LEVEL = Pattern.compile("(trace|debug|info|warn|error|fatal|fine|severe|config)\\w*");
    private static final Pattern DETAIL = Pattern.compile("(trace|debug|fine)\\w*");
    private static final Pattern KEEPS = Pattern.compile("(add|put|offer|push|set|record|fail|on[A-Z]|report|handle"
        + "|notify|complete|mark|enqueue|publish|send|save|retry|schedule|cancel|abort|rollback|invalidate|increment"
        + "|inc$)\\w*");

    private final MethodCode method;
    private final Handler handler;
    private final Origins after;

    Aftermath(MethodCode method, Handler handler) {
        this.method = method;
        this.handler = handler;
        this.after = method.origins().from(handler);
    }

    /**
     * Whether the method goes on to a return and nothing but a line in a log tells: it does not throw, try again,
     * restore an interrupt or keep the failure, and does not log it as a mere detail.
     */
    boolean isSilent() {
        return after.isKnown() && !throwsAgain() && !goesBack() && !restoresInterrupt() && !keepsFailure()
            && !isLoggedAsNormal() && !returns().isEmpty();
    }

    /** Whether some path from the handler comes to a {@code throw} statement. */
    private boolean throwsAgain() {
        return method.exits().stream().anyMatch(exit -> exit.throwing() && method.written(exit.site())
            && after.reached(exit.site()));
    }

    /** Whether the failure leads back to the attempt: a retry, or the next round of a loop. */
    private boolean goesBack() {
        return handler.guarded().stream().anyMatch(after::reached);
    }

    /** The returns that paths from the handler come to. */
    List<Exit> returns() {
        return method.exits().stream()
            .filter(exit -> !exit.throwing() && after.reached(exit.site()))
            .map(exit -> new Exit(exit.site(), false, after.stack(exit.site(), 0)))
            .toList();
    }

    /** What those returns return, joins opened. */
    List<Origin> returned() {
        return returns().stream().flatMap(exit -> after.inputs(exit.value()).stream()).distinct().toList();
    }

    /** Runs only after the handler has caught something. */
    boolean isOwn(Site site) {
        return method.flow().dominates(handler.start(), site);
    }

    Stream<Call> ownCalls() {
        return method.calls().stream().filter(call -> isOwn(call.site()) && method.written(call.site()));
    }

    /** Whether a line in a log tells of the failure. */
    boolean isLogged() {
        return ownCalls().anyMatch(Aftermath::isLog);
    }

    private boolean restoresInterrupt() {
        return ownCalls().anyMatch(call -> call.name().equals("interrupt"));
    }

    /** Whether it is logged as a detail and nothing more: its author takes it for normal. */
    private boolean isLoggedAsNormal() {
        List<String> levels = ownCalls()
            .filter(call -> isLog(call))
            .map(Call::name)
            .filter(LEVEL.asMatchPredicate())
            .toList();
        return !levels.isEmpty() && levels.stream().allMatch(DETAIL.asMatchPredicate());
    }

    private static boolean isLog(Call call) {
        return LOG.matcher(call.target().owner().simple()).matches();
    }

    /** Whether the failure is written down somewhere that the program reads: a field, a list, a callback, a future. */
    private boolean keepsFailure() {
        boolean inField = method.fields().stream()
            .anyMatch(access -> access.isWrite() && isOwn(access.site()));
        return inField || ownCalls().anyMatch(this::keeps);
    }

    private boolean keeps(Call call) {
        if (isLog(call) || isText(call)) {
            return false;
        }
        boolean handedOver = call.arguments().contains(after.stack(handler.start(), 0));
        return handedOver || KEEPS.matcher(call.name()).matches();
    }

    private static boolean isText(Call call) {
        return Set.of("java/lang/String", "java/lang/StringBuilder", "java/util/Objects", "java/lang/Throwable")
            .contains(call.target().owner().internal());
    }
}
