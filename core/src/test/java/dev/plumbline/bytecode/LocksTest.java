package dev.plumbline.bytecode;

import static dev.plumbline.bytecode.OriginsTest.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LocksTest {

    private static Set<Lock> heldAt(MethodCode method, String callee) {
        return method.locks().held(call(method, callee).site());
    }

    private static Lock exclusive(String path) {
        return new Lock(new Origin(path), false);
    }

    @Test
    void aMonitorIsHeldInItsBlockAndNotAfter() {
        for (Snippet snippet : Snippet.both("""
            class A {
                final Object lock = new Object();
                void f() { before(); synchronized (lock) { inside(); } after(); }
                void before() { }
                void inside() { }
                void after() { }
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(Set.of(), heldAt(method, "before"));
            assertEquals(Set.of(exclusive("this.lock")), heldAt(method, "inside"));
            assertEquals(Set.of(), heldAt(method, "after"));
        }
    }

    @Test
    void aSynchronizedMethodHoldsItsObjectOrItsClass() {
        Snippet snippet = Snippet.javac("""
            class A {
                synchronized void f() { g(); }
                static synchronized void s() { h(); }
                void g() { }
                static void h() { }
            }
            """);
        assertEquals(Set.of(exclusive("this")), heldAt(snippet.method("f"), "g"));
        assertEquals(Set.of(exclusive("class A")), heldAt(snippet.method("s"), "h"));
    }

    @Test
    void aLockIsHeldUntilItsUnlockInFinally() {
        for (Snippet snippet : Snippet.both("""
            import java.util.concurrent.locks.*;
            class A {
                final ReadWriteLock lock = new ReentrantReadWriteLock();
                void f() {
                    lock.readLock().lock();
                    try { inside(); } finally { lock.readLock().unlock(); }
                    after();
                }
                void inside() { }
                void after() { }
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(Set.of(new Lock(new Origin("this.lock"), true)), heldAt(method, "inside"));
            assertEquals(Set.of(), heldAt(method, "after"));
        }
    }

    @Test
    void tryLockHoldsWhereItSaidYes() {
        MethodCode method = Snippet.javac("""
            class A {
                final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
                void f() { if (lock.tryLock()) { yes(); lock.unlock(); } else { no(); } }
                void yes() { }
                void no() { }
            }
            """).method("f");
        assertEquals(Set.of(exclusive("this.lock")), heldAt(method, "yes"));
        assertEquals(Set.of(), heldAt(method, "no"));
    }

    @Test
    void whatOnlyOnePathHoldsIsNotHeld() {
        MethodCode method = Snippet.javac("""
            class A {
                final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
                void f(boolean careful) { if (careful) { lock.lock(); } meeting(); }
                void meeting() { }
            }
            """).method("f");
        assertEquals(Set.of(), heldAt(method, "meeting"));
    }

    @Test
    void twoSectionsOnOneLockAreNotShared() {
        MethodCode method = Snippet.javac("""
            class A {
                void f() { synchronized (this) { one(); two(); } synchronized (this) { three(); } }
                void one() { }
                void two() { }
                void three() { }
            }
            """).method("f");
        Site one = call(method, "one").site();
        assertTrue(method.locks().shared(one, call(method, "two").site(), false));
        assertFalse(method.locks().shared(one, call(method, "three").site(), false));
    }

    @Test
    void aStampIsHeldUntilItIsGivenBack() {
        for (Snippet snippet : Snippet.both("""
            import java.util.concurrent.locks.*;
            class A {
                final StampedLock lock = new StampedLock();
                void read() {
                    long stamp = lock.readLock();
                    try { reading(); } finally { lock.unlockRead(stamp); }
                    after();
                }
                void write() {
                    long stamp = lock.writeLock();
                    try { writing(); } finally { lock.unlock(stamp); }
                    after();
                }
                void guess() {
                    long stamp = lock.tryOptimisticRead();
                    guessing();
                    if (!lock.validate(stamp)) {
                        stamp = lock.readLock();
                        try { reading(); } finally { lock.unlockRead(stamp); }
                    }
                }
                void reading() { }
                void writing() { }
                void guessing() { }
                void after() { }
            }
            """)) {
            assertEquals(Set.of(new Lock(new Origin("this.lock"), true)), heldAt(snippet.method("read"), "reading"));
            assertEquals(Set.of(), heldAt(snippet.method("read"), "after"));
            assertEquals(Set.of(exclusive("this.lock")), heldAt(snippet.method("write"), "writing"));
            assertEquals(Set.of(), heldAt(snippet.method("write"), "after"));
            assertEquals(Set.of(), heldAt(snippet.method("guess"), "guessing"));
            assertEquals(Set.of(new Lock(new Origin("this.lock"), true)), heldAt(snippet.method("guess"), "reading"));
        }
    }

    @Test
    void aStampOfZeroHoldsNothing() {
        for (Snippet snippet : Snippet.both("""
            import java.util.concurrent.locks.*;
            class A {
                final StampedLock lock = new StampedLock();
                void tried() {
                    long stamp = lock.tryWriteLock();
                    if (stamp != 0L) { writing(); lock.unlockWrite(stamp); } else { no(); }
                }
                void upgraded() {
                    long stamp = lock.readLock();
                    long write = lock.tryConvertToWriteLock(stamp);
                    if (write == 0) { reading(); lock.unlockRead(stamp); return; }
                    writing();
                    lock.unlockWrite(write);
                    no();
                }
                void reading() { }
                void writing() { }
                void no() { }
            }
            """)) {
            assertEquals(Set.of(exclusive("this.lock")), heldAt(snippet.method("tried"), "writing"));
            assertEquals(Set.of(), heldAt(snippet.method("tried"), "no"));
            assertEquals(Set.of(exclusive("this.lock")), heldAt(snippet.method("upgraded"), "writing"));
            assertEquals(Set.of(new Lock(new Origin("this.lock"), true)),
                heldAt(snippet.method("upgraded"), "reading"));
            assertEquals(Set.of(), heldAt(snippet.method("upgraded"), "no"));
        }
    }

    @Test
    void aPermitIsNoLock() {
        MethodCode method = Snippet.javac("""
            class A {
                final java.util.concurrent.Semaphore slots = new java.util.concurrent.Semaphore(1);
                void f() throws InterruptedException { slots.acquire(); inside(); slots.release(); }
                void inside() { }
            }
            """).method("f");
        assertEquals(Set.of(), heldAt(method, "inside"));
    }
}
