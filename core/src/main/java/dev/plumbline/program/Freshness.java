package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Collects what shows that class files are older than their source. */
final class Freshness {

    private Optional<String> firstProblem = Optional.empty();

    void missing(SourceType type) {
        report(type.node(), " is not in the class files");
    }

    void check(SourceType type, MethodJoin methods) {
        for (SourceBody method : type.methods()) {
            LineSpan lines = LineSpan.of(method.node());
            if (methods.missing().contains(method)) {
                report(method.node(), " is not in the class files");
            } else if (method.node() instanceof MethodDeclaration
                && methods.code(method).map(LineSpan::of).filter(code -> !lines.contains(code)).isPresent()) {
                report(method.node(), " has other lines in the class files");
            }
        }
    }

    Optional<String> firstProblem() {
        return firstProblem;
    }

    private void report(Node node, String problem) {
        firstProblem = firstProblem.or(() -> Optional.of(name(node) + problem));
    }

    private static String name(Node node) {
        Deque<String> names = new ArrayDeque<>();
        for (Optional<Node> at = Optional.of(node); at.isPresent(); at = at.get().getParentNode()) {
            if (at.get() instanceof CallableDeclaration<?> method) {
                names.push(method.getSignature().asString());
            } else if (at.get() instanceof TypeDeclaration<?> type) {
                names.push(type.getNameAsString());
            }
        }
        return String.join(".", names);
    }
}
