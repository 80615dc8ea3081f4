package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "All threads use one formatter, digest or cipher that bears one",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {362},
    overlaps = {
        "spotbugs/STCAL_INVOKE_ON_STATIC_CALENDAR_INSTANCE",
        "spotbugs/STCAL_INVOKE_ON_STATIC_DATE_FORMAT_INSTANCE",
        "spotbugs/STCAL_STATIC_CALENDAR_INSTANCE",
        "spotbugs/STCAL_STATIC_SIMPLE_DATE_FORMAT_INSTANCE"
    },
    since = "0.1",
    why = """
        `SimpleDateFormat`, `Matcher`, `MessageDigest`, `Cipher` and their like keep the work in progress in fields of
        their own. Two threads in one object mix their work: a date of another request, a digest of both inputs, now
        and then an exception from inside the library.""",
    instead = """
        Use what bears many threads (`DateTimeFormatter`), or make one where it is used; both cost little.""",
    silent = {
        "uses under a lock, and objects that are cloned first",
        "`ThreadLocal`s, constructors and static initialisers",
        "static fields that only one thread can reach, and fields of objects that are not shared beans"
    },
    bad = """
        import java.text.SimpleDateFormat;
        import java.util.Date;
        class Dates {
            private static final SimpleDateFormat FORMAT = new SimpleDateFormat("yyyy-MM-dd");
            static String day(Date date) {
                return FORMAT.format(date); // bug: all threads use one `SimpleDateFormat`
            }
        }""",
    good = """
        import java.time.LocalDate;
        import java.time.format.DateTimeFormatter;
        class Dates {
            private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd");
            static String day(LocalDate date) {
                return FORMAT.format(date);
            }
        }""")
public final class NonthreadsafeObjectShared implements MethodRule {

    private static final Set<String> HARMLESS = Set.of("clone", "getClass", "hashCode", "equals", "toString",
        "toPattern", "getAlgorithm", "getDigestLength", "getTimeZone");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer()) {
            return;
        }
        Set<Origin> reported = new HashSet<>();
        method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && !HARMLESS.contains(call.name()))
            .filter(call -> isWorker(call.target().owner(), context) && method.written(call.site()))
            .filter(call -> call.receiver().isField() && isShared(method, call.receiver(), context))
            .filter(call -> method.locks().held(call.site()).isEmpty())
            .filter(call -> !new KnownCallers(context.program()).holdLock(method))
            .filter(call -> reported.add(call.receiver()))
            .forEach(call -> report(method, call, context, out));
    }

    /** Collections are another rule's. */
    private static boolean isWorker(ClassName type, Context context) {
        return context.sharing().safety().isUnsafe(type) && !type.internal().matches("java/util/[A-Z]\\w*")
            && !type.simple().equals("StringBuilder") || type.internal().endsWith("java/util/Calendar");
    }

    private static boolean isShared(MethodCode method, Origin receiver, Context context) {
        Set<Root.Kind> roots = context.roots().reaching(method.ref());
        boolean isEntered = roots.stream().anyMatch(Root.Kind::isConcurrent);
        if (receiver.isStaticField()) {
            return (roots.isEmpty() || isEntered) && holdsOne(receiver, context);
        }
        return receiver.base().filter(Origin.THIS::equals).isPresent() && isEntered
            && context.beans().isSingleton(method.ref().owner()) && !isLocal(method, receiver);
    }

    /** A field that the method itself has just filled is as good as a variable, and the bean rule's to judge. */
    private static boolean isLocal(MethodCode method, Origin receiver) {
        return method.fields().stream().anyMatch(access -> access.isWrite() && access.path().equals(receiver));
    }

    private static boolean holdsOne(Origin field, Context context) {
        String path = field.path().substring("static ".length());
        int dot = path.lastIndexOf('.');
        Optional<ClassHeader> owner = context.program().index().find(ClassName.of(path.substring(0, dot)));
        return owner.flatMap(header -> header.field(path.substring(dot + 1)))
            .filter(found -> found.isFinal() || found.isPrivate())
            .map(FieldHeader::type)
            .flatMap(Descriptor::classIn)
            .isPresent();
    }

    private static void report(MethodCode method, Call call, Context context, Sink out) {
        String type = "`" + call.target().owner().simple() + "`";
        out.report(method.place(call),
            "all threads use one " + type + ", which bears one",
            new Step(method.place(call), "`" + call.receiver().fieldNames().get(call.receiver().fieldNames().size() - 1)
                + "` is used here, with no lock held"));
    }
}
