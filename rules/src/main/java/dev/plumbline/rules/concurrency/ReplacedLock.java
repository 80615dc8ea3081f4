package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Place;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.Touch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A field whose object is locked and that gets another object while threads are about. */
final class ReplacedLock {

    /** Steps before the threads come and after they have gone; setters and openers are called once, by custom. */
    private static final Pattern LIFECYCLE = Pattern.compile("(?i)(init|start|open|configure|set|setup|main|close|stop"
        + "|shutdown|destroy|dispose|readObject|readExternal|clone|register|build|create|load|connect|run)\\p{javaUpperCase}?.*"
        + "|.*(ForTest\\w*|Lazy\\w*)");

    /**
     * Where the field gets another object.
     *
     * @param isInside while the lock of the object it held is held
     */
    record Write(Place place, int line, boolean isInside) {
    }

    private final MethodCode method;
    private final Site enter;
    private final Origin lock;
    private final FieldAccess read;
    private final Context context;

    ReplacedLock(MethodCode method, Site enter, Origin lock, FieldAccess read, Context context) {
        this.method = method;
        this.enter = enter;
        this.lock = lock;
        this.read = read;
        this.context = context;
    }

    Optional<Write> write() {
        Optional<ClassHeader> owner = context.program().index().find(read.field().owner())
            .filter(type -> context.program().owns(type.name()));
        Optional<FieldHeader> field = owner.flatMap(type -> type.field(read.field().name()));
        if (field.isEmpty() || field.get().isFinal() || method.ref().isConstructor() || !guardsMore()) {
            return Optional.empty();
        }
        List<Touch> writes = context.sharing().touches(owner.get()).getOrDefault(read.field().name(), List.of())
            .stream()
            .filter(touch -> touch.kind() == Touch.Kind.WRITE)
            .toList();
        return writes.stream()
            .filter(touch -> !touch.isOwned() && isReplacing(touch, writes))
            .filter(touch -> !LIFECYCLE.matcher(touch.method().name()).matches() || touch.method().equals(method.ref()))
            .flatMap(touch -> check(touch).stream())
            .findFirst();
    }

    /** The field itself is used again under the lock: then the block is about the field and not about one object. */
    private boolean guardsMore() {
        Lock held = new Lock(lock, false);
        return method.fields().stream()
            .filter(access -> !access.site().equals(read.site()) && access.path().equals(lock))
            .anyMatch(access -> method.locks().held(access.site()).contains(held));
    }

    /** The only write there is gives the field its first object. */
    private static boolean isReplacing(Touch write, List<Touch> writes) {
        return writes.size() > 1 || write.isLocked();
    }

    private Optional<Write> check(Touch touch) {
        Optional<MethodCode> code = context.program().method(touch.method());
        if (code.isEmpty()) {
            return Optional.empty();
        }
        FieldAccess store = code.get().fields().stream()
            .filter(access -> access.site().equals(touch.site()))
            .findFirst().orElseThrow();
        List<Origin> values = code.get().origins().inputs(store.value());
        boolean isGone = values.stream().allMatch(Origin.NULL::equals);
        Set<Lock> heldThere = code.get().locks().held(touch.site());
        boolean isInside = heldThere.stream().anyMatch(held -> held.path().equals(store.path()));
        if (!isInside || isGone || isFirst(code.get(), store) || sharesOther(touch)) {
            return Optional.empty();
        }
        return Optional.of(new Write(code.get().place(store.site()), code.get().line(store.site()), isInside));
    }

    /** {@code if (field == null) field = …}: there was no object before that anybody could have locked. */
    private static boolean isFirst(MethodCode code, FieldAccess store) {
        return code.branches().stream()
            .filter(test -> test.tested().equals(store.path()) && test.against().equals(Origin.NULL))
            .anyMatch(test -> code.flow().dominates(test.site(), store.site()));
    }

    /** Another lock is held at both, which excludes the two. */
    private boolean sharesOther(Touch write) {
        return context.sharing().touches(context.program().index().find(read.field().owner()).orElseThrow())
            .getOrDefault(read.field().name(), List.of()).stream()
            .filter(touch -> touch.method().equals(method.ref()) && touch.site().equals(read.site()))
            .anyMatch(here -> here.excludes(write));
    }
}
