package dev.plumbline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Rung;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTestTest {

    private final RuleTest emptyCatch = RuleTest.of(new EmptyCatch());
    private final RuleTest sleepingMethod = RuleTest.of(new SleepingMethod());

    @Test
    void examplesAreExecutedOnEveryRung() {
        emptyCatch.onExamples();
        emptyCatch.withoutBytecode().onExamples();
        sleepingMethod.onExamples();
    }

    @Test
    void everyLineThatDisagreesIsNamed() {
        String said = failure(() -> emptyCatch.on("""
            package shop;
            interface Part {
            }
            public class Order {
                void one() {
                    try {
                        two();
                    } catch (RuntimeException e) { // fine: or so one thought
                    }
                }
                void two() { // bug: is dropped
                }
            }
            """));
        assertEquals("""
            empty-catch and the markers disagree:
                shop/Order.java line 8 is reported although it is fine: `RuntimeException` is dropped
                    } catch (RuntimeException e) { // fine: or so one thought
                shop/Order.java line 11 is silent: the bug was not found
                    void two() { // bug: is dropped""", said);
    }

    @Test
    void severalSourcesAreOneProgram() {
        sleepingMethod.on("""
            package a;
            public class Waits extends b.Base {
                void waits() throws InterruptedException {
                    nap();
                }
            }
            """, """
            package b;
            public class Base {
                protected void nap() throws InterruptedException {
                    Thread.sleep(1); // bug: `nap` sleeps
                }
            }
            """);
    }

    @Test
    void aSnippetThatDoesNotCompileIsAMistakeOfTheTest() {
        String said = failure(() -> sleepingMethod.on("""
            class Broken {
                void broken() {
                    nowhere();
                }
            }
            """));
        assertTrue(said.contains("Broken.java:3 cannot find symbol"), said);
    }

    @Test
    void withoutBytecodeASnippetNeedNotCompile() {
        emptyCatch.withoutBytecode().on("""
            class Broken {
                void broken() {
                    try {
                        nowhere();
                    } catch (Unheard e) { // bug: `Unheard` is dropped
                    }
                }
            }
            """);
    }

    @Test
    void aRuleThatCrashesFailsItsTest() {
        String said = failure(() -> RuleTest.of(new CrashingRule()).on("class A {\n}"));
        assertTrue(said.contains("on purpose") && said.contains("CrashingRule.check"), said);
    }

    @Test
    void oneCompilerAloneCanBeAskedFor() {
        sleepingMethod.standingOn(Rung.COMPILED).onExamples();
        sleepingMethod.standingOn(Rung.COMPILED_IN_MEMORY).onExamples();
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        long before = leftovers();
        emptyCatch.onExamples();
        assertEquals(before, leftovers());
    }

    private static long leftovers() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(Workbench.FOLDER)).count();
        }
    }

    private static String failure(Runnable test) {
        return assertThrows(AssertionError.class, test::run).getMessage();
    }
}
