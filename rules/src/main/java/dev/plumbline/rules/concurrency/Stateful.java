package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which classes have objects that are not interchangeable once they are in use: two of them made for one purpose
 * drift apart, or hold a resource twice. An object that is only configured before it is published is not one.
 */
final class Stateful {

    /** What the verbs that change an object begin with. */
    private static final Pattern CHANGES = Pattern.compile("(?:add|put|set|remove|clear|offer|push|poll|pop|append|incr"
        + "|decr|update|register|insert|merge|compute|getAnd|accumulate|lock|record|mark|touch|enqueue|acquire).*");
    private static final Pattern SETTER = Pattern.compile("(?:set|with|init|after|post|read|hashCode|toString).*");
    private static final Set<ClassName> CONTAINERS = Set.of(
        ClassName.of("java.util.Collection"),
        ClassName.of("java.util.Map"),
        ClassName.of("java.util.BitSet"),
        ClassName.of("java.lang.AbstractStringBuilder"));
    private static final Set<ClassName> IDENTITIES = Set.of(
        ClassName.of("java.lang.AutoCloseable"),
        ClassName.of("java.lang.Thread"),
        ClassName.of("java.util.Timer"),
        ClassName.of("java.util.concurrent.Executor"),
        ClassName.of("java.util.concurrent.Future"),
        ClassName.of("java.util.concurrent.CountDownLatch"),
        ClassName.of("java.util.concurrent.CyclicBarrier"),
        ClassName.of("java.util.concurrent.Phaser"),
        ClassName.of("java.util.concurrent.Semaphore"),
        ClassName.of("java.util.concurrent.locks.Lock"),
        ClassName.of("java.util.concurrent.locks.ReadWriteLock"),
        ClassName.of("java.util.concurrent.locks.StampedLock"));
    private static final String ATOMIC = "java.util.concurrent.atomic";

    private final Program program;

    Stateful(Program program) {
        this.program = program;
    }

    static boolean changes(Call call) {
        return CHANGES.matcher(call.name()).matches();
    }

    /** A collection, map or buffer of the library: empty ones are there to be filled, filled ones may be results. */
    boolean isContainer(ClassName type) {
        return !program.owns(type) && isAny(type, CONTAINERS);
    }

    /** A lock, counter, thread, pool, future or closeable, or a class of the program that changes itself. */
    boolean is(ClassName type) {
        return isIdentity(type) || isCounter(type) || changesItself(type);
    }

    /** An atomic variable or an adder. */
    static boolean isCounter(ClassName type) {
        return type.packageName().equals(ATOMIC);
    }

    /** One of a kind: a lock, a thread, a pool, a future, a closeable; a bare {@code Object} is made for a lock. */
    boolean isIdentity(ClassName type) {
        return type.equals(ClassName.OBJECT) || isAny(type, IDENTITIES);
    }

    private boolean isAny(ClassName type, Set<ClassName> of) {
        return of.stream().anyMatch(known -> program.index().isSubtype(type, known));
    }

    private boolean changesItself(ClassName type) {
        Optional<ClassHeader> next = program.index().find(type).filter(header -> program.owns(header.name()));
        while (next.isPresent() && !next.get().isRecord() && !next.get().isEnum()) {
            if (isAny(type, CONTAINERS) || codes(next.get()).anyMatch(this::changesItself)) {
                return true;
            }
            next = next.get().superclass().filter(program::owns).flatMap(program.index()::find);
        }
        return false;
    }

    private Stream<MethodCode> codes(ClassHeader type) {
        return type.methods().stream()
            .filter(method -> !Modifier.isStatic(method.access()) && !method.isAbstract())
            .map(method -> new MethodRef(type.name(), method.name(), method.descriptor()))
            .filter(method -> !method.isConstructor() && !SETTER.matcher(method.name()).matches())
            .flatMap(method -> program.method(method).stream());
    }

    private boolean changesItself(MethodCode method) {
        return method.fields().stream()
            .anyMatch(access -> access.isWrite() && isOwn(access) && !isCache(access, method))
            || method.calls().stream().anyMatch(call -> isOnOwnState(call));
    }

    private static boolean isOwn(FieldAccess access) {
        return !access.isStatic() && access.receiver().equals(Origin.THIS);
    }

    /** {@code if (hash == 0) hash = ...}: what is remembered, not what has happened. */
    private static boolean isCache(FieldAccess write, MethodCode method) {
        return method.branches().stream()
            .filter(test -> test.tested().equals(write.path()))
            .anyMatch(test -> Sides.onlyWhenZero(method, test, write.site()));
    }

    /** {@code this.count.increment()}, {@code this.items.add(item)}. */
    private boolean isOnOwnState(Call call) {
        return call.kind() != Call.Kind.STATIC
            && (isConcurrent(call.target().owner())
                || changes(call) && isAny(call.target().owner(), CONTAINERS))
            && call.receiver().base().filter(Origin.THIS::equals).isPresent();
    }

    private static boolean isConcurrent(ClassName type) {
        return type.packageName().startsWith("java.util.concurrent");
    }
}
