package dev.plumbline.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.bytecode.Lock;
import dev.plumbline.framework.Roots;
import dev.plumbline.framework.Sample;
import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final String MAPPING =
        "org.springframework.web.bind.annotation; public @interface RequestMapping {}";
    private static final String SCHEDULED = "org.springframework.scheduling.annotation; public @interface Scheduled {}";

    @Test
    void aTouchSaysWhatIsDoneAndUnderWhichLockOfTheOwner() {
        assertEquals(List.of("add WRITE [this.lock]", "bare READ []", "other READ [class Other]", "own READ [this]"),
            touches("Counter", "count", """
                class Counter {
                    private final Object lock = new Object();
                    private int count;
                    void add() { synchronized (lock) { count = 1; } }
                    int bare() { return count; }
                    synchronized int own() { return count; }
                    int other() { synchronized (Other.class) { return count; } }
                }
                class Other {}
                """));
    }

    @Test
    void theOwnersWordIsUsedInInnerClassesAndElsewhere() {
        assertEquals(List.of("lambda$0 WRITE [this.lock]", "run WRITE [this]", "see READ [this]"),
            touches("Outer", "state", """
                class Outer {
                    final Object lock = new Object();
                    int state;
                    class Inner { void run() { synchronized (Outer.this) { state = 1; } } }
                    Runnable task() { return () -> { synchronized (lock) { state = 2; } }; }
                }
                class User { int see(Outer outer) { synchronized (outer) { return outer.state; } } }
                """));
    }

    @Test
    void aViewOfALockIsTheLock() {
        assertEquals(List.of("get READ [this.lock]", "set WRITE [this.lock]"), touches("Viewed", "value", """
            import java.util.concurrent.locks.*;
            class Viewed {
                private final ReadWriteLock lock = new ReentrantReadWriteLock();
                private int value;
                int get() { lock.readLock().lock(); try { return value; } finally { lock.readLock().unlock(); } }
                void set() { lock.writeLock().lock(); try { value = 1; } finally { lock.writeLock().unlock(); } }
            }
            """));
    }

    @Test
    void aPrivateMethodHasTheLocksOfItsCallers() {
        assertEquals(List.of("get READ [this]", "set WRITE [this]"), touches("Held", "value", """
            class Held {
                private int value;
                synchronized void change() { set(); }
                private void set() { value = 1; }
                synchronized int get() { return value; }
            }
            """));
    }

    @Test
    void objectsThatAreBeingMadeAreOwned() {
        assertEquals(List.of("<init> WRITE [] owned", "copy WRITE [] owned", "init WRITE [] owned", "late WRITE []",
            "shared WRITE []"),
            touches("Made", "value", """
                class Made {
                    private int value;
                    Made() { value = 1; init(); }
                    private void init() { value = 2; }
                    static Made copy() { Made made = new Made(); made.value = 3; return made; }
                    void late() { value = 4; }
                    static Made last;
                    static void shared() { Made made = new Made(); last = made; made.value = 5; }
                }
                """));
    }

    @Test
    void methodsThatChangeTheObjectInTheFieldAreChanges() {
        assertEquals(List.of("<init> WRITE [] owned", "add READ []", "add CHANGE []", "size READ []"),
            touches("Names", "names", """
                class Names {
                    private final java.util.List<String> names = new java.util.ArrayList<>();
                    void add(String name) { names.add(name); }
                    int size() { return names.size(); }
                }
                """));
    }

    @Test
    void requestsMeetEachOtherAndScheduledTasksAndNothingMeetsStartUp() {
        String source = """
            import org.springframework.web.bind.annotation.RequestMapping;
            import org.springframework.scheduling.annotation.Scheduled;
            class Shop {
                @RequestMapping void buy() { count(); }
                @Scheduled void clean() { sweep(); }
                @Scheduled void report() { }
                static void main(String[] args) { start(); }
                void count() {}
                void sweep() {}
                static void start() {}
            }
            """;
        assertEquals(List.of("count count true", "count sweep true", "sweep sweep false", "sweep report false",
            "count start false"), with(source, List.of(MAPPING, SCHEDULED), sample -> {
                Threads threads = Sharing.of(sample.program(), Roots.of(sample.program())).threads();
                return List.of("count count", "count sweep", "sweep sweep", "sweep report", "count start").stream()
                    .map(pair -> pair.split(" "))
                    .map(pair -> pair[0] + " " + pair[1] + " " + threads
                        .meeting(sample.method("Shop", pair[0]), sample.method("Shop", pair[1])).isPresent())
                    .toList();
            }));
    }

    @Test
    void typesThatNeverChangeAreSafe() {
        String source = """
            record Price(java.math.BigDecimal amount, String currency) {}
            record Basket(java.util.List<String> items) {}
            class Counter { int count; }
            class Task implements java.util.concurrent.Callable<String> { int n; public String call() { return ""; } }
            class Named extends java.util.concurrent.ConcurrentHashMap<String, String> {}
            """;
        assertEquals(List.of("Price true true", "Basket false false", "Counter false false", "Task false false",
            "Named false true"), with(source, List.of(), sample -> {
                ThreadSafety safety = Sharing.of(sample.program(), Roots.of(sample.program())).safety();
                return List.of("Price", "Basket", "Counter", "Task", "Named").stream()
                    .map(name -> name + " " + safety.isFixed(ClassName.of(name)) + " "
                        + safety.isSafe(ClassName.of(name)))
                    .toList();
            }));
    }

    private static List<String> touches(String type, String field, String source) {
        return with(source, List.of(), sample -> Sharing.of(sample.program(), Roots.of(sample.program()))
            .touches(sample.program().index().find(ClassName.of(type)).orElseThrow())
            .get(field)
            .stream()
            .map(touch -> touch.method().name() + " " + touch.kind() + " " + touch.locks().stream().map(Lock::path)
                .map(path -> path.path()).sorted().toList() + (touch.isOwned() ? " owned" : ""))
            .toList());
    }

    private static List<String> with(String source, List<String> libraries, Function<Sample, List<String>> look) {
        try (Sample sample = Sample.of(source, libraries.toArray(String[]::new))) {
            return look.apply(sample);
        }
    }
}
