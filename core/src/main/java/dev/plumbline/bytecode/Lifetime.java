package dev.plumbline.bytecode;

import dev.plumbline.bytecode.Lifetime.Use.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * One value from its birth on, along every path: which stack slots and locals hold it before each instruction, and
 * what is done with it. It is followed from the birth only, so a merge with the {@code null} of a variable declared
 * before {@code try} does not lose it: on a path from the birth the variable holds the value.
 */
public final class Lifetime {

    /**
     * Something that is done with the value.
     *
     * @param site the instruction
     * @param kind what it does
     * @param argument which argument it is, from 0, for {@link Kind#ARGUMENT} and {@link Kind#CAPTURED}; else -1
     */
    public record Use(Site site, Kind kind, int argument) {

        /** What an instruction does with a value. */
        public enum Kind {
            /** A method is called on it. */
            RECEIVER,
            /** It is passed to a method or constructor. */
            ARGUMENT,
            /** It is stored in a field of an object or in a static field. */
            FIELD,
            /** It is stored in an array. */
            ELEMENT,
            /** It is returned. */
            RETURNED,
            /** It is thrown. */
            THROWN,
            /** A lambda closes over it. */
            CAPTURED,
            /** It is tested for {@code null}, compared, cast, or has a field read. */
            LOOKED_AT
        }
    }

    private static final int NOT_BORN_HERE = -1;

    private final MethodCode method;
    private final int birth;
    private final List<Use> uses = new ArrayList<>();
    private Frame<Tag>[] frames;

    private Lifetime(MethodCode method, int birth, Following following) {
        this.method = method;
        this.birth = birth;
        try {
            frames = new Frames(following).analyze(method.ref().owner().internal(), method.node());
            collect();
        } catch (AnalyzerException | IndexOutOfBoundsException e) {
            // Not the code of a known compiler: nothing is known of the value, and nothing is said of it.
            uses.clear();
        }
    }

    /**
     * @param birth the instruction that makes the value: a call, or a constructor call for {@code new}
     * @param wraps whether after this use the call's result (or the object being constructed) stands for the value
     *     too, as a {@code BufferedReader} does for the reader it wraps
     */
    public static Lifetime of(MethodCode method, Site birth, Predicate<Use> wraps) {
        int made = method.call(birth)
            .filter(call -> call.target().isConstructor())
            .flatMap(call -> call.receiver().site())
            .map(Site::index)
            .orElse(birth.index());
        return new Lifetime(method, birth.index(), new Following(method.node().instructions, made, -1, wraps));
    }

    /** A parameter, from the method's entry on. */
    public static Lifetime ofParameter(MethodCode method, int index, Predicate<Use> wraps) {
        int slot = method.header().isStatic() ? 0 : 1;
        Type[] types = Type.getArgumentTypes(method.ref().descriptor().text());
        for (int i = 0; i < index; i++) {
            slot += types[i].getSize();
        }
        return new Lifetime(method, NOT_BORN_HERE, new Following(method.node().instructions, -1, slot, wraps));
    }

    /** All uses on some path from the birth, in order of their sites. */
    public List<Use> uses() {
        return List.copyOf(uses);
    }

    /**
     * A shortest path from the birth out of the method on which no use ends the obligation. Branches that test the
     * value for {@code null} are followed on the side where it is not. A use ends the obligation on all edges out of
     * its site: a {@code close()} that throws has closed.
     *
     * @param ends whether a use ends the obligation: a close, or handing it to a new owner
     * @param least exception edges below this hazard are not followed
     */
    public Optional<List<Edge>> wayOutWithout(Predicate<Use> ends, Hazard least) {
        return wayOutWithout(ends, edge -> edge.kind() != Edge.Kind.THROWN
            || method.flow().hazard(edge).compareTo(least) >= 0);
    }

    /** @param followed which edges to follow among those that some execution may take */
    public Optional<List<Edge>> wayOutWithout(Predicate<Use> ends, Predicate<Edge> followed) {
        if (frames == null) {
            return Optional.empty();
        }
        boolean[] ended = new boolean[method.size()];
        uses.stream().filter(ends).forEach(use -> ended[use.site().index()] = true);
        Predicate<Edge> allowed = edge -> !ended[edge.from().index()] && followed.test(edge);
        Predicate<Edge> likely = edge -> !isTakenForNull(edge);
        return birth == NOT_BORN_HERE
            ? WayOut.fromEntry(method, allowed, likely)
            : WayOut.after(method, new Site(birth), allowed, likely);
    }

    /** Whether the edge is the one a null test takes when the value is {@code null}, which it is not. */
    private boolean isTakenForNull(Edge edge) {
        int opcode = method.node().instructions.get(edge.from().index()).getOpcode();
        if (opcode != Opcodes.IFNULL && opcode != Opcodes.IFNONNULL || !holds(edge.from(), 0)) {
            return false;
        }
        Edge.Kind whenNull = opcode == Opcodes.IFNULL ? Edge.Kind.TAKEN : Edge.Kind.NOT_TAKEN;
        return edge.kind() == whenNull;
    }

    private void collect() {
        for (int i = 0; i < frames.length; i++) {
            if (frames[i] != null && i != birth) {
                collect(new Site(i), method.node().instructions.get(i));
            }
        }
    }

    private void collect(Site site, AbstractInsnNode node) {
        switch (node.getOpcode()) {
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC -> {
                MethodInsnNode call = (MethodInsnNode) node;
                int arguments = passed(site, call.desc, Kind.ARGUMENT);
                use(site, arguments, Kind.RECEIVER, call.getOpcode() != Opcodes.INVOKESTATIC);
            }
            case Opcodes.INVOKEDYNAMIC -> passed(site, ((InvokeDynamicInsnNode) node).desc, Kind.CAPTURED);
            case Opcodes.PUTFIELD -> {
                use(site, 0, Kind.FIELD, true);
                use(site, 1, Kind.LOOKED_AT, true);
            }
            case Opcodes.PUTSTATIC -> use(site, 0, Kind.FIELD, true);
            case Opcodes.AASTORE -> use(site, 0, Kind.ELEMENT, true);
            case Opcodes.ARETURN -> use(site, 0, Kind.RETURNED, true);
            case Opcodes.ATHROW -> use(site, 0, Kind.THROWN, true);
            case Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.GETFIELD, Opcodes.INSTANCEOF, Opcodes.CHECKCAST,
                Opcodes.MONITORENTER -> use(site, 0, Kind.LOOKED_AT, true);
            default -> {
                // The other instructions take no references, or only move them.
            }
        }
    }

    private int passed(Site site, String descriptor, Kind kind) {
        int arguments = Type.getArgumentCount(descriptor);
        for (int i = 0; i < arguments; i++) {
            if (holds(site, arguments - 1 - i)) {
                uses.add(new Use(site, kind, i));
            }
        }
        return arguments;
    }

    private void use(Site site, int depth, Kind kind, boolean applies) {
        if (applies && holds(site, depth)) {
            uses.add(new Use(site, kind, -1));
        }
    }

    private boolean holds(Site site, int depth) {
        Frame<Tag> frame = frames[site.index()];
        return frame != null && depth < frame.getStackSize() && frame.getStack(frame.getStackSize() - 1 - depth).held();
    }

    /** ASM's analyzer with frames that see what wraps the value. */
    private static final class Frames extends Analyzer<Tag> {

        private final Following following;

        Frames(Following following) {
            super(following);
            this.following = following;
        }

        @Override
        protected Frame<Tag> newFrame(int locals, int stack) {
            return following.new Slots(locals, stack);
        }

        @Override
        protected Frame<Tag> newFrame(Frame<? extends Tag> frame) {
            return following.new Slots(frame);
        }
    }
}
