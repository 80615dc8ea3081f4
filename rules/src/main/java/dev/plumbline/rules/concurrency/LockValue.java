package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Escapes;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.Touch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What kind of object a monitor is taken of, and why two threads may not take the same one. */
final class LockValue {

    private static final Set<String> BOXES = Set.of("Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float",
        "Double");
    private static final Set<String> VALUES = Set.of("java/util/Optional", "java/util/OptionalInt",
        "java/util/OptionalLong", "java/util/OptionalDouble", "java/lang/ProcessHandle", "java/lang/Runtime$Version");
    private static final Set<String> IMMUTABLE_COLLECTIONS = Set.of("java/util/List", "java/util/Set", "java/util/Map");

    private final MethodCode method;
    private final Context context;

    LockValue(MethodCode method, Context context) {
        this.method = method;
        this.context = context;
    }

    /** A sentence, when the value itself makes no lock. */
    Optional<String> wrong(Origin lock, Site enter) {
        List<Origin> inputs = method.origins().inputs(lock).stream()
            .filter(input -> !input.equals(Origin.NULL))
            .toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        String name = "`" + method.origins().display(lock, enter) + "`";
        if (lock.is("new")) {
            return isPrivateToCall(lock) ? Optional.of("the locked object is made in this call of `"
                + method.ref().name() + "`: each thread locks its own and excludes nobody") : Optional.empty();
        }
        if (isClassOfSubclass(lock, enter)) {
            return Optional.of("`getClass()` is another object in each subclass, and the static field used here is "
                + "shared by all of them");
        }
        if (inputs.stream().allMatch(this::isText)) {
            return Optional.of(lock.path().startsWith("'")
                ? "the locked text " + lock + " is one object for the whole JVM: unrelated code can lock it, too"
                : name + " is a `String`: equal texts need not be one object, or are one that others lock, too");
        }
        if (inputs.stream().allMatch(this::isNumber)) {
            return Optional.of(name + " is a boxed value: equal values are one object that others lock, too, or two "
                + "that exclude nobody");
        }
        return inputs.stream().allMatch(this::isValue)
            ? Optional.of(name + " is of a value-based class: which of equal objects it is, is not defined")
            : Optional.empty();
    }

    private boolean isText(Origin value) {
        if (value.path().startsWith("'")) {
            return true;
        }
        if (value.is("op")) { // of what operators make only the concatenation of strings can be locked
            return true;
        }
        return type(value).equals("Ljava/lang/String;") && isEqualByChance(value);
    }

    private boolean isNumber(Origin value) {
        if (value.path().startsWith("#")) {
            return true;
        }
        String type = type(value);
        return type.length() == 1 || type.startsWith("Ljava/lang/")
            && BOXES.contains(type.substring("Ljava/lang/".length(), type.length() - 1)) && isEqualByChance(value);
    }

    private boolean isValue(Origin value) {
        Optional<Call> maker = value.is("call") ? value.site().flatMap(method::call) : Optional.empty();
        if (maker.filter(call -> IMMUTABLE_COLLECTIONS.contains(call.target().owner().internal())
            && (call.name().equals("of") || call.name().equals("copyOf"))).isPresent()) {
            return true;
        }
        return Descriptor.classIn(type(value)).map(ClassName::internal)
            .filter(type -> VALUES.contains(type) || type.startsWith("java/time/") && !type.endsWith("Clock"))
            .isPresent() && isEqualByChance(value);
    }

    /** The descriptor of its type as the code declares it; empty when nobody says. */
    private String type(Origin value) {
        if (value.argument().isPresent()) {
            List<String> parameters = method.ref().descriptor().parameters();
            int index = value.argument().getAsInt();
            return index < parameters.size() ? parameters.get(index) : "";
        }
        if (value.is("call")) {
            return value.site().flatMap(method::call).map(call -> call.target().descriptor().result()).orElse("");
        }
        return access(value).map(access -> access.field().type()).orElse("");
    }

    private Optional<FieldAccess> access(Origin value) {
        return value.isField()
            ? method.fields().stream().filter(access -> !access.isWrite() && access.path().equals(value)).findFirst()
            : Optional.empty();
    }

    /** Nobody has seen to it that equal values are one object, or this one object nobody else's. */
    private boolean isEqualByChance(Origin value) {
        if (value.argument().isPresent()) {
            return !isInterned(value.argument().getAsInt());
        }
        if (value.is("call")) {
            return value.site().flatMap(method::call).filter(call -> isOfLanguage(call.target())).isPresent();
        }
        return access(value).filter(access -> !isMadeForIt(access)).isPresent();
    }

    /** A method of the JDK that makes its result anew or takes it from a cache; another's may be a registry. */
    private static boolean isOfLanguage(MethodRef called) {
        String owner = called.owner().internal();
        boolean isKnown = owner.startsWith("java/time/") || called.owner().packageName().equals("java.lang")
            || VALUES.contains(owner);
        return isKnown && !called.name().equals("intern");
    }

    private boolean isInterned(int argument) {
        return context.program().calls().callers(method.ref()).stream()
            .flatMap(caller -> context.program().method(caller).stream())
            .anyMatch(caller -> caller.calls().stream()
                .filter(call -> call.name().equals(method.ref().name()))
                .filter(call -> argument < call.arguments().size())
                .anyMatch(call -> isInterned(caller, call.arguments().get(argument))));
    }

    private static boolean isInterned(MethodCode caller, Origin value) {
        return value.is("call") && value.site().flatMap(caller::call)
            .filter(call -> !isOfLanguage(call.target()))
            .isPresent();
    }

    /** The field gets an object that was made by {@code new}, or comes from a registry. */
    private boolean isMadeForIt(FieldAccess access) {
        Optional<ClassHeader> owner = context.program().index().find(access.field().owner())
            .filter(type -> type.field(access.field().name()).isPresent() && context.program().owns(type.name()));
        if (owner.isEmpty()) {
            return true;
        }
        boolean isConstant = owner.get().field(access.field().name()).flatMap(FieldHeader::constant).isPresent();
        return !isConstant && context.sharing().touches(owner.get()).getOrDefault(access.field().name(), List.of())
            .stream()
            .filter(touch -> touch.kind() == Touch.Kind.WRITE)
            .anyMatch(this::storesOwnObject);
    }

    private boolean storesOwnObject(Touch write) {
        return context.program().method(write.method()).stream()
            .flatMap(code -> code.fields().stream()
                .filter(access -> access.site().equals(write.site()))
                .flatMap(access -> code.origins().inputs(access.value()).stream())
                .map(value -> value.is("new") || isInterned(code, value) || isConstantly(value, write, code)))
            .anyMatch(own -> own);
    }

    /** A text that is put together once, while the owner is made, is an object of its own. */
    private static boolean isConstantly(Origin value, Touch write, MethodCode code) {
        boolean isMade = value.is("op") || value.is("call")
            && value.site().flatMap(code::call).filter(call -> call.name().equals("toString")).isPresent();
        return isMade && write.isOwned();
    }

    private boolean isClassOfSubclass(Origin lock, Site enter) {
        Optional<Call> maker = lock.is("call") ? lock.site().flatMap(method::call) : Optional.empty();
        boolean isClass = maker.filter(call -> call.name().equals("getClass")
            && call.target().descriptor().text().equals("()Ljava/lang/Class;")
            && call.receiver().equals(Origin.THIS)).isPresent();
        ClassHeader type = method.type().header();
        return isClass && !type.isFinal() && usesStaticField(lock) && context.program().classes().stream()
            .anyMatch(other -> other.superclass().filter(type.name()::equals).isPresent());
    }

    private boolean usesStaticField(Origin lock) {
        Lock held = new Lock(lock, false);
        return method.fields().stream()
            .filter(access -> access.isStatic() && access.field().owner().equals(method.ref().owner()))
            .filter(access -> !access.field().name().contains("$") && !isFinalAndFixed(access))
            .anyMatch(access -> method.locks().held(access.site()).contains(held));
    }

    private boolean isFinalAndFixed(FieldAccess access) {
        return method.type().header().field(access.field().name())
            .filter(FieldHeader::isFinal)
            .flatMap(field -> Descriptor.classIn(field.type()))
            .filter(type -> context.sharing().safety().isSafe(type) || type.simple().contains("Log"))
            .isPresent();
    }

    /** An object of the JDK that leaves the method in no way: as receiver of its own methods only. */
    private boolean isPrivateToCall(Origin made) {
        boolean isPlain = method.constructorOf(made)
            .filter(call -> call.target().owner().internal().startsWith("java/")
                && call.target().descriptor().parameters().isEmpty())
            .filter(
                call -> !context.program().index().isSubtype(call.target().owner(), ClassName.of("java.lang.Thread")))
            .isPresent();
        return isPlain && method.constructorOf(made)
            .filter(call -> !Escapes.of(method, call.site()).isPossible())
            .isPresent();
    }
}
