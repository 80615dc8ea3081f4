package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Sink;
import java.util.Optional;
import java.util.Set;

/** A key in Redis that is read, and written with what was reckoned from what was there. */
record KeyUpdate(MethodCode method, Call read, Call write) {

    private static final String[] STORES = {"org.springframework.data.redis.core.ValueOperations",
        "org.springframework.data.redis.core.BoundValueOperations", "redis.clients.jedis.commands.StringCommands",
        "redis.clients.jedis.commands.JedisCommands", "redis.clients.jedis.JedisCommands", "redis.clients.jedis.Jedis",
        "io.lettuce.core.api.sync.RedisStringCommands"};
    private static final Callee GET = Callee.of(STORES).named("get");
    private static final Callee SET = Callee.of(STORES).named("set", "setex", "psetex");
    /** Whoever writes these minds what happens in between. */
    private static final Set<String> MINDING = Set.of("execute", "multi", "watch", "exec", "eval", "evalsha",
        "setIfPresent", "compareAndSet", "increment", "decrement");

    static boolean mayRead(Call call) {
        return call.name().equals("get");
    }

    static Optional<KeyUpdate> find(MethodCode method) {
        if (method.calls(GET).findAny().isEmpty() || method.calls().stream()
            .anyMatch(call -> MINDING.contains(call.name()))) {
            return Optional.empty();
        }
        Sums sums = new Sums(method);
        return method.calls(SET).flatMap(set -> method.calls(GET)
            .filter(get -> isOneKey(method, get, set) && method.flow().reaches(get.site(), set.site()))
            .filter(get -> sums.source(value(set), get.result()::equals).isPresent())
            .filter(get -> method.locks().held(get.site()).isEmpty())
            .map(get -> new KeyUpdate(method, get, set)))
            .findFirst();
    }

    private static boolean isOneKey(MethodCode method, Call get, Call set) {
        boolean isBound = get.target().owner().simple().startsWith("Bound");
        return isBound
            ? method.origins().same(get.receiver(), get.site(), set.receiver(), set.site())
            : method.origins().same(get.firstArgument(), get.site(), set.firstArgument(), set.site());
    }

    private static Origin value(Call set) {
        boolean isBound = set.target().owner().simple().startsWith("Bound");
        int index = isBound ? 0 : set.name().endsWith("ex") ? 2 : 1;
        return index < set.arguments().size() ? set.arguments().get(index) : Origin.UNKNOWN;
    }

    void report(Sink out) {
        out.report(method.place(write),
            "`" + write.name() + "` writes what was reckoned from an earlier `" + read.name()
                + "` of the key; what another process has written in between is lost",
            new Step(method.place(read), "the key is read here"),
            new Step(method.place(write), "and written here, in a second command"));
    }
}
