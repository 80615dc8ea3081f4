package dev.plumbline.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.SourceRule;
import dev.plumbline.testkit.RuleContract;
import dev.plumbline.testkit.RuleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every rule of every pack must hold to, whatever it looks for. */
class EveryRuleTest {

    private static final Path CLASSES = Path.of("target/classes");

    @TestFactory
    Stream<DynamicTest> holdsToTheContract() {
        return forEach(rules(), rule -> assertEquals(List.of(), RuleContract.breaches(rule)));
    }

    @TestFactory
    Stream<DynamicTest> examplesAreTrue() {
        return forEach(rules(), rule -> RuleTest.of(rule).onExamples());
    }

    @TestFactory
    Stream<DynamicTest> examplesOfSourceRulesAreTrueWithoutBytecode() {
        return forEach(rules().filter(SourceRule.class::isInstance),
            rule -> RuleTest.of(rule).withoutBytecode().onExamples());
    }

    /** {@link RuleCatalog} itself refuses two rules of one id. */
    @Test
    void everyRuleIsListedInThePackOfItsPackage() {
        Set<String> listed = new TreeSet<>();
        for (RulePack pack : ServiceLoader.load(RulePack.class)) {
            assertEquals("dev.plumbline.rules." + pack.id(), pack.getClass().getPackageName());
            RuleContract.rulesOf(pack).stream()
                .map(rule -> rule.getClass().getName())
                .filter(name -> name.startsWith(pack.getClass().getPackageName() + "."))
                .forEach(listed::add);
        }
        assertEquals(namesOf(Rule.class), listed);
    }

    @Test
    void everyPackIsListedForTheServiceLoader() {
        Set<String> loaded = ServiceLoader.load(RulePack.class).stream()
            .map(pack -> pack.type().getName())
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(namesOf(RulePack.class), loaded);
    }

    @Test
    void everyRuleHasATestOfItsOwn() {
        assertEquals(List.of(), rules()
            .map(rule -> rule.getClass().getName().replace('.', '/') + "Test.java")
            .filter(test -> !Files.exists(Path.of("src/test/java", test)))
            .toList());
    }

    @Test
    void instructionsAreTheEnginesAffair() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertFalse(Files.readString(source).contains("import org.objectweb."),
                    source + " asks ASM; ask MethodCode, or teach it the question");
            }
        }
    }

    private static Stream<Rule> rules() {
        return RuleCatalog.installed().rules().stream().map(RuleCard::rule);
    }

    private static Stream<DynamicTest> forEach(Stream<Rule> rules, Consumer<Rule> test) {
        return rules.map(rule -> DynamicTest.dynamicTest(rule.id(), () -> test.accept(rule)));
    }

    /** The classes of this module that implement the type. */
    private static Set<String> namesOf(Class<?> type) {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                .map(file -> file.replace('/', '.').replaceFirst("\\.class$", ""))
                .filter(name -> type.isAssignableFrom(load(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, EveryRuleTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
