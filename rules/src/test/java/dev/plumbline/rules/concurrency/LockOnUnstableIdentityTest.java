package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class LockOnUnstableIdentityTest {

    private final RuleTest rule = RuleTest.of(new LockOnUnstableIdentity());

    @Test
    void stringsAndBoxedValuesAreSharedByChance() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Orders {
                private static final String LOCK = "lock";
                private Integer total = 0;
                private final Boolean flag = Boolean.TRUE;
                private final Integer own = new Integer(7);
                private final String text = new String("text");
                private final Map<String, String> locks = new ConcurrentHashMap<>();
                void constant() {
                    synchronized (LOCK) { // bug: one object for the whole JVM
                        System.out.println();
                    }
                }
                void boxed() {
                    synchronized (total) { // bug: `total` is a boxed value
                        total++;
                    }
                    synchronized (flag) { // bug: `flag` is a boxed value
                        System.out.println();
                    }
                }
                void key(String id, Long number) {
                    synchronized (id) { // bug: `id` is a `String`
                        System.out.println();
                    }
                    synchronized (number) { // bug: `number` is a boxed value
                        System.out.println();
                    }
                    synchronized ("order-" + id) { // bug: equal texts need not be one object
                        System.out.println();
                    }
                    synchronized (id.intern()) { // fine: asked for, though the whole JVM shares it
                        System.out.println();
                    }
                }
                void own() {
                    synchronized (own) { // fine: made by new for the purpose
                        System.out.println();
                    }
                    synchronized (text) { // fine: made by new for the purpose
                        System.out.println();
                    }
                }
                void interned(String id) {
                    locked(id.intern());
                }
                private void locked(String id) {
                    synchronized (id) { // fine: the caller interns it
                        System.out.println();
                    }
                }
                void registry(String id) {
                    String known = locks.putIfAbsent(id, id);
                    String lock = known == null ? id : known;
                    synchronized (lock) { // fine: one object for each key, out of the map
                        System.out.println();
                    }
                }
            }
            """);
    }

    @Test
    void valueBasedClassesHaveNoIdentity() {
        rule.on("""
            import java.time.*;
            import java.util.*;
            class Values {
                private final LocalDate day = LocalDate.now();
                void day(Optional<String> name) {
                    synchronized (day) { // bug: `day` is of a value-based class
                        System.out.println();
                    }
                    synchronized (name) { // bug: `name` is of a value-based class
                        System.out.println();
                    }
                    synchronized (List.of(name)) { // bug: is of a value-based class
                        System.out.println();
                    }
                }
            }
            """);
    }

    @Test
    void theClassOfASubclassIsAnotherLock() {
        rule.on("""
            class Base {
                static int made;
                final int number;
                int count;
                Base() {
                    synchronized (getClass()) { // bug: `getClass()` is another object in each subclass
                        number = made++;
                    }
                }
                void own() {
                    synchronized (getClass()) { // fine: no static field is used
                        count++;
                    }
                }
            }
            class Derived extends Base {
                static int derived;
                void more() {
                    synchronized (getClass()) { // fine: no class extends this one
                        derived++;
                    }
                }
            }
            """);
    }

    @Test
    void anObjectMadeInTheMethodExcludesNobody() {
        rule.on("""
            import java.util.*;
            class Fresh {
                private int count;
                private Object kept;
                void direct() {
                    synchronized (new Object()) { // bug: is made in this call of `direct`
                        count++;
                    }
                }
                void local() {
                    Object lock = new Object();
                    synchronized (lock) { // bug: is made in this call of `local`
                        count++;
                    }
                }
                void captured() throws InterruptedException {
                    Object lock = new Object();
                    new Thread(() -> {
                        synchronized (lock) { // fine: captured, and shared by that
                            lock.notifyAll();
                        }
                    }).start();
                    synchronized (lock) { // fine: another thread has it, too
                        lock.wait();
                    }
                }
                void stored() {
                    Object lock = new Object();
                    kept = lock;
                    synchronized (lock) { // fine: stored where others find it
                        count++;
                    }
                }
                void ownClass() {
                    Fresh other = new Fresh();
                    synchronized (other) { // fine: the object's own fields are set, which its checkers want
                        other.count = 1;
                    }
                }
            }
            """);
    }

    @Test
    void aFieldThatGetsAnotherObjectIsNoLock() {
        rule.on("""
            import java.util.*;
            class Pending {
                private List<String> items = new ArrayList<>();
                private List<String> once;
                private List<String> guarded = new ArrayList<>();
                private Object opened = new Object();
                private final Object lock = new Object();
                List<String> drain() {
                    synchronized (items) { // bug: `items` gets another object in line 11
                        List<String> all = items;
                        items = new ArrayList<>();
                        return all;
                    }
                }
                void add(String item) {
                    synchronized (items) { // fine: told once, where it is replaced
                        items.add(item);
                    }
                }
                void start() {
                    once = new ArrayList<>();
                    opened = new Object();
                }
                void addOnce(String item) {
                    synchronized (once) { // fine: only the start makes it
                        once.add(item);
                    }
                }
                void closeOnce() {
                    synchronized (once) { // fine: nobody locks what is gone
                        once.clear();
                        once = null;
                    }
                }
                void both(String item) {
                    synchronized (lock) {
                        synchronized (guarded) { // fine: the other lock is held at both places
                            guarded.add(item);
                            guarded = new ArrayList<>();
                        }
                    }
                }
            }
            """);
    }

    @Test
    void aBlockThatGuardsTheObjectItselfMayLockAField() {
        rule.on("""
            class Client {
                private StringBuilder buffer = new StringBuilder();
                void write(String text) {
                    StringBuilder now = buffer;
                    synchronized (now) { // fine: the object that is locked is the one that is used
                        now.append(text);
                    }
                }
                void swap() {
                    buffer = new StringBuilder();
                }
            }
            """);
    }
}
