package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plain field that is written where a test, made without the lock that is held at the write, found it {@code null}
 * or, for a flag, false.
 */
final class FirstUse {

    private static final Set<ClassName> IMMUTABLE = Set.of(ClassName.of("java.lang.String"),
        ClassName.of("java.lang.Class"), ClassName.of("java.lang.Boolean"), ClassName.of("java.lang.Character"),
        ClassName.of("java.lang.Byte"), ClassName.of("java.lang.Short"), ClassName.of("java.lang.Integer"),
        ClassName.of("java.lang.Long"), ClassName.of("java.lang.Float"), ClassName.of("java.lang.Double"));

    private final MethodCode method;
    private final FieldAccess write;
    private final FieldHeader field;
    private final List<Branch> tests;
    private final Program program;

    private FirstUse(MethodCode method, FieldAccess write, FieldHeader field, List<Branch> tests, Program program) {
        this.method = method;
        this.write = write;
        this.field = field;
        this.tests = tests;
        this.program = program;
    }

    static Optional<FirstUse> of(MethodCode method, FieldAccess write, Program program) {
        return program.index().resolve(write.field())
            .filter(declared -> program.owns(declared.owner()))
            .flatMap(program.index()::declaration)
            .filter(field -> !field.isFinal())
            .filter(field -> isFlag(field) ? isOne(write.value()) : isReference(field) && isSomething(write.value()))
            .map(field -> new FirstUse(method, write, field, tests(method, write, isFlag(field)), program))
            .filter(use -> use.tests.stream().anyMatch(test -> !use.isUnderLock(test)))
            .filter(use -> use.isMade() || use.isCheckedTwice());
    }

    private static boolean isFlag(FieldHeader field) {
        return field.type().equals("Z");
    }

    private static boolean isOne(Origin value) {
        return value.path().equals("#1");
    }

    private static boolean isReference(FieldHeader field) {
        return field.type().startsWith("L") || field.type().startsWith("[");
    }

    private static boolean isSomething(Origin value) {
        return !value.equals(Origin.NULL);
    }

    private boolean isMade() {
        return isFlag() || !write.value().isConstant() && write.value().argument().isEmpty();
    }

    private static List<Branch> tests(MethodCode method, FieldAccess write, boolean flag) {
        return method.branches().stream()
            .filter(test -> flag ? test.against().path().equals("#0") : test.isNullTest())
            .filter(test -> test.tested().isKnown() && test.tested().equals(write.path()))
            .filter(test -> method.flow().dominates(test.site(), write.site()))
            .filter(test -> Sides.onlyWhenZero(method, test, write.site()))
            .toList();
    }

    FieldAccess write() {
        return write;
    }

    boolean isFlag() {
        return isFlag(field);
    }

    /** Whether it is used where it is made: if not, the method sets something up, once, and is no first use. */
    boolean isUsed() {
        return method.fields().stream()
            .filter(access -> !access.isWrite() && access.path().equals(write.path()))
            .anyMatch(read -> method.flow().reaches(write.site(), read.site()))
            || method.exits().stream().anyMatch(exit -> method.origins().inputs(exit.value()).contains(write.value()));
    }

    boolean isVolatile() {
        return field.isVolatile();
    }

    /**
     * A static field of the type of its own class, which only that class can make: there is meant to be one object. A
     * private class within another has a private constructor without anybody asking for it.
     */
    boolean isSingleton() {
        NewObjects made = made();
        ClassName owner = write.field().owner();
        boolean isPrivate = owner.equals(owner.outermost()) && program.index().find(owner).stream()
            .flatMap(type -> type.methods().stream())
            .filter(maker -> maker.name().equals("<init>"))
            .allMatch(MethodHeader::isPrivate);
        return isPrivate && write.isStatic() && made.only() && made.classes().equals(Set.of(owner))
            && Descriptor.classIn(field.type()).filter(owner::equals).isPresent();
    }

    /** What is put into an array before others see it they may see later, or never. */
    boolean isArray() {
        return field.type().startsWith("[") && write.value().is("new") && write.value().site()
            .filter(made -> !method.origins().stack(made, 0).path().equals("#0"))
            .isPresent();
    }

    Branch unlockedTest() {
        return tests.stream().filter(test -> !isUnderLock(test)).findFirst().orElseThrow();
    }

    /** Once without the lock and once with it. */
    boolean isCheckedTwice() {
        return isLocked() && tests.stream().anyMatch(this::isUnderLock);
    }

    boolean isLocked() {
        return method.locks().held(write.site()).stream().anyMatch(lock -> !lock.shared());
    }

    private boolean isUnderLock(Branch test) {
        return method.locks().shared(test.site(), write.site(), false);
    }

    /**
     * Whoever sees the reference sees the whole object: a string, a lambda, an object with final fields only. But who
     * reads a plain field twice may see {@code null} the second time.
     */
    boolean isSafelyPublished() {
        if (isVolatile()) {
            return true;
        }
        if (isFlag() || isReadAgain()) {
            return false;
        }
        Optional<ClassName> declared = Descriptor.classIn(field.type());
        boolean isLambda = method.origins().inputs(write.value()).stream().allMatch(value -> value.is("lambda"));
        NewObjects made = made();
        return isLambda || declared.filter(this::isNeverChanging).isPresent()
            || made.only() && !made.classes().isEmpty() && made.classes().stream().allMatch(this::isFinalInside);
    }

    /** More often than it is tested, and without the lock. */
    private boolean isReadAgain() {
        long reads = method.fields().stream()
            .filter(access -> !access.isWrite() && access.path().equals(write.path()))
            .filter(read -> !method.locks().shared(read.site(), write.site(), false))
            .count();
        long tested = method.branches().stream()
            .filter(test -> test.tested().equals(write.path()))
            .filter(test -> !isUnderLock(test))
            .count();
        return reads > tested;
    }

    private boolean isNeverChanging(ClassName type) {
        return IMMUTABLE.contains(type)
            || program.index().find(type).filter(ClassHeader::isFinal).isPresent() && isFinalInside(type);
    }

    private boolean isFinalInside(ClassName type) {
        Optional<ClassHeader> header = program.index().find(type);
        if (header.filter(found -> found.isInterface()).isPresent() || !program.index().isComplete(type)) {
            return false;
        }
        return program.index().ancestors(type).stream()
            .flatMap(ancestor -> program.index().find(ancestor).stream())
            .flatMap(ancestor -> ancestor.fields().stream())
            .allMatch(inside -> inside.isStatic() || inside.isFinal());
    }

    /** What is made is surely new, and keeps state: two of them are not as good as one. */
    boolean keepsState() {
        Stateful stateful = new Stateful(program);
        NewObjects made = made();
        return made.only() && made.classes().stream()
            .anyMatch(type -> stateful.isContainer(type) ? isChangedAfter() : stateful.is(type));
    }

    /** A collection that is filled where others can see it already. */
    private boolean isChangedAfter() {
        return method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && Stateful.changes(call))
            .filter(call -> method.flow().reaches(write.site(), call.site()))
            .anyMatch(call -> call.receiver().equals(write.path()) || call.receiver().equals(write.value()));
    }

    private NewObjects made() {
        NewObjects.Kind kind = new NewObjects.Kind(program);
        return NewObjects.of(write.value(), method, called -> program.summary(kind, called));
    }
}
