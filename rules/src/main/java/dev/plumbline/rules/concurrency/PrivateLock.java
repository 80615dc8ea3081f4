package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A lock in a private field that is handed to nobody: all that is ever done with it stands in one file. If it is taken
 * there and given back nowhere, the second thread that comes waits for ever.
 */
final class PrivateLock {

    /** What is done with a lock besides giving it back and handing it on. */
    private static final Set<String> HARMLESS = Set.of("lock", "lockInterruptibly", "tryLock", "isLocked",
        "isHeldByCurrentThread", "getHoldCount", "newCondition", "hasQueuedThreads", "getQueueLength");

    private final Program program;
    private final ClassName owner;
    private final String field;

    private PrivateLock(Program program, ClassName owner, String field) {
        this.program = program;
        this.owner = owner;
        this.field = field;
    }

    /** The lock, if it is in a private field of the method's own class. */
    static Optional<PrivateLock> of(MethodCode method, Lock lock, Program program) {
        List<String> names = lock.path().fieldNames();
        boolean isOwn = names.size() == 1 && (lock.path().root().equals(Origin.THIS)
            || lock.path().path().equals("static " + method.ref().owner().internal() + "." + names.get(0)));
        return isOwn
            ? method.type().header().field(names.get(0))
                .filter(FieldHeader::isPrivate)
                .map(header -> new PrivateLock(program, method.ref().owner(), header.name()))
            : Optional.empty();
    }

    boolean isNeverGivenBack() {
        List<MethodRef> all = methods().toList();
        return all.stream().allMatch(ref -> program.method(ref).filter(this::keeps).isPresent());
    }

    /** All methods that may see the field: those of the classes in its file. */
    private Stream<MethodRef> methods() {
        return program.classes().stream()
            .filter(type -> type.name().outermost().equals(owner.outermost()))
            .flatMap(type -> type.methods().stream()
                .filter(method -> !method.isAbstract())
                .map(method -> new MethodRef(type.name(), method.name(), method.descriptor())));
    }

    /** Whether the method neither gives the lock back nor hands it to anyone. */
    private boolean keeps(MethodCode method) {
        List<FieldAccess> reads = method.fields().stream()
            .filter(access -> access.field().name().equals(field) && access.field().owner().equals(owner))
            .toList();
        return reads.isEmpty() || reads.stream().filter(access -> !access.isWrite())
            .allMatch(read -> keeps(method, read.path()));
    }

    private static boolean keeps(MethodCode method, Origin lock) {
        if (!lock.isKnown()) {
            return false;
        }
        boolean isPassed = method.calls().stream().anyMatch(call -> passes(method, call, lock));
        boolean isCaptured = method.lambdas().stream().map(Lambda::captured)
            .anyMatch(values -> values.stream().anyMatch(value -> isIn(method, value, lock)));
        boolean isReturned = method.exits().stream().map(Exit::value)
            .anyMatch(value -> isIn(method, value, lock));
        boolean isStored = method.fields().stream().filter(FieldAccess::isWrite)
            .anyMatch(write -> isIn(method, write.value(), lock));
        return !isPassed && !isCaptured && !isReturned && !isStored;
    }

    private static boolean passes(MethodCode method, Call call, Origin lock) {
        return call.arguments().stream().anyMatch(value -> isIn(method, value, lock))
            || isIn(method, call.receiver(), lock) && !HARMLESS.contains(call.name());
    }

    private static boolean isIn(MethodCode method, Origin value, Origin lock) {
        return method.origins().inputs(value).contains(lock);
    }
}
