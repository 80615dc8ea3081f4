package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@RuleInfo(
    title = "A lock in Redis can stay for ever or be released by another holder",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {667},
    since = "0.1",
    preview = true,
    why = """
        A key that is set without a time to live stays when the process dies before it deletes the key or calls
        `expire`: nobody gets the lock again until somebody deletes it by hand. And a `delete` that does not compare the
        value removes the lock of whoever holds it by now, when the work took longer than the lock lives; then two run
        at once.""",
    instead = """
        Set value and time to live in one command (`setIfAbsent(key, token, duration)`, `SET NX PX`) and delete with a
        script that compares the token. Or use what exists: Redisson's `RLock`, Spring's `RedisLockRegistry`, ShedLock.
        """,
    silent = {
        "keys that are set with a time to live and compared before they are deleted",
        "releases by a script, and keys that count",
        "keys that are set and neither expire nor are deleted in the same method: markers, not locks",
        "Redisson, ShedLock and `RedisLockRegistry`"
    },
    bad = """
        import java.time.Duration;
        import org.springframework.data.redis.core.StringRedisTemplate;
        class Import {
            private final StringRedisTemplate redis;
            Import(StringRedisTemplate redis) {
                this.redis = redis;
            }
            void run() {
                if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent("import", "1"))) { // bug: for ever
                    redis.expire("import", Duration.ofMinutes(5));
                    System.out.println("importing");
                }
            }
        }""",
    good = """
        import java.time.Duration;
        import org.springframework.data.redis.core.StringRedisTemplate;
        class Import {
            private final StringRedisTemplate redis;
            Import(StringRedisTemplate redis) {
                this.redis = redis;
            }
            void run() {
                if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent("import", "1", Duration.ofMinutes(5)))) {
                    System.out.println("importing");
                }
            }
        }""")
public final class RedisLockUnsafe implements MethodRule {

    private static final Callee SET = Callee.of("org.springframework.data.redis.core.ValueOperations",
        "org.springframework.data.redis.core.BoundValueOperations").named("setIfAbsent");
    private static final Callee SETNX = Callee.of("redis.clients.jedis.commands.StringCommands",
        "redis.clients.jedis.commands.JedisCommands", "redis.clients.jedis.JedisCommands", "redis.clients.jedis.Jedis",
        "io.lettuce.core.api.sync.RedisStringCommands").named("setnx");
    private static final Callee EXPIRE = named("expire", "expireAt", "pexpire", "pexpireAt");
    private static final Callee DELETE = named("delete", "del", "unlink");
    private static final Callee COUNT = Callee.of().named("increment", "decrement", "incr", "incrBy", "decr");
    private static final Callee READ = Callee.of().named("get", "getAndDelete", "execute", "eval", "evalsha", "equals");
    private static final Pattern UNLOCKS = Pattern.compile("(?i).*(unlock|release).*");
    private static final Pattern LOCKS = Pattern.compile("(?i).*(lock|acquire).*");

    private static Callee named(String... names) {
        return Callee.of("org.springframework.data.redis.core.RedisOperations",
            "org.springframework.data.redis.core.RedisTemplate",
            "org.springframework.data.redis.core.BoundKeyOperations", "redis.clients.jedis.commands.KeyCommands",
            "redis.clients.jedis.commands.JedisCommands", "redis.clients.jedis.JedisCommands",
            "redis.clients.jedis.Jedis", "io.lettuce.core.api.sync.RedisKeyCommands").named(names);
    }

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call call : method.calls()) {
            if (isSet(method, call) && method.written(call.site())) {
                checkSet(method, call, out);
            } else if (DELETE.matches(call.target(), method.surroundings().index())
                && UNLOCKS.matcher(method.ref().name()).matches() && method.written(call.site())) {
                checkRelease(method, call, out);
            }
        }
    }

    private static void checkSet(MethodCode method, Call set, Sink out) {
        if (hasTimeToLive(set)) {
            releasedUnseen(method, set).ifPresent(delete -> out.report(method.place(delete),
                "`" + delete.name() + "` removes the lock of whoever holds it by now: nothing compares its value",
                new Step(method.place(set), "the lock is taken here, for a limited time"),
                new Step(method.place(delete), "and deleted here, even when that time is over")));
            return;
        }
        if (after(method, set, COUNT).findAny().isPresent()) {
            return;
        }
        Optional<Call> expire = after(method, set, EXPIRE).findFirst();
        Optional<Call> delete = after(method, set, DELETE).findFirst();
        expire.or(() -> delete).ifPresent(next -> out.report(method.place(set),
            "the key stays for ever when the process ends between `" + set.name() + "` and `" + next.name() + "`",
            new Step(method.place(set), "the key is set here without a time to live"),
            new Step(method.place(next), "only here does it get an end")));
    }

    /** A delete of the same key on more than one way out, as from a {@code finally}, and no look at the value. */
    private static Optional<Call> releasedUnseen(MethodCode method, Call set) {
        List<Call> deletes = after(method, set, DELETE).toList();
        boolean isFinally = deletes.size() > 1
            && deletes.stream().map(delete -> method.line(delete.site())).distinct().count() == 1;
        return isFinally && method.calls(READ).noneMatch(read -> isLook(method, set, read))
            ? Optional.of(deletes.get(0))
            : Optional.empty();
    }

    private static boolean isLook(MethodCode method, Call set, Call read) {
        return !read.name().equals("equals") && method.flow().reaches(set.site(), read.site())
            && (!read.name().startsWith("get") || sameKey(method, set, read));
    }

    private static Stream<Call> after(MethodCode method, Call set, Callee what) {
        return method.calls(what)
            .filter(call -> method.flow().reaches(set.site(), call.site()) && sameKey(method, set, call));
    }

    /** The same key, or the same object that is bound to one. */
    private static boolean sameKey(MethodCode method, Call set, Call other) {
        boolean isBound = set.target().owner().simple().startsWith("Bound");
        return isBound
            ? method.origins().same(set.receiver(), set.site(), other.receiver(), other.site())
            : method.origins().same(set.firstArgument(), set.site(), other.firstArgument(), other.site());
    }

    /** In a class that takes locks with {@code setIfAbsent}, a method that releases them. */
    private static void checkRelease(MethodCode method, Call delete, Sink out) {
        Origin key = delete.firstArgument();
        if (method.calls(READ).findAny().isPresent() || key.isConstant()) {
            return;
        }
        method.type().methods().stream()
            .filter(other -> LOCKS.matcher(other.ref().name()).matches()
                && !UNLOCKS.matcher(other.ref().name()).matches())
            .flatMap(other -> other.calls().stream().filter(call -> isSet(other, call)).limit(1)
                .map(call -> new Step(other.place(call), "the lock is taken here")))
            .findFirst()
            .ifPresent(taken -> out.report(method.place(delete),
                "`" + method.ref().name() + "` removes the lock of whoever holds it: nothing compares its value",
                taken, new Step(method.place(delete), "and deleted here, whoever holds it by now")));
    }

    private static boolean isSet(MethodCode method, Call call) {
        return SET.matches(call.target(), method.surroundings().index())
            || SETNX.matches(call.target(), method.surroundings().index());
    }

    private static boolean hasTimeToLive(Call set) {
        int plain = set.target().owner().simple().startsWith("Bound") ? 1 : 2;
        return set.target().descriptor().parameters().size() > plain;
    }
}
