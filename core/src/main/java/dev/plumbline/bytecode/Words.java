package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Which word each instruction makes of the words it takes. */
final class Words extends Interpreter<Word> {

    private static final Set<String> BOXES = Set.of("java/lang/Boolean", "java/lang/Byte", "java/lang/Character",
        "java/lang/Short", "java/lang/Integer", "java/lang/Long", "java/lang/Float", "java/lang/Double");
    private static final Set<String> UNBOX = Set.of("booleanValue", "byteValue", "charValue", "shortValue", "intValue",
        "longValue", "floatValue", "doubleValue");

    private final InsnList code;
    private final Surroundings surroundings;
    private final Word[] made;

    Words(InsnList code, Surroundings surroundings) {
        super(Opcodes.ASM9);
        this.code = code;
        this.surroundings = surroundings;
        this.made = new Word[code.size()];
    }

    /** What each instruction made, {@code null} where it made nothing. */
    Word[] made() {
        return made;
    }

    @Override
    public Word newValue(Type type) {
        return type == null ? Word.NOTHING : new Word(Origin.UNKNOWN, type.getSize());
    }

    @Override
    public Word newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode == Opcodes.ACONST_NULL) {
            return new Word(Origin.NULL, 1);
        }
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return number(opcode - Opcodes.ICONST_0, 1);
        }
        return switch (opcode) {
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> number(opcode - Opcodes.LCONST_0, 2);
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 ->
                number((float) (opcode - Opcodes.FCONST_0), 1);
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> number((double) (opcode - Opcodes.DCONST_0), 2);
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> number(((IntInsnNode) instruction).operand, 1);
            case Opcodes.LDC -> constant(instruction, ((LdcInsnNode) instruction).cst);
            case Opcodes.GETSTATIC -> staticField((FieldInsnNode) instruction);
            case Opcodes.NEW -> make("new", instruction, 1);
            default -> make("op", instruction, 1);
        };
    }

    @Override
    public Word copyOperation(AbstractInsnNode instruction, Word value) {
        return value;
    }

    @Override
    public Word unaryOperation(AbstractInsnNode instruction, Word value) {
        return switch (instruction.getOpcode()) {
            case Opcodes.CHECKCAST -> value;
            case Opcodes.GETFIELD -> field((FieldInsnNode) instruction, value);
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY -> make("new", instruction, 1);
            case Opcodes.LNEG, Opcodes.DNEG, Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D,
                Opcodes.D2L -> make("op", instruction, 2);
            default -> make("op", instruction, 1);
        };
    }

    @Override
    public Word binaryOperation(AbstractInsnNode instruction, Word first, Word second) {
        return switch (instruction.getOpcode()) {
            case Opcodes.IALOAD, Opcodes.FALOAD, Opcodes.AALOAD, Opcodes.BALOAD, Opcodes.CALOAD, Opcodes.SALOAD ->
                make("elem", instruction, 1);
            case Opcodes.LALOAD, Opcodes.DALOAD -> make("elem", instruction, 2);
            case Opcodes.LADD, Opcodes.DADD, Opcodes.LSUB, Opcodes.DSUB, Opcodes.LMUL, Opcodes.DMUL, Opcodes.LDIV,
                Opcodes.DDIV, Opcodes.LREM, Opcodes.DREM, Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR, Opcodes.LAND,
                Opcodes.LOR, Opcodes.LXOR -> make("op", instruction, 2);
            default -> make("op", instruction, 1);
        };
    }

    @Override
    public Word ternaryOperation(AbstractInsnNode instruction, Word first, Word second, Word third) {
        return Word.NOTHING;
    }

    @Override
    public Word naryOperation(AbstractInsnNode instruction, List<? extends Word> values) {
        if (instruction instanceof MethodInsnNode call) {
            return call(call, values);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            int size = Type.getReturnType(dynamic.desc).getSize();
            return make(LambdaMaker.isLambda(dynamic) ? "lambda" : "op", instruction, size);
        }
        return make("new", instruction, 1);
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Word value, Word expected) {
    }

    /** Joins are made where their place is known: see {@link OriginPass}. */
    @Override
    public Word merge(Word first, Word second) {
        throw new IllegalStateException("words are joined by OriginPass");
    }

    private Word call(MethodInsnNode call, List<? extends Word> values) {
        int size = Type.getReturnType(call.desc).getSize();
        if (size == 0) {
            return Word.NOTHING;
        }
        if (isBoxing(call)) {
            return keep(call, values.get(0).sized(size));
        }
        Returned returned = surroundings.returnedBy(MethodRef.of(call.owner, call.name, call.desc));
        return returned.origin()
            .flatMap(origin -> inCaller(origin, call.getOpcode() == Opcodes.INVOKESTATIC, values))
            .filter(origin -> !origin.isDeep())
            .map(origin -> keep(call, new Word(origin, size)))
            .orElseGet(() -> make("call", call, size));
    }

    private static boolean isBoxing(MethodInsnNode call) {
        if (!BOXES.contains(call.owner)) {
            return false;
        }
        boolean box = call.name.equals("valueOf") && call.desc.indexOf(')') == 2;
        return box || UNBOX.contains(call.name);
    }

    /** An origin in the callee's words said in the caller's: {@code this.lock} of receiver r is {@code r.lock}. */
    private static Optional<Origin> inCaller(Origin origin, boolean isStatic, List<? extends Word> values) {
        if (origin.isConstant() || origin.path().startsWith("static ")) {
            return Optional.of(origin);
        }
        Origin root = origin.root();
        OptionalInt argument = root.argument();
        int index = argument.isPresent() ? argument.getAsInt() + (isStatic ? 0 : 1) : 0;
        boolean isParameter = argument.isPresent() || root.equals(Origin.THIS) && !isStatic;
        if (!isParameter || index >= values.size()) {
            return Optional.empty();
        }
        Origin actual = values.get(index).origin();
        for (String name : origin.fieldNames()) {
            actual = actual.field(name);
        }
        return Optional.of(actual).filter(Origin::isKnown);
    }

    private Word field(FieldInsnNode read, Word object) {
        int size = Type.getType(read.desc).getSize();
        Origin path = object.origin().field(read.name);
        if (!path.isKnown() || path.isDeep()) {
            return make("op", read, size);
        }
        return keep(read, new Word(path, size));
    }

    private Word staticField(FieldInsnNode read) {
        FieldRef field = new FieldRef(new ClassName(read.owner), read.name, read.desc);
        return keep(read, new Word(Origin.ofStatic(field), Type.getType(read.desc).getSize()));
    }

    private Word constant(AbstractInsnNode instruction, Object value) {
        if (value instanceof String text) {
            return new Word(new Origin("'" + text + "'"), 1);
        }
        if (value instanceof Number constant) {
            return number(constant, value instanceof Long || value instanceof Double ? 2 : 1);
        }
        if (value instanceof Type type && type.getSort() != Type.METHOD) {
            return new Word(new Origin("class " + type.getInternalName()), 1);
        }
        int size = value instanceof ConstantDynamic dynamic ? dynamic.getSize() : 1;
        return make("op", instruction, size);
    }

    private static Word number(Number value, int size) {
        return new Word(new Origin("#" + value), size);
    }

    private Word make(String maker, AbstractInsnNode instruction, int size) {
        int at = code.indexOf(instruction);
        if (made[at] == null) {
            made[at] = new Word(new Origin(maker + "@" + at), size);
        }
        return made[at];
    }

    private Word keep(AbstractInsnNode instruction, Word word) {
        made[code.indexOf(instruction)] = word;
        return word;
    }
}
