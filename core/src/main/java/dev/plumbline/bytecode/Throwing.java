package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What each instruction can throw: from its opcode, and for calls from what the callee is known to throw. */
public final class Throwing {

    private static final ClassName NULL_POINTER = ClassName.of("java.lang.NullPointerException");
    private static final ClassName ARRAY_INDEX = ClassName.of("java.lang.ArrayIndexOutOfBoundsException");
    private static final ClassName ARRAY_STORE = ClassName.of("java.lang.ArrayStoreException");
    private static final ClassName ARRAY_SIZE = ClassName.of("java.lang.NegativeArraySizeException");
    private static final ClassName ARITHMETIC = ClassName.of("java.lang.ArithmeticException");
    private static final ClassName CLASS_CAST = ClassName.of("java.lang.ClassCastException");

    private static final Raised ANYTHING = new Raised(Hazard.EXPLICIT, Raised.NOTHING.types(), true, true);

    private final MethodCode method;
    private final Shape shape;
    private final Catching catching;
    private final Raised[] known;
    private final Map<Integer, Raised> caught = new HashMap<>();

    Throwing(MethodCode method) {
        this.method = method;
        this.shape = method.shape();
        this.catching = new Catching(method.surroundings().index());
        this.known = new Raised[shape.size()];
        for (int at = 0; at < known.length; at++) {
            raised(at);
        }
    }

    public Thrown at(Site site) {
        boolean inside = site.index() >= 0 && site.index() < shape.size();
        return inside ? raised(site.index()).thrown() : Thrown.NOTHING;
    }

    Raised raised(int at) {
        if (known[at] == null) {
            known[at] = compute(at);
        }
        return known[at];
    }

    Catching catching() {
        return catching;
    }

    private Raised compute(int at) {
        int opcode = shape.at(at).getOpcode();
        return switch (opcode) {
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
                byCall(at);
            case Opcodes.ATHROW -> byThrow(at);
            case Opcodes.GETFIELD, Opcodes.ARRAYLENGTH -> byNull(at, 0);
            case Opcodes.PUTFIELD -> byNull(at, 1);
            case Opcodes.IALOAD, Opcodes.LALOAD, Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.AALOAD, Opcodes.BALOAD,
                Opcodes.CALOAD, Opcodes.SALOAD -> implicit(NULL_POINTER, ARRAY_INDEX);
            case Opcodes.IASTORE, Opcodes.LASTORE, Opcodes.FASTORE, Opcodes.DASTORE, Opcodes.BASTORE,
                Opcodes.CASTORE, Opcodes.SASTORE, Opcodes.AASTORE -> byElement(at);
            case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM ->
                isNumber(at, 0) ? Raised.NOTHING : implicit(ARITHMETIC);
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY -> isNumber(at, 0) ? Raised.NOTHING : implicit(ARRAY_SIZE);
            case Opcodes.MULTIANEWARRAY -> implicit(ARRAY_SIZE);
            case Opcodes.CHECKCAST -> implicit(CLASS_CAST);
            default -> Raised.NOTHING;
        };
    }

    private static Raised implicit(ClassName... types) {
        return Raised.of(Hazard.IMPLICIT, Set.of(types));
    }

    private Raised byCall(int at) {
        Call call = method.call(new Site(at)).orElseThrow();
        Thrown thrown = method.surroundings().thrownBy(call.target());
        boolean isExplicit = thrown.hazard() == Hazard.EXPLICIT;
        Raised fromCallee = thrown.hazard() == Hazard.NONE
            ? Raised.NOTHING
            : new Raised(thrown.hazard(), Raised.of(thrown.hazard(), thrown.types()).types(), true,
                isExplicit && thrown.types().isEmpty());
        boolean onObject = call.kind() != Call.Kind.STATIC && !call.target().isConstructor();
        return onObject ? fromCallee.and(byNull(at, call.target().descriptor().parameters().size())) : fromCallee;
    }

    private Raised byNull(int at, int depth) {
        return isNeverNull(method.origins().stack(new Site(at), depth)) ? Raised.NOTHING : implicit(NULL_POINTER);
    }

    /** An array that this method has just made, filled at fixed places, is an array literal: it does not throw. */
    private Raised byElement(int at) {
        boolean isLiteral = method.origins().stack(new Site(at), 2).is("new") && isNumber(at, 1);
        if (isLiteral) {
            return Raised.NOTHING;
        }
        return shape.at(at).getOpcode() == Opcodes.AASTORE
            ? implicit(NULL_POINTER, ARRAY_INDEX, ARRAY_STORE)
            : implicit(NULL_POINTER, ARRAY_INDEX);
    }

    private boolean isNeverNull(Origin origin) {
        if (origin.is("call")) {
            return method.call(origin.site().orElseThrow())
                .map(call -> !method.surroundings().returnedBy(call.target()).mayBeNull())
                .orElse(false);
        }
        return origin.equals(Origin.THIS) || origin.is("new") || origin.is("lambda") || origin.is("caught")
            || origin.isConstant() && !origin.equals(Origin.NULL);
    }

    private boolean isNumber(int at, int depth) {
        Origin origin = method.origins().stack(new Site(at), depth);
        return origin.path().startsWith("#") && !origin.path().equals("#0") && !origin.path().startsWith("#-")
            || isZeroIndex(at, origin);
    }

    /** Zero is no divisor, but a fine index and size. */
    private boolean isZeroIndex(int at, Origin origin) {
        int opcode = shape.at(at).getOpcode();
        return origin.path().equals("#0") && opcode != Opcodes.IDIV && opcode != Opcodes.LDIV
            && opcode != Opcodes.IREM && opcode != Opcodes.LREM;
    }

    private Raised byThrow(int at) {
        Origins origins = method.origins();
        Site site = new Site(at);
        AbstractInsnNode before = at == 0 ? shape.at(at) : shape.at(at - 1);
        if (before.getOpcode() == Opcodes.CHECKCAST && before instanceof TypeInsnNode cast) {
            return explicit(new ClassName(cast.desc));
        }
        Raised raised = Raised.NOTHING;
        for (Origin thrown : origins.inputs(origins.stack(site, 0))) {
            raised = raised.and(byValue(thrown, site));
        }
        return raised;
    }

    private Raised byValue(Origin thrown, Site site) {
        if (thrown.equals(Origin.NULL)) {
            return Raised.NOTHING;
        }
        OptionalInt argument = thrown.argument();
        if (argument.isPresent()) {
            return byType(method.ref().descriptor().parameters().get(argument.getAsInt()));
        }
        int maker = thrown.site().map(Site::index).orElse(-1);
        if (thrown.is("new") && shape.at(maker) instanceof TypeInsnNode made) {
            ClassName type = new ClassName(made.desc);
            return method.written(site) ? explicit(type) : Raised.of(Hazard.IMPLICIT, Set.of(type));
        }
        if (thrown.is("call")) {
            return byType(method.call(new Site(maker)).orElseThrow().target().descriptor().result());
        }
        return thrown.is("caught") ? byHandler(maker) : ANYTHING;
    }

    private static Raised explicit(ClassName type) {
        return Raised.of(Hazard.EXPLICIT, Set.of(type));
    }

    private static Raised byType(String type) {
        return Descriptor.classIn(type).map(Throwing::explicit).orElse(ANYTHING);
    }

    /** A clause throws on what it names; a {@code finally} what came to it, no more likely than before. */
    private Raised byHandler(int handler) {
        return method.handlers().stream()
            .filter(written -> written.start().index() == handler)
            .findFirst()
            .map(written -> Raised.of(Hazard.EXPLICIT, written.caught()))
            .orElseGet(() -> comingTo(handler));
    }

    private Raised comingTo(int handler) {
        Raised before = caught.get(handler);
        if (before != null) {
            return before;
        }
        caught.put(handler, Raised.NOTHING); // a handler that protects itself adds nothing
        Raised sum = Raised.NOTHING;
        for (int at = 0; at < shape.size(); at++) {
            boolean protectedByIt = shape.catching(at).stream().anyMatch(row -> row.handler() == handler);
            if (protectedByIt && method.origins().reached(new Site(at))) {
                for (Catching.Part part : catching.split(raised(at), shape.catching(at)).parts()) {
                    sum = part.row().handler() == handler ? sum.and(part.raised()) : sum;
                }
            }
        }
        caught.put(handler, sum);
        return sum;
    }
}
