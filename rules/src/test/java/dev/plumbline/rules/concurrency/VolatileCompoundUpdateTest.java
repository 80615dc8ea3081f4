package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class VolatileCompoundUpdateTest {

    private final RuleTest rule = RuleTest.of(new VolatileCompoundUpdate());

    @Test
    void everyArithmeticOnItselfIsTwoSteps() {
        rule.on("""
            public class Numbers {
                private volatile int count;
                private volatile long sum;
                private static volatile int all;
                public void up() { count++; } // bug: `count` is read and written back
                public void add(long n) { sum += n; } // bug: `sum` is read
                public int twice() { return count = count * 2; } // bug: `count`
                static void all() { all--; } // bug: `all`
            }
            """);
    }

    @Test
    void aLockOrAnOwnerMakesItOneStep() {
        rule.on("""
            public class Guarded {
                private final Object lock = new Object();
                private volatile int count;
                Guarded() { count++; } // fine: being made
                public synchronized void up() { count++; } // fine: a lock
                public void down() { synchronized (lock) { count--; } } // fine: a lock
                public void both() { synchronized (lock) { helper(); } }
                private void helper() { count++; } // fine: the caller's lock
                public int latest() { return count + 1; } // fine: nothing is written
                public void set(int n) { count = n; } // fine: not its old value
                public void other(Guarded that) { count = that.count + 1; } // fine: another object's value
            }
            """);
    }

    @Test
    void oneThreadThatWritesAloneIsFine() {
        rule.on("""
            public class Worker {
                private volatile int done;
                void start() { new Thread(this::loop).start(); }
                public void loop() { done++; } // fine: one thread writes
                public int done() { return done; }
            }
            """);
    }

    @Test
    void aFlagThatTwoRequestsFindUnset() {
        rule.on("""
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Starts {
                private volatile boolean started;
                private volatile boolean closed;
                private volatile boolean once;
                @PostMapping("/start") void start() {
                    if (!started) {
                        started = true; // bug: two threads can both find `started` not set
                        System.out.println("starting");
                    }
                }
                @PostMapping("/stop") synchronized void stop() {
                    if (!closed) {
                        closed = true; // fine: a lock
                    }
                }
                void unreached() {
                    if (!once) {
                        once = true; // fine: nobody comes here twice
                    }
                }
            }
            """);
    }

    @Test
    void aFlagOfAnObjectOfOnesOwnIsNotRacedFor() {
        rule.on("""
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Doors {
                @PostMapping("/door") void door() { new Door().close(); }
                static class Door {
                    private volatile boolean closed;
                    private static volatile boolean locked;
                    void close() {
                        if (!closed) {
                            closed = true; // fine: each request has a door
                        }
                        lock();
                    }
                    private void lock() {
                        if (!locked) {
                            locked = true; // bug: two threads can both find `locked` not set
                            System.out.println("locked");
                        }
                    }
                }
            }
            """);
    }

    @Test
    void eachLineThatLosesSomethingIsReportedAndTextsCount() {
        rule.on("""
            public class Log {
                private volatile int lines;
                private volatile long bytes;
                private volatile String all = "";
                private volatile String last = "";
                public void add(String line) {
                    lines++; // bug: `lines`
                    bytes += line.length(); // bug: `bytes`
                    all += line; // bug: `all`
                    all = all + ";"; // bug: `all`
                }
                public void cut(String line) {
                    last = line.trim(); // fine: not its old value
                }
                public void cutAgain() {
                    last = last.trim(); // fine: nothing is added
                }
                public void parsed(int length) {
                    last = ""; // fine: the step of one message
                    lines += length; // fine: another field is set beside it
                }
            }
            class Service implements Runnable {
                private volatile long done;
                public void run() { step(); }
                void step() { done += 2; } // fine: a thread of its own
                long done() { return done; }
            }
            """);
    }
}
