package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.framework.Effect;
import dev.plumbline.framework.Effects;
import dev.plumbline.framework.EventLoops;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.rule.Context;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Calls of libraries that keep their thread until an answer is there: what waits by the models, and what reaches a
 * database, a shared cache or a whole file without answering through a future or a reactive type.
 */
final class BlockingCalls {

    private static final Set<Effect> SLOW = Set.of(Effect.DATABASE_READ, Effect.DATABASE_WRITE);
    /** Caches that are surely another process's; others may be maps. */
    private static final Pattern REDIS =
        Pattern.compile("^(org/springframework/data/redis/|redis/clients/|org/redisson/)");
    private static final Set<Effect> FILE = Set.of(Effect.FILE_READ, Effect.FILE_WRITE);
    private static final Set<String> WHOLE_FILES = Set.of("java/nio/file/Files", "org/apache/commons/io/FileUtils",
        "com/google/common/io/Files", "java/io/FileInputStream", "java/io/FileOutputStream", "java/io/FileReader",
        "java/io/FileWriter", "java/io/RandomAccessFile");
    private static final List<ClassName> LATER = List.of(ClassName.of("java.util.concurrent.CompletionStage"),
        ClassName.of("java.util.concurrent.Future"), ClassName.of("org.reactivestreams.Publisher"));
    /** What a client for event loops is called. */
    private static final Pattern ASYNC = Pattern.compile("(?i)reactive|async|r2dbc|rxjava|vertx|mutiny|/rx/");

    private final WaitingCalls waiting;
    private final Effects effects;
    private final EventLoops loops;
    private final ClassIndex index;

    BlockingCalls(Context context, EventLoops loops) {
        this.waiting = new WaitingCalls(context.program());
        this.effects = context.effects();
        this.loops = loops;
        this.index = context.program().index();
    }

    boolean blocks(Call call, MethodCode method) {
        return waiting.waits(call, method) || isSlow(call);
    }

    /** Whether something far away is asked, and answers later in a thread of its own. */
    boolean asksFromAfar(Call call) {
        return loops.givesStream(call.target())
            && effects.direct(call.target()).stream().anyMatch(effect -> SLOW.contains(effect)
                || effect == Effect.REMOTE || effect == Effect.CACHE);
    }

    private boolean isSlow(Call call) {
        Set<Effect> all = effects.direct(call.target());
        boolean isFar = all.stream().anyMatch(SLOW::contains)
            || all.contains(Effect.CACHE) && REDIS.matcher(call.target().owner().internal()).find();
        boolean isFile = all.stream().anyMatch(FILE::contains)
            && WHOLE_FILES.contains(call.target().owner().internal());
        return (isFar || isFile) && !answersLater(call);
    }

    private boolean answersLater(Call call) {
        boolean isLater = Descriptor.classIn(call.target().descriptor().result())
            .filter(type -> loops.isStream(type) || LATER.stream().anyMatch(later -> index.isSubtype(type, later)))
            .isPresent();
        return isLater || index.ancestors(call.target().owner()).stream()
            .anyMatch(type -> ASYNC.matcher(type.internal()).find());
    }
}
