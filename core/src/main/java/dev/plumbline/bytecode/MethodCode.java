package dev.plumbline.bytecode;

import dev.plumbline.bytecode.idiom.CompilerMade;
import dev.plumbline.finding.Place;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * One compiled method. Lists come from one walk over the instructions; everything that needs frames is computed when
 * first asked for, so a method no rule is interested in costs nothing. Not safe for use by many threads.
 */
public final class MethodCode {

    private final ClassFile type;
    private final MethodNode node;
    private final MethodRef ref;
    private Shape shape;
    private Instructions instructions;
    private Flow flow;
    private Origins origins;
    private Locks locks;
    private Throwing throwing;
    private List<Lambda> lambdas;
    private List<Branch> branches;
    private List<Handler> handlers;
    private List<Exit> exits;
    private BitSet compilerMade;

    MethodCode(ClassFile type, MethodNode node) {
        this.type = type;
        this.node = node;
        this.ref = new MethodRef(type.name(), node.name, new Descriptor(node.desc));
    }

    public MethodRef ref() {
        return ref;
    }

    public MethodHeader header() {
        return type.header().method(node.name, ref.descriptor()).orElseGet(this::headerFromCode);
    }

    /** The class it is declared in. */
    public ClassFile type() {
        return type;
    }

    public Surroundings surroundings() {
        return type.surroundings();
    }

    /** All calls in the order of the instructions. */
    public List<Call> calls() {
        return instructions().calls();
    }

    public Stream<Call> calls(Callee callee) {
        return calls().stream().filter(call -> callee.matches(call.target(), surroundings().index()));
    }

    public Optional<Call> call(Site site) {
        return instructions().call(site);
    }

    /** The constructor call that makes an object, for {@code new@n} of an object: the value is born there. */
    public Optional<Call> constructorOf(Origin made) {
        return calls().stream()
            .filter(call -> call.target().isConstructor() && call.receiver().equals(made))
            .findFirst();
    }

    public List<FieldAccess> fields() {
        return instructions().fields();
    }

    public List<Lambda> lambdas() {
        if (lambdas == null) {
            lambdas = instructions().lambdas();
        }
        return lambdas;
    }

    /** The methods that its lambdas and method references run; asks for no frames. */
    public List<MethodRef> references() {
        List<MethodRef> references = new ArrayList<>();
        for (AbstractInsnNode instruction : node.instructions) {
            if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                LambdaMaker.body(dynamic).ifPresent(references::add);
            }
        }
        return references;
    }

    public List<Branch> branches() {
        if (branches == null) {
            branches = instructions().branches();
        }
        return branches;
    }

    /** Whether any of its code is protected by a handler, written or compiler-made. */
    public boolean isGuarded() {
        return !node.tryCatchBlocks.isEmpty();
    }

    /** In the order of the exception table: inner before outer. */
    public List<Handler> handlers() {
        if (handlers == null) {
            handlers = Handlers.written(this);
        }
        return handlers;
    }

    public List<Exit> exits() {
        if (exits == null) {
            exits = instructions().exits();
        }
        return exits;
    }

    /** How many instructions it has: sites run from 0 to this. */
    public int size() {
        return node.instructions.size();
    }

    /** The instructions that take a monitor: the heads of {@code synchronized} blocks. Asks for no frames. */
    public List<Site> monitors() {
        List<Site> found = new ArrayList<>();
        for (int at = 0; at < size(); at++) {
            if (node.instructions.get(at).getOpcode() == Opcodes.MONITORENTER) {
                found.add(new Site(at));
            }
        }
        return found;
    }

    /** The source line of an instruction; 0 when there is no line table. */
    public int line(Site site) {
        return instructions().line(site);
    }

    /** The lines of its instructions; empty when there is no line table. */
    public BitSet lines() {
        BitSet lines = new BitSet();
        for (int at = 0; at < size(); at++) {
            lines.set(line(new Site(at)));
        }
        lines.clear(0);
        return lines;
    }

    /** Points at the call's name, the field's name, or the whole line. */
    public Place place(Site site) {
        return surroundings().place(type.name(), line(site), instructions().word(site));
    }

    public Place place(Call call) {
        return place(call.site());
    }

    public Flow flow() {
        if (flow == null) {
            flow = Flow.of(this);
        }
        return flow;
    }

    public Origins origins() {
        if (origins == null) {
            origins = Origins.of(this);
        }
        return origins;
    }

    public Locks locks() {
        if (locks == null) {
            locks = Locks.of(this);
        }
        return locks;
    }

    public Throwing throwing() {
        if (throwing == null) {
            throwing = new Throwing(this);
        }
        return throwing;
    }

    /** Whether a person wrote the instruction; false for what the compiler adds (package {@code idiom}). */
    public boolean written(Site site) {
        if (compilerMade == null) {
            compilerMade = CompilerMade.in(type.node(), node);
        }
        return site.index() < 0 || !compilerMade.get(site.index());
    }

    /** Drops the flow facts, which take many times the room of the code; they are computed again when asked for. */
    public void forget() {
        flow = null;
        origins = null;
        locks = null;
        throwing = null;
        lambdas = null;
        branches = null;
        handlers = null;
        exits = null;
        shape = null;
        instructions = null;
    }

    MethodNode node() {
        return node;
    }

    Shape shape() {
        if (shape == null) {
            shape = Shape.of(node);
        }
        return shape;
    }

    private Instructions instructions() {
        if (instructions == null) {
            instructions = Instructions.of(this);
        }
        return instructions;
    }

    private MethodHeader headerFromCode() {
        List<ClassName> exceptions = node.exceptions == null
            ? List.of()
            : node.exceptions.stream().map(ClassName::new).toList();
        return new MethodHeader(node.name, ref.descriptor(), node.access, Optional.ofNullable(node.signature),
            exceptions, List.of(), List.of());
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
