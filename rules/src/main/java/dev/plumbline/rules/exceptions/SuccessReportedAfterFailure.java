package dev.plumbline.rules.exceptions;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Effect;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

@RuleInfo(
    title = "A failed write is caught and then reported as success",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {390, 755},
    overlaps = {"spotbugs/DE_MIGHT_DROP", "spotbugs/DE_MIGHT_IGNORE"},
    since = "0.1",
    why = """
        The caller is told that the order is stored, the message sent, the file written. It is not: the failure ends in
        a log line, and the method goes on to the same `true` or `200 OK` as if nothing had happened. Nobody retries,
        the dashboards stay green, and the loss is found weeks later by the customer.""",
    instead = """
        Let the exception go on, or return what says that it failed: `false`, an error status, a result with the reason.
        Where the write may be lost, say so in the method's name or documentation, or keep it for a retry.""",
    silent = {
        "metrics, audit copies, notifications, cleaning up, and what a comment or the documentation calls best effort",
        "failures that are recorded: a field or status is set, an error is added to a list, a callback is told, the "
            + "work is handed to a retry",
        "handlers that throw, or return `false`, `null`, an empty or an error result",
        "retries, loops that go on with the next item, and interrupts that are restored",
        "what is caught only says that the thing is there already, or not there any more"
    },
    bad = """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        class Invoices {
            boolean store(Path file, String invoice) {
                try {
                    Files.writeString(file, invoice);
                } catch (IOException e) { // bug: `store` returns `true` although `Files.writeString` failed
                    System.err.println("can not store " + file);
                }
                return true;
            }
        }""",
    good = """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        class Invoices {
            boolean store(Path file, String invoice) {
                try {
                    Files.writeString(file, invoice);
                } catch (IOException e) {
                    System.err.println("can not store " + file);
                    return false;
                }
                return true;
            }
        }""")
public final class SuccessReportedAfterFailure implements MethodRule {

    private static final Pattern MAY_FAIL = Pattern.compile(".*(?i:cache|audit|metric|telemetry|notif|statistic"
        + "|clean_?up|close|shutdown|destroy|dispose|rollback|hook|alert|prefetch|quiet|abort|temp(?!late)|tmp"
        + "|replicat|heartbeat|expired).*"
        + "|(is|has|can|delete|remove|evict|stop|try|cancel|log|track|clear|clean|reset|release|unlock"
        + "|warm)([A-Z_].*|)");
    private static final Set<Effect> LOST =
        Set.of(Effect.DATABASE_WRITE, Effect.FILE_WRITE, Effect.BROKER, Effect.MAIL);
    private static final Set<Effect> SHOWN = Set.copyOf(EnumSet.of(Effect.REMOTE, Effect.DATABASE_WRITE,
        Effect.FILE_WRITE, Effect.BROKER, Effect.MAIL));
    private static final Pattern READS = Pattern.compile("(get|open|read|find|load|list|head|search|fetch|connect|is"
        + "|has|needs|poll|query|lookup|resolve|check|ping)([A-Z_].*|)");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        String result = method.ref().descriptor().result();
        if (!method.isGuarded() || MAY_FAIL.matcher(method.ref().name()).matches()
            || !result.equals("V") && !result.equals("Z") && !result.startsWith("L")) {
            return;
        }
        for (Handler handler : method.handlers()) {
            if (handler.caught().stream().noneMatch(type -> Telling.ofAbsence(type, context.program().index()))) {
                check(method, handler, context, out);
            }
        }
    }

    private static void check(MethodCode method, Handler handler, Context context, Sink out) {
        List<Attempt> lost = Attempt.of(method, handler, context.effects()).stream()
            .filter(attempt -> attempt.hasAny(LOST) || attempt.effects().contains(Effect.REMOTE)
                && !READS.matcher(attempt.call().name()).matches())
            .filter(attempt -> !MAY_FAIL.matcher(attempt.call().name()).matches()
                && !MAY_FAIL.matcher(attempt.call().target().owner().simple()).matches()
                && !attempt.effects().contains(Effect.METRIC))
            .toList();
        if (lost.isEmpty()) {
            return;
        }
        Aftermath aftermath = new Aftermath(method, handler);
        if (!aftermath.isSilent() || triesAgain(aftermath, context)) {
            return;
        }
        boolean returnsNothing = method.ref().descriptor().result().equals("V");
        Optional<Success.Said> said = returnsNothing
            ? new Success(context.program()).afterCallOf(method.ref())
            : Success.in(method, aftermath.returned())
                .map(word -> new Success.Said(method, aftermath.returns().get(0), word));
        if (said.isEmpty() || new Intent(method, context.program()).isBestEffort(handler)) {
            return;
        }
        Attempt write = lost.get(0);
        MethodCode teller = said.get().method();
        out.report(method.place(handler.start()),
            "`" + teller.ref().name() + "` returns " + said.get().word() + " although `"
                + write.call().target().display() + "` failed",
            new Step(method.place(write.call()), write.display(context.effects(), SHOWN) + " can fail"),
            new Step(method.place(handler.start()), "the failure is caught"),
            new Step(teller.place(said.get().exit().site()), "and " + said.get().word() + " is returned all the same"));
    }

    /** Whether the handler has another way to do it. */
    private static boolean triesAgain(Aftermath aftermath, Context context) {
        return aftermath.ownCalls()
            .anyMatch(call -> context.effects().reached(call).stream().anyMatch(SHOWN::contains));
    }
}
