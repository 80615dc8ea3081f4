package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.framework.Root;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.Touch;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether it matters that one use of a field goes without the lock of the others. A collection breaks when one thread
 * changes it while another is inside. A plain value is only written or read late, so two threads have to be known to
 * meet; the class may promise that they do.
 */
final class HarmfulUse {

    private static final String BARE =
        "(unlocked|nolock|unsafe|unsynchronized|withoutlock|underlock|locked|fortest\\w*)";

    private static final Pattern MEANT = Pattern.compile("(init|start|open|configure|setUp|main|stop|close|shutdown"
        + "|destroy|dispose|terminate|cleanUp|prepare|load|recover|readExternal|readFields|writeExternal|deserialize)"
        + "\\w*|set\\w+|(?i:" + BARE + "\\w*|\\w*" + BARE + ")|toString|hashCode|equals|finalize|writeObject"
        + "|readObject|clone");

    private static final Set<String> VIEWS = Set.of("keySet", "values", "entrySet");

    /** Questions that look at one number of a collection. */
    private static final Set<String> COUNTS = Set.of("size", "isEmpty");

    private final ClassName owner;
    private final FieldHeader field;
    private final List<Touch> all;
    private final boolean isPromised;
    private final boolean isSingleton;
    private final boolean isMadeUnsafe;
    private final boolean isCollection;
    private final Context context;

    /**
     * @param all every use of the field, without those of owned objects
     * @param isPromised whether the class says that it is thread-safe
     */
    HarmfulUse(ClassHeader owner, FieldHeader field, List<Touch> all, boolean isPromised, Context context) {
        this.owner = owner.name();
        this.field = field;
        this.all = all;
        this.isPromised = isPromised;
        this.context = context;
        this.isSingleton = context.beans().isSingleton(owner.name());
        this.isMadeUnsafe = context.sharing().safety().isMadeUnsafe(owner, field.name());
        this.isCollection = Descriptor.classIn(field.type())
            .filter(type -> context.sharing().safety().isUnsafe(type)
                || isMadeUnsafe && new Stateful(context.program()).isContainer(type))
            .filter(type -> !new Held(owner, field, context).isSafe())
            .isPresent();
    }

    boolean matters(Touch touch) {
        if (touch.isLocked() || MEANT.matcher(touch.method().name()).matches()) {
            return false;
        }
        boolean isTestedAgain = all.stream().anyMatch(other -> other.method().equals(touch.method())
            && other.isLocked());
        if (isTestedAgain && !touch.changes()) {
            return false;
        }
        return isPromised || switch (touch.kind()) {
            case READ -> isCollection && isUsed(touch)
                && all.stream().anyMatch(other -> other.kind() == Touch.Kind.CHANGE && other.isLocked());
            case CHANGE -> isCollection || isMadeUnsafe && meets(touch);
            case WRITE -> meets(touch);
        };
    }

    /**
     * One object that two threads have: the only one, or one that runs a task of its own while others call it. That
     * roots reach both methods says nothing of the object; each may have another.
     */
    private boolean meets(Touch touch) {
        return field.isStatic() || isSingleton || all.stream()
            .filter(other -> other.isLocked() && !other.method().equals(touch.method()))
            .flatMap(other -> context.sharing().threads().meeting(touch.method(), other.method()).stream())
            .anyMatch(meeting -> isOwnTask(meeting.first()) || isOwnTask(meeting.second()));
    }

    private boolean isOwnTask(Root root) {
        return root.kind() == Root.Kind.TASK && root.method().owner().outermost().equals(owner.outermost());
    }

    /**
     * A getter hands the collection on, or a view of it; whoever asks it something is the one who needs the lock. How
     * many there are is a plain value, which may be late. An object that came as an argument may be its caller's own.
     */
    private boolean isUsed(Touch read) {
        return context.program().method(read.method())
            .filter(method -> !isOfArgument(method, read) && method.calls().stream()
                .filter(call -> call.receiver().fieldNames().contains(field.name()))
                .anyMatch(call -> !COUNTS.contains(call.name()) && !isHandedOn(method, call)))
            .isPresent();
    }

    private static boolean isHandedOn(MethodCode method, Call call) {
        return VIEWS.contains(call.name())
            && method.exits().stream().anyMatch(exit -> exit.value().equals(call.result()));
    }

    private static boolean isOfArgument(MethodCode method, Touch read) {
        return method.fields().stream()
            .filter(access -> access.site().equals(read.site()) && !access.isStatic())
            .anyMatch(access -> access.receiver().root().argument().isPresent());
    }
}
