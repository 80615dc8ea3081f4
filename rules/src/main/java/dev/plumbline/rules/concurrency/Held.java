package dev.plumbline.rules.concurrency;

import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.ThreadSafety;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a field holds: who puts it there, and whether it bears many threads. */
final class Held {

    private static final Pattern INJECTED =
        Pattern.compile("Autowired|Value|Resource|Inject|EJB|PersistenceContext|PersistenceUnit|Reference|Context");

    private final FieldHeader field;
    private final Optional<ClassName> type;
    private final Set<ClassName> made;
    private final ThreadSafety safety;

    Held(ClassHeader owner, FieldHeader field, Context context) {
        this.field = field;
        this.safety = context.sharing().safety();
        this.type = Descriptor.classIn(field.type()).filter(found -> !field.type().startsWith("["));
        this.made = type.isPresent() ? safety.made(owner, field.name()) : Set.of();
    }

    /** By a container, before the first request. */
    boolean isInjected() {
        return field.annotations().stream().anyMatch(by -> INJECTED.matcher(by.type().simple()).matches());
    }

    /** A final field of a type that is made for many threads, or holding nothing else. */
    boolean bearsThreads() {
        return field.isFinal() && isSafe();
    }

    /** Whatever is held bears many threads; the field itself may still be written anew. */
    boolean isSafe() {
        return type.filter(safety::isSafe).isPresent() || !made.isEmpty() && made.stream().allMatch(safety::isSafe);
    }

    /** An object that two threads break, and nothing else. */
    boolean isUnsafe() {
        return made.isEmpty() ? type.filter(safety::isUnsafe).isPresent() : made.stream().allMatch(safety::isUnsafe);
    }
}
