package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import java.util.ArrayList;
import java.util.List;

/** Source that is compiled to one method, without the bodies inside it; equal to nothing but itself. */
final class SourceBody {

    private final Node node;
    private final List<MethodCallExpr> calls = new ArrayList<>();
    private final List<SourceBody> functions = new ArrayList<>();
    private final List<CatchClause> catches = new ArrayList<>();

    SourceBody(Node node) {
        this.node = node;
    }

    /** The method, constructor, lambda or method reference; of initializers the first. */
    Node node() {
        return node;
    }

    /** In order of evaluation: a call comes after its receiver and arguments. */
    List<MethodCallExpr> calls() {
        return calls;
    }

    /** The lambdas and method references that are made here, in order of evaluation. */
    List<SourceBody> functions() {
        return functions;
    }

    /** In document order. */
    List<CatchClause> catches() {
        return catches;
    }
}
