package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class RedisLockUnsafeTest {

    private final RuleTest rule = RuleTest.of(new RedisLockUnsafe());

    @Test
    void locksThatStayForEver() {
        rule.on("""
            import java.util.concurrent.TimeUnit;
            import org.springframework.data.redis.core.*;
            import redis.clients.jedis.*;
            class Import {
                private final StringRedisTemplate redis;
                private final Jedis jedis;
                Import(StringRedisTemplate redis, Jedis jedis) {
                    this.redis = redis;
                    this.jedis = jedis;
                }
                void expireLater(String key) {
                    Boolean mine = redis.opsForValue().setIfAbsent(key, "1"); // bug: between `setIfAbsent` and `expire`
                    if (Boolean.TRUE.equals(mine)) {
                        redis.expire(key, 10, TimeUnit.SECONDS);
                    }
                }
                void deleteLater(String key) {
                    if (!Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, "1"))) { // bug: and `delete`
                        return;
                    }
                    try {
                        work();
                    } finally {
                        redis.delete(key);
                    }
                }
                void jedis(String key) {
                    if (jedis.setnx(key, "1") == 1) { // bug: between `setnx` and `expire`
                        jedis.expire(key, 10L);
                        work();
                    }
                }
                private void work() {
                }
            }
            """);
    }

    @Test
    void locksThatAreReleasedByOthers() {
        rule.on("""
            import java.time.Duration;
            import org.springframework.data.redis.core.*;
            class Locks {
                private final StringRedisTemplate redis;
                Locks(StringRedisTemplate redis) {
                    this.redis = redis;
                }
                boolean tryLock(String key) {
                    Duration nine = Duration.ofSeconds(9);
                    return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent("lock:" + key, "1", nine));
                }
                void unlock(String key) {
                    redis.delete("lock:" + key); // bug: `unlock` removes the lock of whoever holds it
                }
                void guarded(String key, Runnable work) {
                    if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, "1", Duration.ofSeconds(9)))) {
                        try {
                            work.run();
                        } finally {
                            redis.delete(key); // bug: `delete` removes the lock of whoever holds it by now
                        }
                    }
                }
            }
            """);
    }

    @Test
    void ownersAndMarkers() {
        rule.on("""
            import java.time.Duration;
            import java.util.*;
            import org.springframework.data.redis.core.*;
            import org.springframework.data.redis.core.script.*;
            class Locks {
                private final StringRedisTemplate redis;
                private final RedisScript<Long> release = new DefaultRedisScript<>("...", Long.class);
                Locks(StringRedisTemplate redis) {
                    this.redis = redis;
                }
                boolean tryLock(String key, String token) {
                    return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, token, Duration.ofSeconds(9)));
                }
                void unlock(String key, String token) {
                    redis.execute(release, List.of(key), token); // fine: the script compares
                }
                void release(String key, String token) {
                    if (token.equals(redis.opsForValue().get(key))) {
                        redis.delete(key); // fine: the value is compared
                    }
                }
                boolean seen(String event) {
                    return !Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(event, "seen")); // fine: a marker
                }
                Long next(String key) {
                    if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, "1"))) { // fine: a counter, not a lock
                        redis.expire(key, Duration.ofDays(1));
                        return 1L;
                    }
                    return redis.opsForValue().increment(key);
                }
                void once(String request, Runnable work) {
                    if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(request, "1", Duration.ofHours(1)))) {
                        try {
                            work.run();
                        } catch (RuntimeException e) {
                            redis.delete(request); // fine: it may be tried again
                            throw e;
                        }
                    }
                }
            }
            """);
    }
}
