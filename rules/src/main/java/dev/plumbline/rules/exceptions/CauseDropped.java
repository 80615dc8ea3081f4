package dev.plumbline.rules.exceptions;

import static dev.plumbline.finding.Severity.WARNING;

import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.TypeNames;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;
import dev.plumbline.source.SourceFile;
import java.util.Set;
import java.util.regex.Pattern;

@RuleInfo(
    title = "A new exception is thrown without the one that caused it",
    severity = WARNING,
    confidence = Confidence.HIGH,
    cwe = {755},
    since = "0.1",
    why = """
        The exception that was caught knows where and why things failed: its stack trace, its own causes, the error
        code of the driver. The new exception starts at the `catch`, so the log of an incident shows that something
        failed and not what. A message alone does not help: that of a `NullPointerException` may be `null`.""",
    instead = """
        Hand the caught exception to the constructor of the new one as its cause. When callers must not see it, log it
        where it is caught, with its stack trace, and then throw.""",
    silent = {
        "exceptions that are logged, stored, added as suppressed or handed to any other method",
        "what the input or the lookup did wrong, said by the caught type itself: a number or date that does not parse, "
            + "a name that does not exist, an index out of range, a wait that was interrupted or took too long",
        "the same failure in better words: the new class is the caught one or a subclass, and not one of the JDK",
        "what can not happen: an `Error` is thrown, or the message says so",
        "methods that the running Java or driver does not have, and validation that tells its user what is wrong",
        "throws that are a branch about something else, such as the last attempt of a retry",
        "new exceptions whose class has no public constructor for a cause",
        "a cause that is unwrapped and thrown instead"
    },
    bad = """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        class Settings {
            static String read(Path file) {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new IllegalStateException("Can not read " + file); // bug: without `e`
                }
            }
        }""",
    good = """
        import java.io.IOException;
        import java.nio.file.Files;
        import java.nio.file.Path;
        class Settings {
            static String read(Path file) {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new IllegalStateException("Can not read " + file, e);
                }
            }
        }""")
public final class CauseDropped implements SourceRule {

    private static final ClassName THROWABLE = ClassName.of("java.lang.Throwable");
    private static final ClassName ERROR = ClassName.of("java.lang.Error");
    private static final Pattern IMPOSSIBLE =
        Pattern
            .compile("(?i)impossible|unreachable|(can ?not|can't|never|should not|shouldn't) (happen|occur|be here)");

    @Override
    public void check(Unit unit, Context context, Sink out) {
        if (!unit.source().mentions("catch") || unit.names().isEmpty()) {
            return;
        }
        TypeNames names = unit.names().get();
        ClassIndex index = context.program().index();
        for (CatchClause clause : unit.source().all(CatchClause.class)) {
            Caught caught = Caught.by(clause, names);
            if (caught.types().isEmpty() || caught.isOfCheck()
                || caught.types().stream().anyMatch(type -> Telling.all(type, index))) {
                continue;
            }
            for (ThrowStmt thrown : caught.thrown()) {
                caught.made(thrown)
                    .filter(made -> !caught.isKeptFor(thrown) && caught.leadsTo(thrown))
                    .filter(made -> !caught.hasOtherCause(made) && !IMPOSSIBLE.matcher(made.toString()).find())
                    .filter(made -> !isForUsers(made) || !caught.isMentionedIn(thrown))
                    .filter(made -> names.resolve(made.getType().getNameWithScope(), made)
                        .filter(type -> !index.isSubtype(type, ERROR) && !isMoreExact(type, caught, index))
                        .filter(type -> takesCause(type, caught.types(), index))
                        .isPresent())
                    .ifPresent(made -> report(caught, thrown, made, unit.source(), out));
            }
        }
    }

    /** The same failure once more, in better words: a class of the platform is too wide for that. */
    private static boolean isMoreExact(ClassName made, Caught caught, ClassIndex index) {
        return caught.types().stream()
            .allMatch(type -> !type.internal().startsWith("java/") && index.isSubtype(made, type));
    }

    /** What says to a user what is wrong with the input needs no more than the words. */
    private static boolean isForUsers(ObjectCreationExpr made) {
        return made.getType().getNameAsString().contains("Validation");
    }

    private static void report(Caught caught, ThrowStmt thrown, ObjectCreationExpr made, SourceFile source, Sink out) {
        String variable = caught.variable();
        String rest = caught.isMentionedIn(thrown) ? "; only its text goes on" : "";
        out.report(
            source.place(thrown),
            "`" + made.getType().getNameWithScope() + "` is thrown without `" + variable + "` as its cause" + rest,
            new Step(source.place(caught.clause().getParameter()), "`" + variable + "` is caught here"),
            new Step(source.place(thrown), "and its stack trace ends here"));
    }

    /** Whether the class has a public constructor that a cause of these types can be handed to. */
    private static boolean takesCause(ClassName made, Set<ClassName> causes, ClassIndex index) {
        return index.find(made).stream()
            .flatMap(header -> header.methods().stream())
            .filter(method -> method.name().equals("<init>") && method.isPublic())
            .map(MethodHeader::descriptor)
            .flatMap(constructor -> constructor.parameters().stream())
            .flatMap(parameter -> Descriptor.classIn(parameter).stream())
            .filter(parameter -> index.isSubtype(parameter, THROWABLE))
            .anyMatch(parameter -> causes.stream().allMatch(cause -> index.isSubtype(cause, parameter)));
    }
}
