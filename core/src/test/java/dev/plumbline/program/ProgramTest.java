package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Thrown;
import dev.plumbline.finding.Rung;
import dev.plumbline.framework.Sample;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.project.Project;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    private Path folder;

    private Program open(String... sources) throws IOException {
        for (int i = 0; i < sources.length; i++) {
            Files.writeString(folder.resolve("Source" + i + ".java"), sources[i]);
        }
        return Program.open(Project.discover(new Project.Request(List.of(folder), List.of(), List.of())), 2);
    }

    private static MethodRef method(Program program, String type, String name) {
        return program.index().find(ClassName.of(type)).orElseThrow().methods().stream()
            .filter(method -> method.name().equals(name))
            .map(method -> new MethodRef(ClassName.of(type), name, method.descriptor()))
            .findFirst()
            .orElseThrow();
    }

    private static Thrown thrown(Program program, String type, String name) {
        MethodCode anyMethod = program.method(method(program, type, name)).orElseThrow();
        return anyMethod.surroundings().thrownBy(method(program, type, name));
    }

    @Test
    void methodsThatDoNotCompileAreNoMethodsOfTheirUnit() {
        try (Sample sample = Sample.of("class A { synchronized void bad() { int n = \"one\"; } void good() {} }")) {
            Program program = sample.program();
            assertEquals(List.of("<init>", "good"), program.unit(program.units().get(0)).methods()
                .map(method -> method.ref().name())
                .toList());
        }
    }

    @Test
    void sourcesWithoutClassesAreCompiledInMemory() throws IOException {
        Program program = open("class A { int one() { return 1; } }");
        assertEquals(Set.of(Rung.COMPILED_IN_MEMORY), Set.copyOf(program.rungs().values()));
        assertTrue(program.method(method(program, "A", "one")).isPresent());
    }

    @Test
    void aClosedProgramIsNotHeldByTheThreadThatAskedIt() throws IOException, InterruptedException {
        WeakReference<Program> program = askedAndClosed();
        for (int i = 0; i < 100 && !program.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertTrue(program.refersTo(null));
    }

    private WeakReference<Program> askedAndClosed() throws IOException {
        try (Program program = open("class A { int one() { return 1; } }")) {
            assertTrue(program.method(method(program, "A", "one")).isPresent());
            return new WeakReference<>(program);
        }
    }

    @Test
    void aVirtualCallMayRunEveryOverride() throws IOException {
        Program program = open("""
            interface Store { void save(); }
            class Disk implements Store { public void save() { } }
            class Cloud implements Store { public void save() { } }
            class User { void use(Store store) { store.save(); } }
            """);
        Set<String> called = new TreeSet<>();
        program.calls().callees(method(program, "User", "use")).forEach(callee -> called.add(callee.display()));
        assertEquals(Set.of("Cloud.save", "Disk.save"), called);
        assertEquals(List.of(method(program, "User", "use")), program.calls().callers(method(program, "Disk", "save")));
    }

    @Test
    void aThrowTravelsUpToTheHandlerThatSurelyCatchesIt() throws IOException {
        Program program = open("""
            import java.io.*;
            class Chain {
                void bottom() throws IOException { throw new FileNotFoundException(); }
                void middle() throws IOException { bottom(); }
                int top() { try { middle(); return 1; } catch (IOException e) { return 0; } }
                int quiet(int a, int b) { return a + b; }
            }
            """);
        assertEquals(new Thrown(Hazard.EXPLICIT, Set.of(ClassName.of("java.io.FileNotFoundException"))),
            thrown(program, "Chain", "middle"));
        assertTrue(thrown(program, "Chain", "top").hazard().compareTo(Hazard.EXPLICIT) < 0);
        assertTrue(thrown(program, "Chain", "quiet").hazard().compareTo(Hazard.IMPLICIT) <= 0);
    }

    @Test
    void whatAnOverridableMethodSaysItThrowsASubclassMayThrow() throws IOException {
        Program program = open("""
            class Hook {
                void before() throws IllegalStateException { }
                final void fixed() throws IllegalStateException { }
                void silent() { }
            }
            """);
        assertEquals(Hazard.POSSIBLE, thrown(program, "Hook", "before").hazard());
        assertTrue(thrown(program, "Hook", "fixed").hazard().compareTo(Hazard.POSSIBLE) < 0);
        assertTrue(thrown(program, "Hook", "silent").hazard().compareTo(Hazard.POSSIBLE) < 0);
    }

    @Test
    void aMethodThatALibraryDeclaresMayBeTheLibrarysOwn() throws IOException {
        Program program = open("""
            import java.io.*;
            class Blank extends InputStream {
                public int read() { return -1; }
            }
            class User { int use(InputStream in) throws IOException { return in.read(); } }
            """);
        assertEquals(Hazard.IMPLICIT, thrown(program, "Blank", "read").hazard());
        assertEquals(Set.of(ClassName.of("java.io.IOException")), thrown(program, "User", "use").types());
    }

    @Test
    void aRecursionSettles() throws IOException {
        Program program = open("""
            class Even {
                static boolean even(int n) { return n == 0 || odd(n - 1); }
                static boolean odd(int n) {
                    if (n < 0) throw new IllegalStateException();
                    return n != 0 && even(n - 1);
                }
            }
            """);
        assertEquals(Hazard.EXPLICIT, thrown(program, "Even", "even").hazard());
        assertEquals(Set.of(ClassName.of("java.lang.IllegalStateException")), thrown(program, "Even", "even").types());
    }

    @Test
    void aGetterReturnsItsFieldInTheCallersWords() throws IOException {
        Program program = open("""
            import java.util.concurrent.locks.*;
            class Guarded {
                private final Lock lock = new ReentrantLock();
                Lock lock() { return lock; }
                void run() { lock().lock(); }
            }
            """);
        MethodCode run = program.method(method(program, "Guarded", "run")).orElseThrow();
        assertEquals(new Origin("this.lock"), run.calls().get(1).receiver());
    }

    @Test
    void locksThatEveryCallerHoldsAreHeldAtEntry() throws IOException {
        Program program = open("""
            class Registry {
                private final Object lock = new Object();
                private int entries;
                Registry() { add(); }
                void one() { synchronized (lock) { add(); } }
                void two() { synchronized (lock) { entries++; add(); } }
                void three() { synchronized (lock) { drop(); } }
                void four() { drop(); }
                public void five() { synchronized (lock) { shown(); } }
                private void add() { entries++; }
                private void drop() { entries--; }
                public void shown() { entries = 0; }
            }
            """);
        Lock lock = new Lock(new Origin("this.lock"), false);
        assertEquals(Set.of(lock), program.locksAtEntry(method(program, "Registry", "add")));
        assertEquals(Set.of(), program.locksAtEntry(method(program, "Registry", "drop")));
        assertEquals(Set.of(), program.locksAtEntry(method(program, "Registry", "shown")));
    }

    @Test
    void aMethodThatIsReferredToHasCallersNobodyKnows() throws IOException {
        Program program = open("""
            class Tasks {
                void one() { synchronized (this) { work(); } }
                Runnable later() { return this::work; }
                private void work() { }
            }
            """);
        assertTrue(program.calls().isReferred(method(program, "Tasks", "work")));
        assertEquals(Set.of(), program.locksAtEntry(method(program, "Tasks", "work")));
    }

    @Test
    void twoFilesWithOneClassAreNotMixedUp() throws IOException {
        Program program = open("class Twin { void first() { } }", "class Twin { void second() { } }");
        assertEquals(List.of(Rung.COMPILED_IN_MEMORY, Rung.SOURCE_ONLY), List.copyOf(program.rungs().values()));
        assertFalse(program.notices().isEmpty());
        assertTrue(program.notices().get(0).message().contains("Source1.java declares Twin as Source0.java does"));
    }
}
