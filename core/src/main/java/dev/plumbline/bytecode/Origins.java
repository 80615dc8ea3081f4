package dev.plumbline.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The origins of all values of a method: stack and locals before every instruction (see {@link OriginPass}). Joins of
 * different values become a {@code phi} named by where they join. A field is named by its path whatever was stored to
 * it in between; {@link #same} asks whether something was. Code that ASM can not follow is unknown all over.
 */
public final class Origins {

    /** Cells of all frames together; more is generated code that no rule has anything to say about. */
    private static final long MOST_CELLS = 12_000_000;

    private final MethodCode method;
    private final List<Frame<Word>> frames;
    private final Map<Origin, List<Origin>> phis;
    private final Word[] made;

    private Origins(MethodCode method, List<Frame<Word>> frames, Map<Origin, List<Origin>> phis, Word[] made) {
        this.method = method;
        this.frames = frames;
        this.phis = phis;
        this.made = made;
    }

    static Origins of(MethodCode method) {
        MethodNode node = method.node();
        Words words = new Words(node.instructions, method.surroundings());
        long cells = (long) method.size() * (node.maxLocals + node.maxStack);
        if (cells > MOST_CELLS || hasSubroutines(method.shape())) {
            return new Origins(method, List.of(), Map.of(), words.made());
        }
        try {
            OriginPass pass = new OriginPass(node, method.shape(), words);
            return new Origins(method, pass.run(), pass.phis(), words.made());
        } catch (AnalyzerException | IndexOutOfBoundsException broken) {
            return new Origins(method, List.of(), Map.of(), new Word[method.size()]);
        }
    }

    /**
     * The same on the paths through a handler alone: what other paths bring to the places where they join is left out,
     * and what no path from the handler reaches is not {@link #reached}.
     */
    public Origins from(Handler handler) {
        Optional<Frame<Word>> entry = frame(handler.start());
        Words words = new Words(method.node().instructions, method.surroundings());
        if (entry.isEmpty()) {
            return new Origins(method, List.of(), Map.of(), words.made());
        }
        try {
            OriginPass pass = new OriginPass(method.shape(), words, handler.start().index(), entry.get());
            List<Frame<Word>> reached = pass.run();
            Map<Origin, List<Origin>> joined = new HashMap<>(phis);
            joined.putAll(pass.phis());
            return new Origins(method, reached, joined, words.made());
        } catch (AnalyzerException | IndexOutOfBoundsException broken) {
            return new Origins(method, List.of(), Map.of(), new Word[method.size()]);
        }
    }

    /** Whether the values are known; if not, the code is broken, huge or from before Java 6. */
    public boolean isKnown() {
        return !frames.isEmpty();
    }

    /** Whether the instruction can be reached at all. */
    public boolean reached(Site site) {
        return !isKnown() || frame(site).isPresent();
    }

    /** The value on the stack before the instruction; depth 0 is the top. Long and double count one. */
    public Origin stack(Site site, int depth) {
        return frame(site)
            .filter(frame -> depth >= 0 && depth < frame.getStackSize())
            .map(frame -> frame.getStack(frame.getStackSize() - 1 - depth).origin())
            .orElse(Origin.UNKNOWN);
    }

    public int stackSize(Site site) {
        return frame(site).map(Frame::getStackSize).orElse(0);
    }

    /** The value of a local variable slot before the instruction. */
    public Origin local(Site site, int slot) {
        return frame(site)
            .filter(frame -> slot >= 0 && slot < frame.getLocals())
            .map(frame -> frame.getLocal(slot).origin())
            .orElse(Origin.UNKNOWN);
    }

    /** The value an instruction makes; unknown when it makes none or only moves one. */
    public Origin made(Site site) {
        boolean inside = site.index() >= 0 && site.index() < made.length;
        return inside && made[site.index()] != null ? made[site.index()].origin() : Origin.UNKNOWN;
    }

    /** What flowed together in a phi, in a stable order; the origin itself for any other. Phis of phis are opened. */
    public List<Origin> inputs(Origin origin) {
        Set<Origin> seen = new LinkedHashSet<>();
        List<Origin> work = new ArrayList<>(List.of(origin));
        for (int next = 0; next < work.size(); next++) {
            Origin here = work.get(next);
            if (seen.add(here)) {
                work.addAll(phis.getOrDefault(here, List.of()));
            }
        }
        return seen.stream().filter(input -> !phis.containsKey(input)).toList();
    }

    /** Equal and known, and no store between the two sites changes a field on the path. */
    public boolean same(Origin origin, Site at, Origin other, Site atOther) {
        if (!origin.isKnown() || !origin.equals(other)) {
            return false;
        }
        return at.equals(atOther) || !renewed(origin, at, atOther) && !stored(origin, at, atOther);
    }

    /** For messages: the variable's or field's name where the class file knows it, {@code `cache`}, else the path. */
    public String display(Origin origin, Site at) {
        return new OriginNames(method).display(origin, at);
    }

    Optional<Frame<Word>> frame(Site site) {
        boolean inside = site.index() >= 0 && site.index() < frames.size();
        return inside ? Optional.ofNullable(frames.get(site.index())) : Optional.empty();
    }

    /** Every way from one site to the other makes the value anew: it is the next round of a loop. */
    private boolean renewed(Origin origin, Site at, Site other) {
        Optional<Site> maker = origin.renewedAt();
        Flow flow = method.flow();
        if (maker.isEmpty() || !flow.reaches(at, other) && !flow.reaches(other, at)) {
            return false;
        }
        return !flow.reachesWithout(at, other, maker.get()) && !flow.reachesWithout(other, at, maker.get());
    }

    private boolean stored(Origin origin, Site at, Site other) {
        List<String> names = origin.fieldNames();
        if (names.isEmpty()) {
            return false;
        }
        Flow flow = method.flow();
        return method.fields().stream()
            .filter(access -> access.isWrite() && names.contains(access.field().name()))
            .map(FieldAccess::site)
            .anyMatch(store -> between(flow, at, store, other) || between(flow, other, store, at));
    }

    /** From the last time that control is at {@code first}; going round a loop to get there does not count. */
    private static boolean between(Flow flow, Site first, Site store, Site second) {
        if (flow.dominates(second, first) && !flow.dominates(first, second)) {
            return false;
        }
        boolean after = store.equals(first) || flow.reaches(first, store);
        return after && !store.equals(second) && flow.reachesWithout(store, second, first);
    }

    private static boolean hasSubroutines(Shape shape) {
        for (int at = 0; at < shape.size(); at++) {
            AbstractInsnNode instruction = shape.at(at);
            if (instruction.getOpcode() == Opcodes.JSR || instruction.getOpcode() == Opcodes.RET) {
                return true;
            }
        }
        return false;
    }
}
