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
                boolean has(String s) { return free.contains(s); } // bug: `free` is read without `lock`
                int size() { return free.size(); } // fine: one number is late, not wrong
                void reset() { taken = 0; } // fine: no two threads are known to meet
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
    void plainValuesAreWrittenWhereTwoThreadsMeet() {
        rule.on("""
            import org.springframework.stereotype.Service;
            class Total {
                private static int all;
                private static final Object LOCK = new Object();
                static void add(int n) { synchronized (LOCK) { all += n; } }
                static void take(int n) { synchronized (LOCK) { all -= n; } }
                static void reset() { all = 0; } // bug: `all` is written without `LOCK`
            }
            @Service
            class Budget {
                private int left;
                synchronized void spend(int n) { left -= n; }
                synchronized void earn(int n) { left += n; }
                void forget() { left = 0; } // bug: `left` is written without `this`
                void writeExternal(int n) { left = n; } // fine: says so
            }
            class Reader {
                private int at;
                private boolean wake;
                void begin() { new Thread(this::follow).start(); new Thread(this::lead).start(); }
                private void follow() { synchronized (this) { at++; wake = true; } other(); }
                private synchronized void other() { at--; }
                private void lead() { at = 0; } // bug: `at` is written without `this`
            }
            """);
    }

    @Test
    void whatAWrapperOrANameSaysIsBelieved() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Wrapped {
                static class ConcurrentBag extends ArrayList<String> { }
                private List<String> list = Collections.synchronizedList(new ArrayList<>());
                private final List<String> copies = new CopyOnWriteArrayList<>();
                private final Set<String> keys = ConcurrentHashMap.newKeySet();
                private final List<String> bag = new ConcurrentBag();
                private Map<String, String> given;
                private Map<String, String> theirs;
                Wrapped(Map<String, String> given) {
                    this.theirs = given;
                    this.given = given == null ? new ConcurrentHashMap<>() : given;
                }
                synchronized void give(String s) { given.put(s, s); theirs.put(s, s); }
                synchronized void take(String s) { given.remove(s); theirs.remove(s); }
                boolean e(String s) { return given.containsKey(s); } // fine: meant to be concurrent
                boolean f(String s) { return theirs.containsKey(s); } // fine: may be concurrent
                void later(String s) {
                    new Thread(() -> theirs.remove(s)).start(); // fine: may be concurrent
                }
                synchronized void add(String s) { list.add(s); copies.add(s); keys.add(s); bag.add(s); }
                synchronized void remove(String s) { list.remove(s); copies.remove(s); keys.remove(s); bag.remove(s); }
                boolean a(String s) { return list.contains(s); } // fine: locks itself
                boolean b(String s) { return copies.contains(s); } // fine: never changes
                boolean c(String s) { return keys.contains(s); } // fine: concurrent
                boolean d(String s) { return bag.contains(s); } // fine: says so in its name
            }
            """);
    }

    @Test
    void aPromiseCanBeWaivedAndACopyIsNew() {
        rule.on("""
            @interface ThreadSafe { boolean enableChecks() default true; }
            @ThreadSafe
            class Point implements Cloneable {
                private int x;
                @ThreadSafe(enableChecks = false)
                void waived(int n) { x = n; } // fine: asks not to be checked
                Point moved(int n) throws CloneNotSupportedException {
                    Point copy = (Point) clone();
                    copy.x = n; // fine: a copy is its maker's own
                    return copy;
                }
                void move(int n) { x = n; } // bug: `x` is written without a lock
            }
            """);
    }

    @Test
    void viewsAndArgumentsAreTheCallers() {
        rule.on("""
            import java.util.*;
            class Routes {
                private final Map<String, String> routes = new HashMap<>();
                synchronized void add(String s) { routes.put(s, s); }
                synchronized void remove(String s) { routes.remove(s); }
                synchronized String get(String s) { return routes.get(s); }
                synchronized boolean has(String s) { return routes.containsKey(s); }
                synchronized void clear() { routes.clear(); }
                synchronized void swap(String a, String b) { routes.put(a, routes.remove(b)); }
                Set<String> names() { return routes.keySet(); } // fine: handed on
                static boolean isIn(Routes all, String s) { return all.routes.containsKey(s); } // fine: the caller's
                String unsafeGet(String s) { return routes.get(s); } // fine: says so
                void deserialize() { fill(); }
                private void fill() { routes.put("a", "b"); } // fine: before the others
                List<String> copy() { return new ArrayList<>(routes.values()); } // bug: `routes` is read
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
                void reset() { taken = 0; } // missed: nothing says that two threads share the object
            }
            """);
    }
}
