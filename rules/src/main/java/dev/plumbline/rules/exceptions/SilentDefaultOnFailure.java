package dev.plumbline.rules.exceptions;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Effect;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

@RuleInfo(
    title = "A failed read is answered with an empty result",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {392, 390},
    overlaps = {"spotbugs/DE_MIGHT_DROP", "spotbugs/DE_MIGHT_IGNORE"},
    since = "0.1",
    why = """
        Callers can not tell "there is nothing" from "it could not be read". During an outage an account has no orders,
        a user no permissions, a tenant no quota, and the program acts on it: it writes the empty list back, charges
        nothing, lifts the limit. A log line does not change what the callers do, and nothing alerts.""",
    instead = """
        Let the exception go on, or throw the module's own with it as the cause. Where a caller can go on without the
        answer, return a result that says so, and let that caller decide.""",
    silent = {
        "questions whose exception is the answer: a class, file, row or key that does not exist, a number that does "
            + "not parse",
        "methods that say so in their name (`tryLoad`, `findOrNull`, `isReachable`) and change nothing",
        "truth values and numbers that only tell whether it worked, and texts that only people read",
        "caches, and decisions about access that deny when they fail",
        "failures that are recorded: a field is set, an error is added to a list, a callback or a future is told",
        "retries, loops that skip what they can not read, what was read so far when that is logged, and interrupts "
            + "that are restored",
        "failures that are logged as a detail, at level debug or below, exceptions that are called `ignored`, and "
            + "methods whose documentation promises the default on failure",
        "methods all of whose callers ask whether the result is `null`, or throw when there is none",
        "texts in memory that can not be decoded, and files that no caller in the program asks for"
    },
    bad = """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        import java.util.List;
        class Orders {
            private final Path folder = Path.of("orders");
            List<String> of(String customer) {
                try {
                    return Files.readAllLines(folder.resolve(customer));
                } catch (IOException e) { // bug: `of` returns an empty `List` when `Files.readAllLines` fails
                    System.err.println("can not read the orders of " + customer);
                    return List.of();
                }
            }
            int count(String customer) {
                return of(customer).size();
            }
        }""",
    good = """
        import java.io.IOException;
        import java.io.UncheckedIOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        import java.util.List;
        class Orders {
            private final Path folder = Path.of("orders");
            List<String> of(String customer) {
                try {
                    return Files.readAllLines(folder.resolve(customer));
                } catch (IOException e) {
                    throw new UncheckedIOException("can not read the orders of " + customer, e);
                }
            }
            int count(String customer) {
                return of(customer).size();
            }
        }""")
public final class SilentDefaultOnFailure implements MethodRule {

    private static final Set<Effect> READS = Set.copyOf(EnumSet.of(Effect.REMOTE, Effect.DATABASE_READ,
        Effect.DATABASE_WRITE, Effect.FILE_READ, Effect.BROKER, Effect.CRYPTO));

    /** What a failure of says nothing about the request at hand: another system is down. */
    private static final Set<Effect> OUTSIDE =
        Set.copyOf(EnumSet.of(Effect.REMOTE, Effect.DATABASE_READ, Effect.DATABASE_WRITE, Effect.BROKER));
    private static final Set<Effect> WRITES = Set.copyOf(EnumSet.of(Effect.DATABASE_WRITE, Effect.FILE_WRITE,
        Effect.BROKER, Effect.MAIL, Effect.DESTRUCTIVE));
    private static final Pattern ASKS =
        Pattern.compile("(try|is|has|exists|can|probe|ping|health|check|supports|safe|test"
            + "|verify|validate|authenticate|matches)([A-Z_].*|)|.*(OrNull|OrDefault|OrElse|OrEmpty|Quietly|IfPresent"
            + "|IfAvailable)|.*(?i:clean_?up).*|toString|equals|hashCode|close");

    /** Whoever gets none of these is not let in. */
    private static final Pattern DENIES = Pattern.compile("(?i).*(principal|password|credential|acls?|authenticat).*");

    /** Truth values say whether it was done, or whether it could be; only in answer to these are they data. */
    private static final Pattern ABSENCE =
        Pattern.compile("(?i).*(exist|contain|present|found|registered|duplicate|known|already|member|empty).*");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        String result = method.ref().descriptor().result();
        if (!method.isGuarded() || result.equals("V") || method.ref().name().startsWith("lambda$")
            || method.ref().toString().contains("Cache") || ASKS.matcher(method.ref().name()).matches()) {
            return;
        }
        for (Handler handler : method.handlers()) {
            if (!isProbe(handler, context.program().index())) {
                check(method, handler, context, out);
            }
        }
    }

    private static void check(MethodCode method, Handler handler, Context context, Sink out) {
        List<Attempt> attempts = Attempt.of(method, handler, context.effects());
        List<Attempt> reads = attempts.stream().filter(attempt -> attempt.hasAny(READS)).toList();
        if (reads.isEmpty() || isExempt(method, Attempt.among(attempts))) {
            return;
        }
        Aftermath aftermath = new Aftermath(method, handler);
        Defaults defaults = new Defaults(method, aftermath);
        if (!aftermath.isSilent() || !defaults.areDefaults(aftermath.returned(), handler) || !defaults.hidesData()) {
            return;
        }
        if (defaults.arePartial(aftermath.returned()) && aftermath.isLogged()) {
            return;
        }
        Intent intent = new Intent(method, context.program());
        if (intent.isPromised() || intent.isBestEffort(handler)) {
            return;
        }
        boolean isNull = aftermath.returned().contains(Origin.NULL);
        Consumers.Answer consumers = new Consumers(context, isNull).of(method.ref());
        boolean isOutside = reads.stream().anyMatch(read -> read.hasAny(OUTSIDE));
        if (consumers.taken().isEmpty() && (consumers.anyCaller() || method.header().isPrivate() || !isOutside)) {
            return;
        }
        boolean isTaken = consumers.taken().isPresent() || !context.roots().reaching(method.ref()).isEmpty();
        Step read = new Step(method.place(reads.get(0).call()), reads.get(0).display(context.effects(), READS)
            + " can fail");
        String what = defaults.display(aftermath.returned());
        List<Step> trace = new ArrayList<>(List.of(read,
            new Step(method.place(handler.start()), "the failure is caught"),
            new Step(method.place(aftermath.returns().get(0).site()), "and " + what + " is returned instead")));
        consumers.taken().ifPresent(taken -> trace.add(new Step(taken.method().place(taken.call()),
            "`" + taken.method().ref().display() + "` takes it for the answer")));
        Sink sink = isTaken ? out : out.with(Confidence.MEDIUM);
        sink.report(method.place(handler.start()), "`" + method.ref().name() + "` returns " + what + " when `"
            + reads.get(0).call().target().display() + "` fails, as if there were nothing", trace);
    }

    /** A cache may miss, a decision that fails denies, and a truth value may say whether something was done. */
    private static boolean isExempt(MethodCode method, Set<Effect> effects) {
        return effects.contains(Effect.SECURITY_DECISION) || effects.contains(Effect.CACHE)
            || DENIES.matcher(method.ref().name()).matches()
            || method.ref().descriptor().result().equals("Z")
                && (!ABSENCE.matcher(method.ref().name()).matches() || effects.stream().anyMatch(WRITES::contains));
    }

    /** What is caught says that something is not there, so the default is the answer. */
    private static boolean isProbe(Handler handler, ClassIndex index) {
        return handler.caught().stream().allMatch(type -> Telling.ofAbsence(type, index)
            || type.internal().equals("java/lang/Error") || type.simple().endsWith("Error"));
    }
}
