package dev.plumbline.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of a tree in document order, from one walk. */
final class NodesByType {

    private static final Position NOWHERE = new Position(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Comparator<Node> BY_POSITION =
        Comparator.comparing((Node node) -> node.getBegin().orElse(NOWHERE));

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Class<?>, List<Node>> exact = new HashMap<>();
    private final Map<Class<?>, List<Node>> asked = new HashMap<>();

    private NodesByType() {
    }

    static NodesByType of(Optional<CompilationUnit> tree) {
        NodesByType all = new NodesByType();
        tree.ifPresent(all::walk);
        return all;
    }

    /** Without recursion: a concatenation of ten thousand strings is ten thousand nodes deep. */
    private void walk(Node root) {
        Deque<Node> left = new ArrayDeque<>();
        left.push(root);
        while (!left.isEmpty()) {
            Node node = left.pop();
            nodes.add(node);
            exact.computeIfAbsent(node.getClass(), type -> new ArrayList<>()).add(node);
            List<Node> children = new ArrayList<>(node.getChildNodes());
            children.sort(BY_POSITION);
            for (int child = children.size() - 1; child >= 0; child--) {
                left.push(children.get(child));
            }
        }
    }

    @SuppressWarnings("unchecked")
    <N extends Node> List<N> all(Class<N> type) {
        return (List<N>) asked.computeIfAbsent(type, this::collect);
    }

    private List<Node> collect(Class<?> type) {
        List<Class<?>> kinds = new ArrayList<>(exact.keySet());
        kinds.removeIf(kind -> !type.isAssignableFrom(kind));
        return switch (kinds.size()) {
            case 0 -> List.of();
            case 1 -> List.copyOf(exact.get(kinds.get(0)));
            default -> nodes.stream().filter(type::isInstance).toList();
        };
    }
}
