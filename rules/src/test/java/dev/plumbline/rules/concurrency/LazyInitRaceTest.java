package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class LazyInitRaceTest {

    private final RuleTest rule = RuleTest.of(new LazyInitRace());

    @Test
    void aSecondTestUnderTheLockDoesNotHelpTheReaderWithoutOne() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.locks.*;
            class Twice {
                private static Map<String, String> table;
                private Map<String, String> own;
                private boolean loaded;
                private final Lock lock = new ReentrantLock();
                static Map<String, String> table() {
                    if (table == null) {
                        synchronized (Twice.class) {
                            if (table == null) {
                                table = new HashMap<>(); // bug: `table` is not volatile
                            }
                        }
                    }
                    return table;
                }
                Map<String, String> throughLocal() {
                    Map<String, String> result = own;
                    if (result != null) {
                        return result;
                    }
                    lock.lock();
                    try {
                        result = own;
                        if (result == null) {
                            own = result = load(); // bug: `own` is not volatile
                        }
                        return result;
                    } finally {
                        lock.unlock();
                    }
                }
                String get(String key) {
                    if (!loaded) {
                        synchronized (this) {
                            if (!loaded) {
                                own = load();
                                loaded = true; // bug: `loaded` is not volatile
                            }
                        }
                    }
                    return own.get(key);
                }
                private static Map<String, String> load() {
                    return new HashMap<>();
                }
            }
            """);
    }

    @Test
    void aTestOutsideTheLockOnlyMakesTwo() {
        rule.on("""
            import java.io.*;
            class Once {
                private Reader reader;
                private Object token;
                Reader reader(File file) throws IOException {
                    if (reader == null) {
                        synchronized (this) {
                            reader = new FileReader(file); // bug: `reader` is tested outside the lock and not again
                        }
                    }
                    return reader;
                }
                synchronized Object token() {
                    if (token == null) {
                        token = new Object(); // fine: the whole method holds the monitor
                    }
                    return token;
                }
            }
            """);
    }

    @Test
    void withoutALockStaticFieldsAndSharedBeansAreReported() {
        rule.on("""
            package org.springframework.web.bind.annotation;
            @org.springframework.stereotype.Controller
            public @interface RestController { }
            """, """
            package org.springframework.web.bind.annotation;
            public @interface GetMapping { String value(); }
            """, """
            package org.springframework.stereotype;
            public @interface Controller { }
            """, """
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            class Pools {
                private static ExecutorService pool;
                static ExecutorService pool() {
                    if (pool == null) {
                        pool = Executors.newFixedThreadPool(4); // bug: two threads can both find `pool` null
                    }
                    return pool;
                }
            }
            @RestController
            class TaskController {
                private ExecutorService pool;
                private String name;
                @GetMapping("/run")
                void run(Runnable task) {
                    if (pool == null) {
                        pool = Executors.newFixedThreadPool(4); // bug: two threads can both find `pool` null
                    }
                    if (name == null) {
                        name = "pool " + pool; // fine: a string
                    }
                    pool.execute(task);
                }
            }
            class PerCaller {
                private ExecutorService pool;
                ExecutorService pool() {
                    if (pool == null) {
                        pool = Executors.newFixedThreadPool(4); // fine: nobody says that the object is shared
                    }
                    return pool;
                }
            }
            """);
    }

    @Test
    void whatIsSeenWholeIsFine() {
        rule.on("""
            import java.util.*;
            import java.util.function.*;
            class Whole {
                record Pair(String a, String b) { }
                static final class Frozen {
                    private final Map<String, String> values;
                    Frozen(Map<String, String> values) { this.values = Map.copyOf(values); }
                }
                private static volatile Map<String, String> safe;
                private static Frozen frozen;
                private static Pair pair;
                private static String text;
                private static Supplier<String> supplier;
                private static Class<?> type;
                private int hash;
                static void fill() throws ClassNotFoundException {
                    if (safe == null) {
                        synchronized (Whole.class) {
                            if (safe == null) safe = new HashMap<>(); // fine: volatile
                        }
                    }
                    if (frozen == null) {
                        synchronized (Whole.class) {
                            if (frozen == null) frozen = new Frozen(safe); // fine: final fields only
                        }
                    }
                    if (pair == null) pair = new Pair("a", "b"); // fine: a record
                    if (text == null) text = "a" + pair; // fine: a string
                    if (supplier == null) supplier = () -> text; // fine: a lambda
                    if (type == null) type = Class.forName(text); // fine: a class
                    if (frozen == null) frozen = new Frozen(safe); // fine: the second is as good as the first
                }
                @Override public int hashCode() {
                    if (hash == 0) hash = text.hashCode(); // fine: a number
                    return hash;
                }
                private static class Holder {
                    static final Map<String, String> VALUE = new HashMap<>(); // fine: the holder idiom
                }
                static Map<String, String> held() {
                    return Holder.VALUE;
                }
            }
            """);
    }

    @Test
    void locksOfCallersAndSingleThreadsAreFine() {
        rule.on("""
            import java.lang.invoke.*;
            import java.util.concurrent.*;
            class Callers {
                private static ExecutorService pool;
                private static ExecutorService late;
                private ExecutorService own;
                Callers() {
                    if (own == null) own = Executors.newCachedThreadPool(); // fine: a constructor
                }
                static synchronized ExecutorService one() { return make(); }
                static ExecutorService two() { synchronized (Callers.class) { return make(); } }
                private static ExecutorService make() {
                    if (pool == null) pool = Executors.newCachedThreadPool(); // fine: every caller holds the monitor
                    return pool;
                }
                public static void main(String[] args) {
                    start();
                }
                private static void start() {
                    if (late == null) late = Executors.newCachedThreadPool(); // fine: only `main` comes here
                }
            }
            class Handles {
                private static final VarHandle POOL;
                private ExecutorService pool;
                static {
                    try {
                        POOL = MethodHandles.lookup().findVarHandle(Handles.class, "pool", ExecutorService.class);
                    } catch (ReflectiveOperationException e) {
                        throw new ExceptionInInitializerError(e);
                    }
                }
                ExecutorService pool() {
                    ExecutorService result = (ExecutorService) POOL.getAcquire(this);
                    if (result == null) {
                        synchronized (this) {
                            result = pool;
                            if (result == null) {
                                result = Executors.newCachedThreadPool();
                                POOL.setRelease(this, result); // fine: released and acquired
                            }
                        }
                    }
                    return result;
                }
            }
            """);
    }

    @Test
    void theTestAndTheWriteMayBeInTwoMethods() {
        rule.on("""
            import java.util.*;
            class Split {
                private Map<String, String> table;
                Map<String, String> table() {
                    if (table == null) {
                        load();
                    }
                    return table;
                }
                private synchronized void load() {
                    if (table == null) {
                        table = new HashMap<>(); // missed: the test without the lock is in the caller
                    }
                }
            }
            """);
    }

    @Test
    void arraysAndSingletonsAreMadeOnce() {
        rule.on("""
            class Once {
                private static volatile Once instance;
                private static String[] days;
                private static String[] none;
                private static Once planned;
                private Once() {
                }
                static Once instance() {
                    if (null == instance) {
                        instance = new Once(); // bug: two threads can both find `instance` null
                    }
                    return instance;
                }
                static String[] days() {
                    if (days == null) {
                        days = new String[] {"Saturday", "Sunday"}; // bug: two threads can both find `days` null
                    }
                    return days;
                }
                static String[] none() {
                    if (none == null) {
                        none = new String[0]; // fine: one empty array is as good as another
                    }
                    return none;
                }
                static void plan() {
                    if (planned == null) {
                        planned = new Once(); // fine: sets up, once, and is no first use
                    }
                }
            }
            """, """
            class Handlers {
                private static class Handler {
                    private static Handler instance;
                    static Handler instance() {
                        if (instance == null) {
                            instance = new Handler(); // fine: private because its class is, and without state
                        }
                        return instance;
                    }
                }
            }
            class Stateless {
                private static Stateless instance;
                static Stateless instance() {
                    if (instance == null) {
                        instance = new Stateless(); // fine: two are as good as one, and there may be more
                    }
                    return instance;
                }
            }
            """);
    }

    @Test
    void aPlainFieldThatIsReadTwiceMayBeNullTheSecondTime() {
        rule.on("""
            class Names {
                private static String name;
                private static String other;
                static String name() {
                    if (name == null) {
                        synchronized (Names.class) {
                            if (name == null) {
                                name = "name"; // bug: `name` is not volatile
                            }
                        }
                    }
                    return name;
                }
                static String other() {
                    String result = other;
                    if (result == null) {
                        synchronized (Names.class) {
                            result = other;
                            if (result == null) {
                                result = other = "other"; // fine: read once without the lock, and a string is seen whole
                            }
                        }
                    }
                    return result;
                }
            }
            """);
    }
}
