package dev.plumbline.report;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.CatchClause;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.MeasuredRule;
import dev.plumbline.verdict.Yardstick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Changes in folders on the disk, judged by the engine with three small rules. */
final class SampleReview {

    static final String STORE = "shop/Store.java";
    static final String PARSER = "shop/Parser.java";
    static final String CALLER = "shop/Caller.java";
    static final String BASELINE = Sides.BASELINE;

    /** Before: a store that closes what it opens and throws nothing. */
    static final Map<String, String> BASE = Map.of(STORE, """
        package shop;

        class Store {
            void open() {
            }

            void close() {
            }

            void write(String text) {
                System.out.println(text);
            }

            int size() {
                return 0;
            }
        }
        """, PARSER, """
        package shop;

        class Parser {
            int parse(String text) {
                try {
                    return Integer.parseInt(text);
                } catch (NumberFormatException e) {
                }
                return 0;
            }
        }
        """, CALLER, """
        package shop;

        class Caller {
            void run(Store store) {
                store.write("a");
            }
        }
        """);

    /** After: `close` is gone, `write` throws, one dropped exception was repaired and another one was added. */
    static final Map<String, String> HEAD = Map.of(STORE, """
        package shop;

        class Store {
            void open() {
            }

            void write(String text) {
                if (text.isEmpty()) {
                    throw new IllegalStateException(text);
                }
                System.out.println(text);
            }

            int size() {
                return 0;
            }

            int other(String text) {
                try {
                    return Integer.parseInt(text.trim());
                } catch (ArithmeticException e) {
                }
                return 1;
            }
        }
        """, PARSER, """
        package shop;

        class Parser {
            int parse(String text) {
                return Integer.parseInt(text);
            }
        }
        """, CALLER, BASE.get(CALLER));

    private static final String OF_TESTS = "It is for tests only. Nobody else sees it.";

    /** On a changed line. */
    @RuleInfo(title = "An exception is dropped", severity = Severity.ERROR, confidence = Confidence.HIGH, since = "0.1",
        why = OF_TESTS, instead = "Handle `it`. Or throw it on.", bad = "class A {}", good = "class A {}")
    static final class DroppedException implements SourceRule {

        @Override
        public void check(Unit unit, Context context, Sink out) {
            unit.source().all(CatchClause.class).stream()
                .filter(clause -> clause.getBody().isEmpty())
                .forEach(clause -> out.report(unit.source().place(clause.getParameter()),
                    "`" + clause.getParameter().getTypeAsString() + "` is dropped"));
        }
    }

    /** On a line beside code that was removed. */
    @RuleInfo(title = "Nothing closes what is opened", severity = Severity.WARNING, confidence = Confidence.MEDIUM,
        since = "0.1", why = OF_TESTS, instead = "Close it.", bad = "class A {}", good = "class A {}")
    static final class OpenWithoutClose implements SourceRule {

        @Override
        public void check(Unit unit, Context context, Sink out) {
            List<MethodDeclaration> methods = unit.source().all(MethodDeclaration.class);
            if (methods.stream().noneMatch(method -> method.getNameAsString().equals("close"))) {
                methods.stream().filter(method -> method.getNameAsString().equals("open"))
                    .forEach(method -> out.report(unit.source().place(method.getName()), "nothing closes this"));
            }
        }
    }

    /** In a file that the change did not touch. */
    @RuleInfo(title = "A call throws", severity = Severity.NOTE, confidence = Confidence.LOW, since = "0.1",
        why = OF_TESTS, instead = "Catch it.", bad = "class A {}", good = "class A {}")
    static final class CallThatThrows implements MethodRule {

        private static final Callee WRITE = Callee.of("shop.Store").named("write");

        @Override
        public void check(MethodCode method, Context context, Sink out) {
            String store = context.program().unit(Unit.Id.at(STORE)).source().text();
            if (store.contains("throw ")) {
                method.calls(WRITE).forEach(call -> out.report(method.place(call), "`write` throws and nobody catches",
                    new Step(method.place(call), "the call")));
            }
        }
    }

    private SampleReview() {
    }

    static RuleCatalog catalog() {
        return RuleCatalog.of(List.of(rule("exceptions", new DroppedException()),
            rule("resources", new OpenWithoutClose()), rule("calls", new CallThatThrows())));
    }

    private static RulePack rule(String pack, Rule rule) {
        return SampleReport.pack(pack, settings -> rule);
    }

    /** The sample change. */
    static Review of(Path folder) {
        return of(folder, BASE, HEAD);
    }

    static Review of(Path folder, Map<String, String> base, Map<String, String> head) {
        Sides sides = Sides.of(written(folder.resolve("base"), base), written(folder.resolve("head"), head), List.of(),
            List.of(), List.of());
        return Review.of(new ReviewRequest(ScanRequest.of(sides.head(), catalog(), 1), sides.base(), sides.change(),
            Yardstick.shipped(people()), Gate.standard(), sides.known(), sides.proposed()));
    }

    /** Measured: two of the three rules, one of which people break now and then. */
    private static HumanChanges people() {
        List<MeasuredRule> rules = List.of("dropped-exception", "open-without-close").stream()
            .map(id -> new MeasuredRule(id, "d1", HumanChanges.MEMORY)).toList();
        List<HumanChange> changes = IntStream.range(0, 20)
            .mapToObj(i -> new HumanChange(HumanChanges.MEMORY, "lib " + i + ".." + (i + 1), 1000,
                new TreeMap<>(Map.of("dropped-exception", i % 7 == 0 ? 9 : 0, "open-without-close", i % 2))))
            .toList();
        return new HumanChanges(rules, changes);
    }

    private static Path written(Path folder, Map<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return folder;
    }
}
