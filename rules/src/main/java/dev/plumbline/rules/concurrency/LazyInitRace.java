package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.Set;

@RuleInfo(
    title = "A field is filled on first use in a way that two threads can see half done",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {609},
    overlaps = {
        "spotbugs/DC_DOUBLECHECK",
        "spotbugs/LI_LAZY_INIT_STATIC",
        "spotbugs/LI_LAZY_INIT_UPDATE_STATIC",
        "spotbugs/SING_SINGLETON_GETTER_NOT_SYNCHRONIZED"
    },
    since = "0.1",
    why = """
        A thread that reads a plain field without a lock may see the reference another thread has just written there
        and not yet what the constructor wrote into the object: `null` fields, an empty map, a buffer of length zero.
        Testing again under the lock does not help the reader that never takes it. Without any lock two threads make
        two objects; one of two pools, clients or registries is used by some callers only and never closed.""",
    instead = """
        Make the field `volatile`, or `final` and filled in the constructor. For a static field put it into a holder
        class of its own: `private static class Holder { static final Client CLIENT = new Client(); }`.""",
    silent = {
        "fields that are `volatile`, and numbers",
        "objects whose fields are all final: they are seen whole, and making two is harmless if nothing changes in"
            + " them",
        "one lock held from the test to the write, by the method or by all its callers; constructors",
        "without a lock: fields that are not static and not of a singleton bean, values that keep no state, "
            + "methods that only set up, code that only `main` or the start of the program reaches"
    },
    bad = """
        import java.util.*;
        class Prices {
            private static Prices instance;
            private Map<String, Integer> prices = new HashMap<>();
            static Prices instance() {
                if (instance == null) {
                    synchronized (Prices.class) {
                        if (instance == null) {
                            instance = new Prices(); // bug: `instance` is not volatile
                        }
                    }
                }
                return instance;
            }
        }""",
    good = """
        import java.util.*;
        class Prices {
            private static volatile Prices instance;
            private Map<String, Integer> prices = new HashMap<>();
            static Prices instance() {
                if (instance == null) {
                    synchronized (Prices.class) {
                        if (instance == null) {
                            instance = new Prices();
                        }
                    }
                }
                return instance;
            }
        }""")
public final class LazyInitRace implements MethodRule {

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer()) {
            return;
        }
        for (FieldAccess write : method.fields()) {
            if (write.isWrite() && method.written(write.site())) {
                FirstUse.of(method, write, context.program())
                    .filter(use -> !new KnownCallers(context.program()).holdLock(method))
                    .ifPresent(use -> check(method, use, context, out));
            }
        }
    }

    private static void check(MethodCode method, FirstUse use, Context context, Sink out) {
        String field = "`" + use.write().field().name() + "`";
        if (use.isCheckedTwice()) {
            if (!use.isSafelyPublished()) {
                report(method, use, field + " is not volatile: a thread that takes no lock can see it half made", out);
            }
        } else if (use.isFlag() || !matters(use)) {
            return;
        } else if (use.isLocked()) {
            report(method, use,
                field + " is tested outside the lock and not again inside: two threads can make one each",
                out);
        } else if (use.isUsed() && isShared(method, use, context)) {
            report(method, use, "two threads can both find " + field + " null and make one each", out);
        }
    }

    /** Whether it is no matter which of two objects is in use, and whether all of it can be seen. */
    private static boolean matters(FirstUse use) {
        boolean isOne = use.isSingleton();
        return use.isVolatile() ? isOne : isOne || use.isArray() || use.keepsState();
    }

    private static boolean isShared(MethodCode method, FirstUse use, Context context) {
        Set<Root.Kind> roots = context.roots().reaching(method.ref());
        boolean isEntered = roots.stream().anyMatch(Root.Kind::isConcurrent);
        return use.write().isStatic()
            ? roots.isEmpty() || isEntered
            : isEntered && context.beans().isSingleton(method.ref().owner());
    }

    private static void report(MethodCode method, FirstUse use, String message, Sink out) {
        Branch test = use.unlockedTest();
        out.report(method.place(use.write().site()), message,
            new Step(method.place(test.site()), "tested here, with no lock held"),
            new Step(method.place(use.write().site()), "and written here"));
    }
}
