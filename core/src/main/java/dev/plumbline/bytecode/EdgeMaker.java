package dev.plumbline.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;

/**
 * Makes the edges of {@link Flow}. A {@code catch} that nothing seems to lead to was written for some reason all the
 * same, a declaration that is not known or an {@code Error}: then any call it protects may be the one, unless a
 * {@code finally} comes before it.
 */
final class EdgeMaker {

    private final Shape shape;
    private final Throwing throwing;
    private final Catching catching;
    private final BitSet orphans = new BitSet();

    EdgeMaker(MethodCode method) {
        this.shape = method.shape();
        this.throwing = method.throwing();
        this.catching = throwing.catching();
    }

    List<List<Edge>> edges() {
        findOrphans();
        List<List<Edge>> edges = new ArrayList<>(shape.size());
        for (int at = 0; at < shape.size(); at++) {
            edges.add(List.copyOf(edges(at)));
        }
        return edges;
    }

    private List<Edge> edges(int at) {
        List<Edge> edges = new ArrayList<>();
        Site from = new Site(at);
        AbstractInsnNode instruction = shape.at(at);
        int[] jumps = shape.jumps(at);
        boolean conditional = instruction instanceof JumpInsnNode && jumps.length == 2;
        for (int index = 0; index < jumps.length; index++) {
            edges.add(new Edge(from, new Site(jumps[index]), conditional ? side(index) : Edge.Kind.NEXT));
        }
        if (Shape.isReturn(instruction.getOpcode())) {
            edges.add(new Edge(from, Flow.EXIT, Edge.Kind.RETURNED));
        }
        addThrown(at, from, edges);
        return edges;
    }

    private static Edge.Kind side(int index) {
        return index == 0 ? Edge.Kind.NOT_TAKEN : Edge.Kind.TAKEN;
    }

    private void addThrown(int at, Site from, List<Edge> edges) {
        Raised raised = throwing.raised(at);
        if (raised.isNothing()) {
            return;
        }
        Catching.Split split = catching.split(raised, shape.catching(at));
        BitSet handlers = new BitSet();
        split.parts().forEach(part -> handlers.set(part.row().handler()));
        if (raised.hazard().compareTo(Hazard.POSSIBLE) >= 0) {
            shape.catching(at).stream()
                .takeWhile(row -> row.caught().isPresent())
                .map(Row::handler)
                .filter(orphans::get)
                .forEach(handlers::set);
        }
        for (Row row : shape.catching(at)) {
            if (handlers.get(row.handler())) {
                handlers.clear(row.handler());
                edges.add(new Edge(from, new Site(row.handler()), Edge.Kind.THROWN));
            }
        }
        if (!split.left().isNothing()) {
            edges.add(new Edge(from, Flow.EXIT, Edge.Kind.THROWN));
        }
    }

    private void findOrphans() {
        for (Row row : shape.rows()) {
            if (row.caught().isPresent()) {
                orphans.set(row.handler());
            }
        }
        for (int at = 0; at < shape.size() && !orphans.isEmpty(); at++) {
            catching.split(throwing.raised(at), shape.catching(at)).parts()
                .forEach(part -> orphans.clear(part.row().handler()));
        }
    }
}
