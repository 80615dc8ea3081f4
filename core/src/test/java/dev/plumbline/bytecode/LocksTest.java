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
}
