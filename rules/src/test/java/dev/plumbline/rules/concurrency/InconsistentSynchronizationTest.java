package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class InconsistentSynchronizationTest {

    private final RuleTest rule = RuleTest.of(new InconsistentSynchronization());

    @Test
    void writesAndCollectionsNeedTheLockOfTheOthers() {
        rule.on("""
            import java.util.*;
            class Pool {
                private final Object lock = new Object();
                private final List<String> free = new ArrayList<>();
                private int taken;
                String take() { synchronized (lock) { taken++; return free.remove(0); } }
                void give(String s) { synchronized (lock) { taken--; free.add(s); } }
                int size() { return free.size(); } // bug: `free` is read without `lock`
                void reset() { taken = 0; } // bug: `taken` is written without `lock`
                int taken() { return taken; } // fine: one read is late, not wrong
                List<String> all() { return free; } // fine: handed on
            }
            """);
    }

    @Test
    void whatIsSafeByItselfNeedsNoLock() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            class Safe {
                private final Map<String, String> map = new ConcurrentHashMap<>();
                private final AtomicInteger count = new AtomicInteger();
                private volatile int latest;
                private List<String> names = new CopyOnWriteArrayList<>();
                synchronized void add(String s) { map.put(s, s); count.incrementAndGet(); latest = 1; names.add(s); }
                synchronized void more(String s) { map.put(s, s); count.incrementAndGet(); latest = 2; names.add(s); }
                void bare(String s) { map.remove(s); count.set(0); latest = 3; names.remove(s); } // fine: safe types
            }
            """);
    }

    @Test
    void callersNamesAndStartsAreBelieved() {
        rule.on("""
            import java.util.*;
            class Store {
                private final List<String> rows = new ArrayList<>();
                private Map<String, String> index;
                Store() { load(); }
                private void load() { rows.add("a"); } // fine: being made
                void init() { rows.add("first"); } // fine: before the others
                synchronized void add(String s) { rows.add(s); grow(s); addUnlocked(s); }
                synchronized void remove(String s) { rows.remove(s); }
                private void grow(String s) { rows.add(s + s); } // fine: called with the lock
                void addUnlocked(String s) { rows.add(s); } // fine: says so
                Map<String, String> index() {
                    if (index == null) { // fine: tested again
                        synchronized (this) { if (index == null) index = new HashMap<>(); }
                    }
                    return index;
                }
            }
            """);
    }

    @Test
    void usesWithoutTheLockMustBeTheException() {
        rule.on("""
            import java.util.*;
            class Mostly {
                private final List<String> rows = new ArrayList<>();
                synchronized void add(String s) { rows.add(s); }
                void remove(String s) { rows.remove(s); } // fine: as often without as with
                int size() { return rows.size(); }
            }
            """);
    }

    @Test
    void aClassThatPromisesToBeThreadSafeIsTakenAtItsWord() {
        rule.on("""
            import javax.annotation.concurrent.ThreadSafe;
            @ThreadSafe
            class Promise {
                private int value;
                private final Object lock = new Object();
                void set(int n) { value = n; } // bug: `value` is written without a lock, in a class that is
                int get() { return value; } // bug: `value` is read
                int held() { synchronized (lock) { return value; } }
            }
            """);
    }

    @Test
    void stampsAreLocksAndValidatedReadsNeedNone() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.locks.*;
            class Stamped {
                private final StampedLock lock = new StampedLock();
                private final List<String> free = new ArrayList<>();
                private int taken;
                String take() {
                    long stamp = lock.writeLock();
                    try { taken++; return free.remove(0); } finally { lock.unlockWrite(stamp); }
                }
                void give(String s) {
                    long stamp = lock.writeLock();
                    try { taken--; free.add(s); } finally { lock.unlockWrite(stamp); }
                }
                int size() {
                    long stamp = lock.tryOptimisticRead();
                    int size = free.size(); // fine: read again when it does not hold
                    if (!lock.validate(stamp)) {
                        stamp = lock.readLock();
                        try { size = free.size(); } finally { lock.unlockRead(stamp); }
                    }
                    return size;
                }
                void drop(String s) { free.remove(s); } // bug: `free` is changed without `lock`
                void reset() { taken = 0; } // bug: `taken` is written without `lock`
            }
            """);
    }
}
