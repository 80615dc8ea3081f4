package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import java.util.Optional;

/**
 * A field whose object is locked and that gets another object in the very block: those who wait for the old lock and
 * those who come later, and take the new one, are in the block together.
 */
final class ReplacedLock {

    private ReplacedLock() {
    }

    /** The write, if there is one that no other lock protects. */
    static Optional<FieldAccess> find(MethodCode method, Origin lock, FieldAccess read) {
        Lock held = new Lock(lock, false);
        return method.ref().isConstructor() || method.ref().isStaticInitializer()
            ? Optional.empty()
            : method.fields().stream()
                .filter(access -> access.isWrite() && access.path().equals(lock))
                .filter(write -> method.locks().held(write.site()).contains(held))
                .filter(write -> !isGone(method, write) && !isFirst(method, write))
                .filter(write -> !method.locks().shared(read.site(), write.site(), false))
                .findFirst();
    }

    /** Nobody locks what is not there; who tries it is told. */
    private static boolean isGone(MethodCode method, FieldAccess write) {
        return method.origins().inputs(write.value()).stream().allMatch(Origin.NULL::equals);
    }

    /** {@code if (field == null) field = …}: there was no object before that anybody could have locked. */
    private static boolean isFirst(MethodCode method, FieldAccess write) {
        return method.branches().stream()
            .filter(test -> test.tested().equals(write.path()) && test.against().equals(Origin.NULL))
            .anyMatch(test -> method.flow().dominates(test.site(), write.site()));
    }
}
