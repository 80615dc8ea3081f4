package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.Annotation;
import java.util.stream.Stream;

/** What a method says of the locks that its callers hold. */
final class Guards {

    private Guards() {
    }

    /** {@code @GuardedBy}, {@code @Holding}, {@code @RequiresLock}: a promise of the callers, of whichever lock. */
    static boolean isDeclared(MethodCode method) {
        return Stream.concat(method.header().annotations().stream(), method.type().header().annotations().stream())
            .map(Annotation::type)
            .anyMatch(type -> type.simple().matches("GuardedBy|Holding|LockHeld|RequiresLock|WithLock"));
    }
}
