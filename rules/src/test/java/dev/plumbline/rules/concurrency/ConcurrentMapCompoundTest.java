package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ConcurrentMapCompoundTest {

    private final RuleTest rule = RuleTest.of(new ConcurrentMapCompound());

    @Test
    void anObjectThatKeepsStateIsMadeTwice() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            class Registry {
                static final class Session {
                    private int hits;
                    void recordHit() { hits++; }
                }
                private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
                private final Map<String, List<String>> members = new ConcurrentHashMap<>();
                private final Map<String, Session> sessions = new ConcurrentSkipListMap<>();
                private static final ConcurrentHashMap<String, Lock> LOCKS = new ConcurrentHashMap<>();
                long count(String key) {
                    AtomicLong count = counts.get(key);
                    if (count == null) {
                        count = new AtomicLong();
                        counts.put(key, count); // bug: `put` can replace the `AtomicLong` that another thread put there
                    }
                    return count.incrementAndGet();
                }
                void join(String room, String member) {
                    if (!members.containsKey(room)) {
                        members.put(room, new ArrayList<>()); // bug: can replace the `ArrayList`
                    }
                    members.get(room).add(member);
                }
                void joinAlways(String room, String member) {
                    List<String> all = members.getOrDefault(room, new ArrayList<>());
                    all.add(member);
                    members.put(room, all); // bug: can replace the `ArrayList`
                }
                void joinOrNew(String room, String member) {
                    List<String> all = members.get(room);
                    if (all == null) {
                        all = new LinkedList<>();
                    }
                    all.add(member);
                    members.put(room, all); // bug: can replace the `LinkedList`
                }
                Session session(String id) {
                    Session session = sessions.get(id);
                    if (session == null) {
                        session = open();
                        sessions.put(id, session); // missed: whether callers change it is not followed
                    }
                    return session;
                }
                void hit(String id) {
                    Session session = sessions.get(id);
                    if (session == null) {
                        session = open();
                        sessions.put(id, session); // bug: can replace the `Session`
                    }
                    session.recordHit();
                }
                void latest(String key, long time) {
                    AtomicLong last = counts.get(key);
                    if (last == null) {
                        counts.put(key, new AtomicLong(time)); // fine: the last one to write wins either way
                    } else {
                        last.set(time);
                    }
                }
                private static Session open() {
                    return new Session();
                }
                static Lock lock(String key) {
                    Lock lock = LOCKS.get(key);
                    if (lock == null) {
                        lock = new ReentrantLock();
                        LOCKS.put(key, lock); // bug: can replace the `ReentrantLock`
                    }
                    return lock;
                }
            }
            """);
    }

    @Test
    void anUpdateIsComputedFromWhatWasThere() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Counts {
                private final Map<String, Integer> counts = new ConcurrentHashMap<>();
                private final Map<String, List<String>> tags = new ConcurrentHashMap<>();
                void add(String key) {
                    counts.put(key, counts.getOrDefault(key, 0) + 1); // bug: computed from an earlier `getOrDefault`
                }
                void addChecked(String key) {
                    Integer count = counts.get(key);
                    counts.put(key, count == null ? 1 : count + 1); // bug: computed from an earlier `get`
                }
                void copy(String key, String tag) {
                    List<String> all = new ArrayList<>(tags.get(key));
                    all.add(tag);
                    tags.replace(key, all); // bug: `replace` writes what was computed from an earlier `get`
                }
                void drop(String key) {
                    int left = counts.get(key) - 1;
                    if (left == 0) {
                        counts.remove(key);
                    } else {
                        counts.put(key, left); // bug: computed from an earlier `get`
                    }
                }
                void inOneStep(String key) {
                    counts.merge(key, 1, Integer::sum);
                    counts.computeIfPresent(key, (k, v) -> v + 1);
                    counts.replace(key, counts.get(key), 7); // fine: replaces only the value that was read
                }
            }
            """);
    }

    @Test
    void removingMeansTheValueThatWasLookedAt() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Rooms {
                static final class Lease {
                    long until;
                    boolean isExpired() { return until < System.currentTimeMillis(); }
                }
                private final ConcurrentMap<String, Set<String>> rooms = new ConcurrentHashMap<>();
                private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();
                private final ConcurrentMap<String, Lease> loaded;
                Rooms(ConcurrentMap<String, Lease> loaded) {
                    this.loaded = loaded;
                }
                void serve(Executor pool, String key) {
                    pool.execute(() -> {
                        leave(key, key);
                        expire(key);
                        expireSafely(key);
                        close(key);
                    });
                }
                void expireOnOneThread(String key) {
                    Lease lease = leases.get(key);
                    if (lease != null && lease.isExpired()) {
                        leases.remove(key); // fine: no request, listener or task is seen to come here
                    }
                }
                void leave(String room, String member) {
                    Set<String> members = rooms.get(room);
                    if (members != null) {
                        members.remove(member);
                        if (members.isEmpty()) {
                            rooms.remove(room); // bug: `remove` can remove another value than the one that `get`
                        }
                    }
                }
                void join(String room, String member) {
                    rooms.computeIfAbsent(room, name -> ConcurrentHashMap.newKeySet()).add(member);
                }
                void renew(String key) {
                    leases.put(key, new Lease());
                }
                void expire(String key) {
                    Lease lease = leases.get(key);
                    if (lease != null && lease.isExpired()) {
                        leases.remove(key); // bug: `remove` can remove another value
                    }
                }
                void expireSafely(String key) {
                    Lease lease = leases.get(key);
                    if (lease != null && lease.isExpired()) {
                        leases.remove(key, lease); // fine: removes only that lease
                    }
                }
                void close(String key) {
                    Lease lease = leases.get(key);
                    if (lease != null) {
                        leases.remove(key); // fine: removing what is gone does nothing
                    }
                    if (leases.containsKey(key)) {
                        leases.remove(key); // fine: only presence was asked for
                    }
                    Lease old = loaded.get(key);
                    if (old != null && old.isExpired()) {
                        loaded.remove(key); // fine: nothing is ever put there a second time
                    }
                }
            }
            """);
    }

    @Test
    void aResultThatMayBeComputedTwiceIsACache() {
        rule.on("""
            import java.lang.reflect.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            class Caches {
                record Name(String first, String last) { }
                static final class Parsed {
                    private final String text;
                    private int hash;
                    Parsed(String text) { this.text = text; }
                    @Override public int hashCode() {
                        if (hash == 0) hash = text.hashCode();
                        return hash;
                    }
                }
                static final class Config {
                    private String url;
                    void setUrl(String url) { this.url = url; }
                }
                private final Map<String, Object> cache = new ConcurrentHashMap<>();
                private final Map<String, List<Method>> methods = new ConcurrentHashMap<>();
                Object pure(String key, Function<String, String> compute) {
                    Object value = cache.get(key);
                    if (value == null) {
                        value = compute.apply(key);
                        cache.put(key, value); // fine: the second result is as good as the first
                    }
                    return value;
                }
                Object immutable(String key) {
                    Object value = cache.get(key);
                    if (value == null) {
                        value = new Name(key, key);
                        cache.put(key, value); // fine: a record
                    }
                    if (!cache.containsKey("p" + key)) {
                        cache.put("p" + key, new Parsed(key)); // fine: remembers a hash, keeps no state
                    }
                    if (!cache.containsKey(key)) {
                        cache.put(key, new Parsed(key)); // fine: remembers a hash, keeps no state
                    }
                    return value;
                }
                Object configured(String key) {
                    Object value = cache.get(key);
                    if (value == null) {
                        Config made = new Config();
                        made.setUrl(key);
                        cache.put(key, made); // fine: set up before it is published
                        value = made;
                    }
                    return value;
                }
                List<Method> filled(String name) throws ClassNotFoundException {
                    List<Method> found = methods.get(name);
                    if (found == null) {
                        found = new ArrayList<>();
                        for (Method method : Class.forName(name).getMethods()) {
                            found.add(method);
                        }
                        methods.put(name, found); // fine: filled before it is put
                    }
                    return found;
                }
            }
            """);
    }

    @Test
    void oneLockAroundBothIsFine() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Locked {
                private final ConcurrentMap<String, List<String>> map = new ConcurrentHashMap<>();
                private final ConcurrentMap<String, Object> keyLocks = new ConcurrentHashMap<>();
                private final Lock lock = new ReentrantLock();
                void inBlock(String key) {
                    synchronized (map) {
                        if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: the monitor is held
                    }
                }
                void underLock(String key) {
                    lock.lock();
                    try {
                        if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: the lock is held for both
                    } finally {
                        lock.unlock();
                    }
                }
                void perKey(String key) {
                    Object keyLock = keyLocks.computeIfAbsent(key, name -> new Object());
                    synchronized (keyLock) {
                        if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: one lock a key
                    }
                }
                void again(String key) {
                    if (!map.containsKey(key)) {
                        synchronized (this) {
                            if (!map.containsKey(key)) {
                                map.put(key, new ArrayList<>()); // fine: asked again under the lock
                            }
                        }
                    }
                }
                synchronized void one(String key) { add(key); }
                void two(String key) { synchronized (this) { add(key); } }
                private void add(String key) {
                    if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: every caller holds the monitor
                }
                void all(List<String> keys) {
                    synchronized (map) {
                        keys.forEach(key -> {
                            if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: runs under the monitor
                        });
                    }
                }
                void unlockedTooEarly(String key) {
                    boolean absent;
                    synchronized (map) {
                        absent = !map.containsKey(key);
                    }
                    if (absent) map.put(key, new ArrayList<>()); // bug: can replace the `ArrayList`
                }
                void notAgain(String key) {
                    if (!map.containsKey(key)) {
                        synchronized (this) {
                            map.put(key, new ArrayList<>()); // bug: can replace the `ArrayList`
                        }
                    }
                }
            }
            """);
    }

    @Test
    void whatNoOtherThreadCanReachDoesNotRace() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Alone {
                private static final ConcurrentMap<String, List<String>> TABLE = new ConcurrentHashMap<>();
                private final ConcurrentMap<String, List<String>> map = new ConcurrentHashMap<>();
                private final Map<String, List<String>> plain = new HashMap<>();
                static {
                    if (!TABLE.containsKey("a")) TABLE.put("a", new ArrayList<>()); // fine: the class is being made
                }
                Alone(String key) {
                    if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: the object is being made
                    start(key);
                }
                private void start(String key) {
                    if (!map.containsKey(key)) map.put(key, new ArrayList<>()); // fine: called by the constructor only
                }
                Map<String, List<String>> local(List<String> keys) {
                    ConcurrentMap<String, List<String>> own = new ConcurrentHashMap<>();
                    for (String key : keys) {
                        if (!own.containsKey(key)) own.put(key, new ArrayList<>()); // fine: a map of this method
                    }
                    return own;
                }
                void unshared(String key) {
                    if (!plain.containsKey(key)) plain.put(key, new ArrayList<>()); // fine: not a concurrent map
                }
                List<String> inOneStep(String key) {
                    List<String> made = new ArrayList<>();
                    List<String> old = map.get(key) == null ? map.putIfAbsent(key, made) : map.get(key);
                    return old == null ? made : old;
                }
                void claimed(String key, List<String> result) {
                    if (map.get(key) == null && map.putIfAbsent(key, List.of()) == null) {
                        map.put(key, new ArrayList<>()); // fine: what is replaced is this thread's own claim
                    }
                }
                void otherKey(String key, String other) {
                    if (!map.containsKey(key)) map.put(other, new ArrayList<>()); // fine: another entry
                }
            }
            """);
    }

    @Test
    void whoeverCameFirstIsToldSo() {
        rule.on("""
            import java.util.concurrent.*;
            class Keys {
                private final ConcurrentMap<String, Long> seen = new ConcurrentHashMap<>();
                boolean claim(String key, long now) {
                    if (seen.containsKey(key)) {
                        return false;
                    }
                    seen.put(key, now); // bug: both are told that they were the first
                    return true;
                }
                boolean remember(String key, long now) {
                    if (!seen.containsKey(key)) {
                        seen.put(key, now); // fine: the answer is the same for both
                    }
                    return true;
                }
            }
            """);
    }

    @Test
    void aCountThatBeginsHereIsIncreasedElsewhere() {
        rule.on("""
            import java.util.concurrent.*;
            class Views {
                private final ConcurrentMap<String, Integer> views = new ConcurrentHashMap<>();
                private final ConcurrentMap<String, Integer> sizes = new ConcurrentHashMap<>();
                void viewed(String page) {
                    if (views.get(page) == null) {
                        views.put(page, 1); // bug: can replace what another thread has counted
                    } else {
                        views.merge(page, 1, Integer::sum);
                    }
                    if (sizes.get(page) == null) {
                        sizes.put(page, 0); // fine: nobody counts in it
                    }
                }
            }
            """);
    }

    @Test
    void aRecordThatHoldsACounterIsNotInterchangeable() {
        rule.on("""
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            class Tries {
                record Attempt(String who, AtomicInteger count) { }
                private final ConcurrentMap<String, Attempt> open = new ConcurrentHashMap<>();
                Attempt start(String who) {
                    Attempt attempt = open.get(who);
                    if (attempt == null) {
                        attempt = new Attempt(who, new AtomicInteger());
                        open.put(who, attempt); // bug: can replace the `Attempt`
                    }
                    return attempt;
                }
            }
            """);
    }

    @Test
    void oneThreadOrTheStartOfTheProgramIsFine() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Listener implements Runnable {
                private final ConcurrentMap<String, List<String>> heard = new ConcurrentHashMap<>();
                @Override
                public void run() {
                    while (!heard.isEmpty()) {
                        hear("x");
                    }
                }
                private void hear(String from) {
                    List<String> all = heard.get(from);
                    if (all == null) {
                        all = new ArrayList<>();
                        heard.put(from, all); // fine: the object is a thread of its own
                    }
                    all.add(from);
                }
            }
            class Start {
                private final ConcurrentMap<String, List<String>> loaded = new ConcurrentHashMap<>();
                void load(List<String> names) {
                    names.forEach(name -> put(name));
                }
                private void put(String name) {
                    List<String> all = loaded.get(name);
                    if (all == null) {
                        all = new ArrayList<>();
                        loaded.put(name, all); // fine: one thread loads, once
                    }
                    all.add(name);
                }
            }
            class Claimed {
                private final ConcurrentMap<String, List<String>> open = new ConcurrentHashMap<>();
                void add(String name) {
                    open.put(name, new ArrayList<>());
                }
                void start(ExecutorService pool) {
                    pool.execute(() -> finish("x"));
                }
                void finish(String name) {
                    List<String> all = open.get(name);
                    if (all != null && all.isEmpty() && open.remove(name) != null) { // fine: only one is told
                        System.out.println(name);
                    }
                }
            }
            """);
    }

    @Test
    void oneStepThroughLocalsAndTernaries() {
        rule.on("""
            import java.math.BigDecimal;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            class Copies {
                private final Map<String, Integer> counts = new ConcurrentHashMap<>();
                private final Map<String, BigDecimal> sums = new ConcurrentHashMap<>();
                private final Map<String, AtomicLong> longs = new ConcurrentHashMap<>();
                void ternary(String key) {
                    counts.put(key, counts.containsKey(key) ? counts.get(key) + 1 : 1); // bug: computed from an earlier
                }
                void branches(String key) {
                    if (counts.containsKey(key)) {
                        int old = counts.get(key);
                        counts.put(key, old + 1); // bug: computed from an earlier `get`
                    } else {
                        counts.put(key, 1);
                    }
                }
                void sum(String key, BigDecimal more) {
                    BigDecimal old = sums.getOrDefault(key, BigDecimal.ZERO);
                    BigDecimal sum = old.add(more);
                    sums.put(key, sum); // bug: computed from an earlier `getOrDefault`
                }
                void joined(String key, BigDecimal more) {
                    BigDecimal old = sums.get(key);
                    sums.put(key, old == null ? more : old.add(more)); // bug: computed from an earlier `get`
                }
                void defaulted(String key) {
                    AtomicLong old = longs.get(key);
                    AtomicLong now = old == null ? new AtomicLong() : old;
                    longs.put(key, now); // bug: can replace the `AtomicLong`
                    now.incrementAndGet();
                }
                void local(String key) {
                    Map<String, Integer> own = new ConcurrentHashMap<>();
                    own.put(key, own.containsKey(key) ? own.get(key) + 1 : 1); // fine: nobody else has it
                }
                void other(String key, String to) {
                    counts.put(to, counts.containsKey(key) ? counts.get(key) + 1 : 1); // fine: another entry
                }
                int readFirst(String key) {
                    Integer known = counts.get(key);
                    return known != null ? known : counts.computeIfAbsent(key, String::length); // fine: asked first
                }
            }
            """);
    }

    @Test
    void theAnswerOfPutIfAbsentIsTheObjectToUse() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            class Answers {
                private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
                private final Map<String, List<String>> names = new ConcurrentHashMap<>();
                void unheard(String key) {
                    AtomicLong count = counts.get(key);
                    if (count == null) {
                        count = new AtomicLong();
                        counts.putIfAbsent(key, count); // bug: the answer of `putIfAbsent` is not looked at
                    }
                    count.incrementAndGet();
                }
                AtomicLong handedOut(String key) {
                    AtomicLong count = new AtomicLong();
                    counts.computeIfAbsent(key, name -> count); // bug: the answer of `computeIfAbsent` is not looked at
                    return count;
                }
                void listed(String key, String name) {
                    List<String> all = new CopyOnWriteArrayList<>();
                    names.putIfAbsent(key, all); // bug: another thread's `CopyOnWriteArrayList` may be in the map
                    all.add(name);
                }
                void again(String key) {
                    counts.putIfAbsent(key, new AtomicLong()); // fine: asked again
                    counts.get(key).incrementAndGet();
                }
                AtomicLong heard(String key) {
                    AtomicLong own = new AtomicLong();
                    AtomicLong other = counts.putIfAbsent(key, own); // fine: the answer is used
                    return other == null ? own : other;
                }
                List<String> cached(String key) {
                    List<String> all = new ArrayList<>(List.of(key));
                    names.putIfAbsent(key, all); // fine: as good as the other
                    return all;
                }
                synchronized void locked(String key) {
                    AtomicLong count = new AtomicLong();
                    counts.putIfAbsent(key, count); // fine: under a lock
                    count.incrementAndGet();
                }
            }
            """);
    }

    @Test
    void aFunctionMustNotChangeTheMapThatRunsIt() {
        rule.on("""
            import java.math.BigInteger;
            import java.util.*;
            import java.util.concurrent.*;
            class Recursive {
                private final Map<Integer, BigInteger> known = new ConcurrentHashMap<>();
                private final Map<Integer, BigInteger> sorted = new ConcurrentSkipListMap<>();
                private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();
                private static final Map<String, String> ALL = new ConcurrentHashMap<>();
                BigInteger fibonacci(int n) {
                    return n < 2 ? BigInteger.ONE : known.computeIfAbsent(n, k ->
                        fibonacci(k - 1).add(fibonacci(k - 2))); // bug: `computeIfAbsent` changes `known` while
                }
                String name(String key) {
                    return names.computeIfAbsent(key, k -> {
                        names.put(k + k, k); // bug: `put` changes `names` while its `computeIfAbsent` runs
                        return k;
                    });
                }
                static void merge(String key) {
                    ALL.merge(key, "", (a, b) -> {
                        ALL.remove(a); // bug: `remove` changes `ALL` while its `merge` runs
                        return b;
                    });
                }
                void inOrder(int n) {
                    sorted.computeIfAbsent(n, k -> {
                        sorted.put(k + 1, BigInteger.ONE); // fine: this map blocks nothing
                        return BigInteger.TEN;
                    });
                }
                String reads(String key) {
                    return names.computeIfAbsent(key, k -> names.getOrDefault(k + k, k)); // fine: only reads
                }
                String other(String key) {
                    return names.computeIfAbsent(key, k -> {
                        known.put(1, BigInteger.ONE); // fine: another map
                        return k;
                    });
                }
            }
            """);
    }
}
