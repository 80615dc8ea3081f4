package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.WARNING;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@RuleInfo(
    title = "A row is looked for and then inserted, and two requests can do both",
    severity = WARNING,
    confidence = Confidence.MEDIUM,
    cwe = {367},
    since = "0.1",
    preview = true,
    why = """
        Between the question and the insert another request can ask the same question and get the same answer: a double
        click is enough. Without a unique constraint there are two accounts or two payments; with one, the second
        request fails with an error that nobody has prepared for. A transaction does not help at the usual
        isolation.""",
    instead = """
        Let the database decide: a unique constraint, and a handler for `DataIntegrityViolationException` that says
        "exists already". Or an upsert.""",
    silent = {
        "programs that handle the violation of a constraint, around the insert or in an `@ExceptionHandler`",
        "locks held from the question to the insert, transactions with isolation `SERIALIZABLE`",
        "start-up code, and whatever no request or message leads to",
        "questions by id"
    },
    bad = """
        import org.springframework.data.repository.CrudRepository;
        import org.springframework.web.bind.annotation.*;
        record Account(Long id, String mail) {
        }
        interface Accounts extends CrudRepository<Account, Long> {
            boolean existsByMail(String mail);
        }
        @RestController
        class SignUp {
            private final Accounts accounts;
            SignUp(Accounts accounts) {
                this.accounts = accounts;
            }
            @PostMapping("/accounts")
            void signUp(String mail) {
                if (accounts.existsByMail(mail)) {
                    throw new IllegalArgumentException("exists already");
                }
                accounts.save(new Account(null, mail)); // bug: two requests can both
            }
        }""",
    good = """
        import org.springframework.dao.DataIntegrityViolationException;
        import org.springframework.data.repository.CrudRepository;
        import org.springframework.web.bind.annotation.*;
        record Account(Long id, String mail) {
        }
        interface Accounts extends CrudRepository<Account, Long> {
        }
        @RestController
        class SignUp {
            private final Accounts accounts;
            SignUp(Accounts accounts) {
                this.accounts = accounts;
            }
            @PostMapping("/accounts")
            void signUp(String mail) {
                try {
                    accounts.save(new Account(null, mail));
                } catch (DataIntegrityViolationException e) {
                    throw new IllegalArgumentException("exists already", e);
                }
            }
        }""")
public final class CheckThenInsertRace implements MethodRule {

    private static final ClassName SPRING_DATA = ClassName.of("org.springframework.data.repository.Repository");
    private static final Pattern STORES = Pattern.compile(".*(Repository|Repo|Dao|DAO|Mapper)");
    private static final Pattern ASKS =
        Pattern.compile("(exists|find|count|get|select)(First|One|Top|Count)?By[A-Z].*");
    private static final Pattern BY_ID = Pattern.compile("(exists|find|count|get|select)By\\w*Ids?(In)?");
    private static final Set<String> INSERTS = Set.of("save", "saveAndFlush", "insert", "persist");
    private static final Set<Root.Kind> TOGETHER = Set.of(Root.Kind.REQUEST, Root.Kind.SERVLET, Root.Kind.GRPC,
        Root.Kind.LISTENER);
    private static final ClassName VIOLATION =
        ClassName.of("org.springframework.dao.DataIntegrityViolationException");
    private static final ClassName DUPLICATE = ClassName.of("org.springframework.dao.DuplicateKeyException");
    private static final ClassName TRANSACTIONAL =
        ClassName.of("org.springframework.transaction.annotation.Transactional");
    private static final ClassName ON_EXCEPTION =
        ClassName.of("org.springframework.web.bind.annotation.ExceptionHandler");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call insert : method.calls()) {
            if (!INSERTS.contains(insert.name()) || !isStore(insert, context.program()) || isHandled(method, insert)) {
                continue;
            }
            Optional<Call> check = method.calls().stream()
                .filter(call -> ASKS.matcher(call.name()).matches() && !BY_ID.matcher(call.name()).matches()
                    && isStore(call, context.program()))
                .filter(call -> method.origins().same(call.receiver(), call.site(), insert.receiver(), insert.site()))
                .filter(call -> isOnAbsence(method, call, insert)
                    && !method.locks().shared(call.site(), insert.site(), false))
                .findFirst();
            if (check.isPresent() && isMade(method, insert) && isConcurrent(method, context)
                && !isSerial(method, context) && !isHandledElsewhere(context.program())) {
                out.report(method.place(insert), "two requests can both get past `" + check.get().name()
                    + "`; the second `" + insert.name() + "` is a duplicate or fails",
                    new Step(method.place(check.get()), "the row is looked for here"),
                    new Step(method.place(insert), "and inserted here, in a second statement"));
                return;
            }
        }
    }

    /** A repository, by its type or as the program calls its own. */
    private static boolean isStore(Call call, Program program) {
        ClassName owner = call.target().owner();
        return program.index().isSubtype(owner, SPRING_DATA)
            || program.owns(owner) && STORES.matcher(owner.simple()).matches();
    }

    /** Not a row that was read before and is changed. */
    private static boolean isMade(MethodCode method, Call insert) {
        return method.origins().inputs(insert.firstArgument()).stream()
            .noneMatch(value -> !value.isKnown() || value.is("call") && value.site().flatMap(method::call)
                .filter(call -> call.target().owner().simple().equals("Optional")
                    || STORES.matcher(call.target().owner().simple()).matches())
                .isPresent());
    }

    /** Whether the insert runs only when the check found nothing. */
    private static boolean isOnAbsence(MethodCode method, Call check, Call insert) {
        return method.branches().stream().anyMatch(branch -> {
            Optional<Site> absent = absent(method, branch, check);
            return absent.isPresent() && !reaches(method, other(branch, absent.get()), insert)
                && (absent.get().equals(insert.site()) || method.flow().reaches(absent.get(), insert.site()));
        });
    }

    private static boolean reaches(MethodCode method, Site from, Call insert) {
        return from.equals(insert.site()) || method.flow().reaches(from, insert.site());
    }

    private static Site other(Branch branch, Site side) {
        return side.equals(branch.taken()) ? branch.otherwise() : branch.taken();
    }

    /** Where control goes when there is no such row. */
    private static Optional<Site> absent(MethodCode method, Branch branch, Call check) {
        Origin tested = branch.tested();
        if (tested.equals(check.result())) {
            return Optional.of(branch.whenZero());
        }
        return tested.site().flatMap(method::call)
            .filter(call -> call.receiver().equals(check.result()))
            .flatMap(call -> switch (call.name()) {
                case "isPresent" -> Optional.of(branch.whenZero());
                case "isEmpty" -> Optional.of(other(branch, branch.whenZero()));
                default -> Optional.<Site>empty();
            });
    }

    private static boolean isHandled(MethodCode method, Call insert) {
        return method.handlers().stream().filter(handler -> handler.guarded().contains(insert.site()))
            .flatMap((Handler handler) -> handler.caught().stream())
            .anyMatch(type -> catchesViolation(type, method.surroundings().index()));
    }

    private static boolean catchesViolation(ClassName type, ClassIndex index) {
        return type.equals(VIOLATION) || type.equals(DUPLICATE) || index.isSubtype(VIOLATION, type)
            || type.simple().equals("ConstraintViolationException");
    }

    private static boolean isConcurrent(MethodCode method, Context context) {
        return context.roots().reaching(method.ref()).stream().anyMatch(TOGETHER::contains);
    }

    private static boolean isSerial(MethodCode method, Context context) {
        ClassIndex index = context.program().index();
        return Stream.concat(method.header().annotations().stream(), method.type().header().annotations().stream())
            .anyMatch(annotation -> annotation.type().equals(TRANSACTIONAL)
                && annotation.texts("isolation").contains("SERIALIZABLE"))
            || index.withMeta(method.header().annotations()).stream()
                .anyMatch(annotation -> annotation.type().simple().contains("Lock"));
    }

    /** An advice for the violation itself; one for every exception is not prepared for it. */
    private static boolean isHandledElsewhere(Program program) {
        return program.classes().stream().flatMap(type -> type.methods().stream())
            .anyMatch(method -> method.annotations().stream().map(Annotation::type).anyMatch(ON_EXCEPTION::equals)
                && Stream.concat(
                    method.annotations().stream().flatMap(annotation -> annotation.texts("value").stream()),
                    method.descriptor().parameters().stream().map(type -> type.replace('/', '.')))
                    .anyMatch(text -> List.of("DataIntegrityViolationException", "DuplicateKeyException",
                        "DataAccessException").stream().anyMatch(text::contains)));
    }
}
