package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class LockLeakOnExceptionTest {

    private final RuleTest rule = RuleTest.of(new LockLeakOnException());

    @Test
    void anExceptionOnTheWayLeavesTheLockLocked() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Journal {
                private final Lock lock = new ReentrantLock();
                private final ReadWriteLock rw = new ReentrantReadWriteLock();
                private final StampedLock stamped = new StampedLock();
                private final Semaphore slots = new Semaphore(2);
                private final Writer out = new StringWriter();
                void plain(String line) throws IOException {
                    lock.lock(); // bug: `lock` stays locked when `write` throws
                    out.write(line);
                    lock.unlock();
                }
                void view(String line) throws IOException {
                    rw.writeLock().lock(); // bug: stays locked when `write` throws
                    out.write(line);
                    rw.writeLock().unlock();
                }
                void stamp(String line) throws IOException {
                    long stamp = stamped.writeLock(); // bug: `stamped` stays locked when `write` throws
                    out.write(line);
                    stamped.unlockWrite(stamp);
                }
                void permit(String line) throws IOException, InterruptedException {
                    slots.acquire(); // bug: a permit of `slots` is not given back when `write` throws
                    out.write(line);
                    slots.release();
                }
                void tooEarly(String line) throws IOException {
                    lock.lock(); // bug: stays locked when `write` throws
                    out.write(line);
                    try {
                        out.flush();
                    } finally {
                        lock.unlock();
                    }
                }
                void caughtWithoutRelease(String line) {
                    lock.lock(); // bug: stays locked when `write` throws
                    try {
                        out.write(line);
                        lock.unlock();
                    } catch (IOException e) {
                        System.err.println(e);
                    }
                }
                void early(String line) {
                    lock.lock(); // bug: stays locked on the path that leaves
                    if (line.isEmpty()) {
                        return;
                    }
                    System.out.println(line);
                    lock.unlock();
                }
                boolean tried(String line) throws IOException {
                    if (!lock.tryLock()) { // bug: stays locked when `write` throws
                        return false;
                    }
                    out.write(line);
                    lock.unlock();
                    return true;
                }
            }
            """);
    }

    @Test
    void whatFinallyGivesBackIsFine() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Safe {
                private final Lock lock = new ReentrantLock();
                private final Condition changed = lock.newCondition();
                private final ReadWriteLock rw = new ReentrantReadWriteLock();
                private final Semaphore slots = new Semaphore(2);
                private final Writer out = new StringWriter();
                void plain(String line) throws IOException {
                    lock.lock(); // fine: `finally` unlocks
                    try {
                        out.write(line);
                    } finally {
                        lock.unlock();
                    }
                }
                void inside(String line) throws IOException, InterruptedException {
                    try {
                        lock.lockInterruptibly(); // fine: first statement of the `try` whose `finally` unlocks
                        out.write(line);
                    } finally {
                        lock.unlock();
                    }
                }
                void helper(String line) throws IOException {
                    lock.lock(); // fine: the helper unlocks
                    try {
                        out.write(line);
                    } finally {
                        done();
                    }
                }
                private void done() {
                    lock.unlock();
                }
                void handedOn(String line) throws IOException {
                    Lock own = rw.readLock();
                    own.lock(); // fine: the helper unlocks what it is given
                    try {
                        out.write(line);
                    } finally {
                        quietly(own);
                    }
                }
                private static void quietly(Lock some) {
                    some.unlock();
                }
                void waits() throws InterruptedException {
                    lock.lock(); // fine: `await` takes the lock again before it returns or throws
                    try {
                        while (out.toString().isEmpty()) {
                            changed.await();
                        }
                    } finally {
                        lock.unlock();
                    }
                }
                void permits(int count, String line) throws IOException, InterruptedException {
                    slots.acquire(count); // fine: `finally` gives them back
                    try {
                        out.write(line);
                    } finally {
                        slots.release(count);
                    }
                }
                void upgraded(String line) throws IOException {
                    Lock held = rw.readLock();
                    held.lock(); // fine: the variable holds the lock that is held
                    try {
                        if (line.isEmpty()) {
                            held.unlock();
                            held = rw.writeLock();
                            held.lock(); // fine: the variable holds the lock that is held
                        }
                        out.write(line);
                    } finally {
                        held.unlock();
                    }
                }
                void loggedFirst(String line) {
                    lock.lock();
                    int length = line.length(); // fine: a null line is a bug of the caller
                    lock.unlock();
                }
            }
            """);
    }

    @Test
    void aLockThatWasNotTakenNeedNotBeGivenBack() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Tries {
                private final ReentrantLock lock = new ReentrantLock();
                private final Semaphore slots = new Semaphore(2);
                private final Writer out = new StringWriter();
                boolean branch(String line) throws IOException {
                    if (lock.tryLock()) { // fine: unlocked where it was taken
                        try {
                            out.write(line);
                            return true;
                        } finally {
                            lock.unlock();
                        }
                    }
                    return false;
                }
                void flag(String line) throws IOException, InterruptedException {
                    boolean locked = false;
                    try {
                        locked = lock.tryLock(1, TimeUnit.SECONDS); // fine: the flag remembers
                        if (!locked) {
                            return;
                        }
                        out.write(line);
                    } finally {
                        if (locked) {
                            lock.unlock();
                        }
                    }
                }
                void asks(String line) throws IOException {
                    try {
                        if (lock.tryLock()) { // fine: the lock itself is asked
                            out.write(line);
                        }
                    } finally {
                        if (lock.isHeldByCurrentThread()) {
                            lock.unlock();
                        }
                    }
                }
                void perhaps(boolean shared, String line) throws IOException {
                    if (shared) {
                        lock.lock(); // fine: both under one condition
                    }
                    try {
                        out.write(line);
                    } finally {
                        if (shared) {
                            lock.unlock();
                        }
                    }
                }
                void permit(String line) throws IOException {
                    if (!slots.tryAcquire()) { // fine: no permit, nothing to give back
                        throw new IOException("busy");
                    }
                    try {
                        out.write(line);
                    } finally {
                        slots.release();
                    }
                }
            }
            """);
    }

    @Test
    void whatIsTakenForOthersIsTheirsToGiveBack() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Handed {
                private final Lock lock = new ReentrantLock();
                private final Semaphore slots = new Semaphore(2);
                private final Writer out = new StringWriter();
                void begin(String line) throws IOException {
                    lock.lock(); // fine: `end` unlocks
                    out.write(line);
                }
                void end() {
                    lock.unlock();
                }
                AutoCloseable open(String line) throws IOException {
                    lock.lock(); // fine: closing the result unlocks
                    try {
                        out.write(line);
                    } catch (IOException | RuntimeException e) {
                        lock.unlock();
                        throw e;
                    }
                    return () -> lock.unlock();
                }
                void submit(ExecutorService pool, String line) throws InterruptedException {
                    slots.acquire(); // fine: the task gives the permit back
                    try {
                        pool.execute(() -> {
                            try {
                                System.out.println(line);
                            } finally {
                                slots.release();
                            }
                        });
                    } catch (RejectedExecutionException e) {
                        slots.release();
                        throw e;
                    }
                }
                void handOn(String line) throws IOException {
                    if (slots.tryAcquire()) { // fine: whoever finishes the work gives the permit back
                        if (!line.isEmpty()) {
                            out.write(line);
                            return;
                        }
                        slots.release();
                    }
                }
                void finished() {
                    slots.release();
                }
                void paused(String line) throws IOException {
                    lock.unlock();
                    try {
                        out.write(line);
                    } finally {
                        lock.lock(); // fine: the caller holds the lock, this method only lends it
                    }
                }
                Lock own() {
                    return lock;
                }
                void never() {
                    lock.lock(); // missed: whoever has the lock from `own` may unlock it
                    System.out.println("locked");
                }
            }
            """);
    }

    @Test
    void aLockThatIsTakenTwiceOrForGoodIsNeverFree() {
        rule.on("""
            import java.util.concurrent.locks.*;
            class Twice {
                private final Lock lock = new ReentrantLock();
                private final Lock forGood = new ReentrantLock();
                private final Lock inner = new ReentrantLock();
                private int count;
                void twice() {
                    lock.lock(); // bug: `lock` stays locked: it is taken twice and given back once
                    lock.lock();
                    try {
                        count++;
                    } finally {
                        lock.unlock();
                    }
                }
                void sometimes(boolean more) {
                    lock.lock(); // bug: `lock` stays locked: it is taken twice and given back once
                    try {
                        if (more) {
                            lock.lock();
                        }
                        count++;
                    } finally {
                        lock.unlock();
                    }
                }
                void nested(boolean more) {
                    inner.lock();
                    try {
                        if (more) {
                            inner.lock(); // fine: given back as often
                            try {
                                count++;
                            } finally {
                                inner.unlock();
                            }
                        }
                    } finally {
                        inner.unlock();
                    }
                }
                void oneAfterTheOther() {
                    inner.lock();
                    try {
                        count++;
                    } finally {
                        inner.unlock();
                    }
                    inner.lock(); // fine: it was given back
                    try {
                        count++;
                    } finally {
                        inner.unlock();
                    }
                }
                void forGood() {
                    forGood.lock(); // bug: `forGood` is never given back
                    count++;
                }
            }
            """);
    }

    @Test
    void locksOfTheProgramCountToo() {
        rule.on("""
            class Journal {
                static class SpinLock {
                    void lock() {
                    }
                    boolean tryLock() {
                        return true;
                    }
                    void unlock() {
                    }
                }
                static class LockPool {
                    void lock() {
                    }
                    void unlock() {
                    }
                }
                private final SpinLock lock = new SpinLock();
                private final LockPool pool = new LockPool();
                void write() throws IllegalStateException {
                }
                void plain() {
                    lock.lock(); // bug: `lock` stays locked when `write` throws
                    write();
                    lock.unlock();
                }
                void tried() {
                    if (!lock.tryLock()) { // bug: `lock` stays locked when `write` throws
                        return;
                    }
                    write();
                    lock.unlock();
                }
                void fine() {
                    lock.lock(); // fine: `finally` unlocks
                    try {
                        write();
                    } finally {
                        lock.unlock();
                    }
                }
                void pool() {
                    pool.lock(); // fine: no lock
                    write();
                    pool.unlock();
                }
            }
            """);
    }

    @Test
    void whatOnlyThisRunOfTheMethodHasIsDropped() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Own {
                private final ReentrantLock lock = new ReentrantLock();
                private final Writer out = new StringWriter();
                private final Semaphore slots = new Semaphore(2);
                void local(int count) throws IOException, InterruptedException {
                    Semaphore permits = new Semaphore(count);
                    permits.acquire(); // fine: nobody waits for it after an exception
                    out.write("x");
                    permits.release();
                }
                void unforeseen(Runnable work) throws InterruptedException {
                    slots.acquire(); // fine: only an unforeseen exception keeps it
                    work.run();
                    slots.release();
                }
                void asks(String line) throws IOException {
                    try {
                        if (lock.tryLock()) { // fine: asking the lock does not throw
                            out.write(line);
                        }
                    } finally {
                        if (lock.isHeldByCurrentThread()) {
                            lock.unlock();
                        }
                    }
                }
            }
            """);
    }

    @Test
    void stampsAndPermitsOfEveryKind() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Point {
                private final StampedLock stamped = new StampedLock();
                private final Semaphore slots = new Semaphore(2);
                private final Writer out = new StringWriter();
                private double x;
                private double y;
                void read(String line) throws IOException {
                    long stamp = stamped.readLock(); // bug: `stamped` stays locked when `write` throws
                    out.write(line);
                    stamped.unlockRead(stamp);
                }
                void either(String line) throws IOException {
                    long stamp = stamped.writeLock(); // bug: `stamped` stays locked when `write` throws
                    out.write(line);
                    stamped.unlock(stamp);
                }
                void early(String line) {
                    long stamp = stamped.writeLock(); // bug: `stamped` stays locked on the path that leaves
                    if (line.isEmpty()) {
                        return;
                    }
                    x = line.length();
                    stamped.unlockWrite(stamp);
                }
                boolean tried(String line) throws IOException {
                    long stamp = stamped.tryWriteLock(); // bug: `stamped` stays locked when `write` throws
                    if (stamp == 0L) {
                        return false;
                    }
                    out.write(line);
                    stamped.unlockWrite(stamp);
                    return true;
                }
                boolean triedWell(String line) throws IOException {
                    long stamp = stamped.tryReadLock(); // fine: a stamp of zero holds nothing
                    if (stamp == 0L) {
                        return false;
                    }
                    try {
                        out.write(line);
                        return true;
                    } finally {
                        stamped.unlockRead(stamp);
                    }
                }
                double length() {
                    long stamp = stamped.tryOptimisticRead(); // fine: holds nothing
                    double a = x;
                    double b = y;
                    if (!stamped.validate(stamp)) {
                        stamp = stamped.readLock(); // fine: `finally`
                        try {
                            a = x;
                            b = y;
                        } finally {
                            stamped.unlockRead(stamp);
                        }
                    }
                    return Math.hypot(a, b);
                }
                void moveFromOrigin(double newX, double newY) {
                    long stamp = stamped.readLock(); // fine: whatever the stamp became is given back
                    try {
                        while (x == 0.0 && y == 0.0) {
                            long write = stamped.tryConvertToWriteLock(stamp);
                            if (write != 0L) {
                                stamp = write;
                                x = newX;
                                y = newY;
                                break;
                            }
                            stamped.unlockRead(stamp);
                            stamp = stamped.writeLock();
                        }
                    } finally {
                        stamped.unlock(stamp);
                    }
                }
                void slot(String line) throws IOException {
                    slots.acquireUninterruptibly(); // bug: a permit of `slots` is not given back when `write` throws
                    out.write(line);
                    slots.release();
                }
                void waited(String line) throws IOException, InterruptedException {
                    if (slots.tryAcquire(1, TimeUnit.SECONDS)) { // bug: a permit of `slots` is not given back when
                        out.write(line);
                        slots.release();
                    }
                }
                void drained(String line) throws IOException, InterruptedException {
                    slots.acquire(2); // bug: a permit of `slots` is not given back on the path that leaves
                    if (line.isEmpty()) {
                        return;
                    }
                    slots.release(2);
                }
            }
            """);
    }

    @Test
    void aVariableMayHoldOneViewAndThenTheOther() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.locks.*;
            class Pools {
                private final ReentrantReadWriteLock keyLock = new ReentrantReadWriteLock(true);
                private final Map<String, String> pools = new HashMap<>();
                void leave(String key, long interested) {
                    Lock lock = keyLock.readLock();
                    try {
                        lock.lock(); // fine: whichever the variable holds is given back
                        if (!pools.containsKey(key)) {
                            throw new IllegalStateException(key);
                        }
                        if (interested == 0) {
                            lock.unlock();
                            lock = keyLock.writeLock();
                            lock.lock(); // fine: whichever the variable holds is given back
                            pools.remove(key);
                        }
                    } finally {
                        lock.unlock();
                    }
                }
            }
            """);
    }

    @Test
    void whoCollectsALockedObjectGivesItBackLaterAndALoggerDoesNotThrow() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.locks.*;
            class Writers {
                static class Writer extends ReentrantLock {
                    int size;
                }
                interface InternalLogger {
                    void warn(String text);
                }
                private final InternalLogger logger;
                private final Lock lock = new ReentrantLock();
                private int count;
                Writers(InternalLogger logger) { this.logger = logger; }
                List<Writer> locked(Iterable<Writer> all, java.util.function.Predicate<Writer> wanted) {
                    List<Writer> locked = new ArrayList<>();
                    for (Writer writer : all) {
                        writer.lock(); // fine: whoever gets the list unlocks
                        if (wanted.test(writer)) {
                            locked.add(writer);
                        } else {
                            writer.unlock();
                        }
                    }
                    return locked;
                }
                void count() {
                    lock.lock(); // fine: no logger throws
                    count++;
                    logger.warn("counted");
                    lock.unlock();
                }
            }
            """);
    }
}
