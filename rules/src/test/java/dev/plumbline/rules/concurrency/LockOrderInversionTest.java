package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class LockOrderInversionTest {

    private final RuleTest rule = RuleTest.of(new LockOrderInversion());

    @Test
    void twoFieldsInOppositeOrders() {
        rule.on("""
            import java.util.concurrent.locks.*;
            class Twice {
                private final Object a = new Object();
                private final Object b = new Object();
                private final Lock first = new ReentrantLock();
                private final Lock second = new ReentrantLock();
                private static final Object ALL = new Object();
                private final ReadWriteLock left = new ReentrantReadWriteLock();
                private final ReadWriteLock right = new ReentrantReadWriteLock();
                int count;
                void forth() {
                    synchronized (a) {
                        synchronized (b) { // bug: `b` is waited for while `a` is held
                            count++;
                        }
                    }
                }
                void back() {
                    synchronized (b) {
                        synchronized (a) { // bug: `a` is waited for while `b` is held
                            count--;
                        }
                    }
                }
                void explicit() {
                    first.lock();
                    try {
                        second.lock(); // bug: `Twice.reverse` takes them the other way round
                        try {
                            count++;
                        } finally {
                            second.unlock();
                        }
                    } finally {
                        first.unlock();
                    }
                }
                void reverse() {
                    second.lock();
                    try {
                        first.lock(); // bug: `Twice.explicit` takes them the other way round
                        count--;
                        first.unlock();
                    } finally {
                        second.unlock();
                    }
                }
                synchronized void own() {
                    synchronized (ALL) { // bug: is waited for while the `Twice` is held
                        count++;
                    }
                }
                void all() {
                    synchronized (ALL) {
                        bump(); // bug: the `Twice` is waited for
                    }
                }
                private synchronized void bump() {
                    count++;
                }
                void readers() {
                    left.readLock().lock();
                    right.readLock().lock(); // fine: two read locks let each other in
                    right.readLock().unlock();
                    left.readLock().unlock();
                }
                void readersBack() {
                    right.readLock().lock();
                    left.readLock().lock(); // fine: two read locks let each other in
                    left.readLock().unlock();
                    right.readLock().unlock();
                }
            }
            """);
    }

    @Test
    void objectsThatCallEachOther() {
        rule.on("""
            class Parent {
                private final Child child = new Child(this);
                private int size;
                synchronized void refresh() {
                    child.redraw(); // bug: the `Child` is waited for while the `Parent` is held
                }
                synchronized void resized() {
                    size++;
                }
            }
            """, """
            class Child {
                private final Parent parent;
                private int drawn;
                Child(Parent parent) {
                    this.parent = parent;
                }
                synchronized void redraw() {
                    drawn++;
                }
                synchronized void grow() {
                    tell(); // bug: the `Parent` is waited for while the `Child` is held
                }
                private void tell() {
                    parent.resized();
                }
            }
            """);
    }

    @Test
    void ordersThatCanNotMeet() {
        rule.on("""
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Apart {
                private final Object gate = new Object();
                private final Object a = new Object();
                private final Object b = new Object();
                private final Object c = new Object();
                private final Object d = new Object();
                private final Object e = new Object();
                private final Object f = new Object();
                private final Lock g = new ReentrantLock();
                private final Lock h = new ReentrantLock();
                private final Executor executor = Runnable::run;
                int count;
                void forth() {
                    synchronized (gate) {
                        synchronized (a) {
                            synchronized (b) { // fine: the gate keeps the two apart
                                count++;
                            }
                        }
                    }
                }
                void back() {
                    synchronized (gate) {
                        synchronized (b) {
                            synchronized (a) { // fine: the gate keeps the two apart
                                count--;
                            }
                        }
                    }
                }
                private void unused() {
                    synchronized (c) {
                        synchronized (d) { // fine: nobody calls it
                            count++;
                        }
                    }
                }
                void used() {
                    synchronized (d) {
                        synchronized (c) { // fine: the other order is never taken
                            count++;
                        }
                    }
                }
                void later() {
                    synchronized (e) {
                        executor.execute(() -> {
                            synchronized (f) { // fine: runs when the block is left
                                count++;
                            }
                        });
                    }
                }
                void now() {
                    synchronized (f) {
                        synchronized (e) { // fine: the other order is never taken
                            count++;
                        }
                    }
                }
                void tries() {
                    g.lock();
                    if (h.tryLock()) { // fine: it does not wait
                        count++;
                        h.unlock();
                    }
                    g.unlock();
                }
                void waits() {
                    h.lock();
                    g.lock(); // fine: the other order does not wait
                    g.unlock();
                    h.unlock();
                }
                synchronized void again() {
                    synchronized (a) {
                        once(); // fine: this thread has it already
                    }
                }
                synchronized void once() {
                    count++;
                }
            }
            """);
    }

    @Test
    void waysThatCanNotBeGoneOrLeadElsewhere() {
        rule.on("""
            import java.util.*;
            class Work {
                private final Object lock = new Object();
                private final Object inner = new Object();
                private boolean direct;
                int count;
                void add() {
                    synchronized (lock) {
                        count++;
                        if (!direct) {
                            wake(); // fine: takes no lock when `direct` is not set
                        }
                    }
                }
                void wake() {
                    if (direct) {
                        iterate();
                    }
                }
                void iterate() {
                    synchronized (inner) {
                        synchronized (lock) { // fine: the other order is never taken
                            count--;
                        }
                    }
                }
            }
            """, """
            import java.util.*;
            class Dispatcher {
                private final List<Listener> listeners = new ArrayList<>();
                synchronized void register(Listener listener) {
                    listeners.add(listener);
                }
                synchronized void post() {
                    for (Listener listener : listeners) {
                        listener.clear(); // fine: a listener may know another dispatcher
                    }
                }
            }
            """, """
            import java.util.*;
            class Listener {
                private final Map<String, Dispatcher> known = new HashMap<>();
                private int cleared;
                synchronized void clear() {
                    cleared++;
                }
                synchronized void follow(String name) {
                    known.get(name).register(this); // fine: this one need not be registered there yet
                }
            }
            """, """
            class Registry {
                private int size;
                synchronized void register(Entry entry) {
                    size++;
                    entry.changed(); // fine: whoever calls it holds the entry
                }
            }
            """, """
            class Entry {
                private final Registry registry = new Registry();
                private int changes;
                synchronized void enter() {
                    registry.register(this); // fine: the registry takes no other entry
                }
                synchronized void changed() {
                    changes++;
                }
            }
            """);
    }
}
