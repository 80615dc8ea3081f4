package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import dev.plumbline.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Source and bytecode of one file, node by node: methods by erased descriptor, bodies without names by line
 * nesting and order, calls by line and name, catch clauses by line.
 */
public final class Join {

    /**
     * How much was joined; the measure of the whole approach. Counted is all that the source has a body for,
     * code that compilers leave out because it can not run included.
     */
    public record Share(int methods, int joinedMethods, int calls, int joinedCalls, int lambdas,
            int joinedLambdas) {
    }

    private final SourceFile source;
    private final BodyJoin bodies;
    private final CatchJoin catches;
    private final Optional<String> staleness;

    private Join(SourceFile source, BodyJoin bodies, CatchJoin catches, Optional<String> staleness) {
        this.source = source;
        this.bodies = bodies;
        this.catches = catches;
        this.staleness = staleness;
    }

    /** A file that does not parse joins nothing and is not stale. */
    public static Join of(SourceFile source, TypeNames names, List<ClassFile> classes) {
        BodyJoin bodies = new BodyJoin(classes);
        Freshness freshness = new Freshness();
        source.tree().map(tree -> TypeJoin.of(tree, classes)).ifPresent(types -> {
            types.missing().forEach(freshness::missing);
            for (TypeJoin.JoinedType type : types.joined()) {
                MethodJoin methods = MethodJoin.of(type.source(), type.code(), names);
                freshness.check(type.source(), methods);
                bodies.add(type, methods);
            }
        });
        return new Join(source, bodies, new CatchJoin(names), freshness.firstProblem());
    }

    public Optional<MethodCode> code(CallableDeclaration<?> method) {
        return bodies.code(method);
    }

    public Optional<MethodCode> code(LambdaExpr lambda) {
        return bodies.code(lambda);
    }

    /**
     * The declaration, lambda or initializer that a method was compiled from; empty for what a compiler or
     * Lombok made. A class initializer and a constructor that is not written are known by the first
     * initializer they run.
     */
    public Optional<Node> source(MethodRef method) {
        List<SourceBody> parts = bodies.parts(method);
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1).node());
    }

    /** The calls that a source call was compiled to: more than one where {@code finally} was copied. */
    public List<Call> calls(MethodCallExpr call) {
        return bodies.calls(call);
    }

    public Optional<MethodCallExpr> source(MethodRef method, Call call) {
        return bodies.source(method, call.site());
    }

    public Optional<CatchClause> source(MethodRef method, Handler handler) {
        return catches.find(bodies.catches(method), handler);
    }

    /**
     * Whether the class files were compiled from this text: every method and constructor of the source has
     * its descriptor in a class, and its code has no lines outside of it. Methods that only the classes have
     * are allowed: bridges, Lombok. When not, says what is wrong first: {@code Outer.run(int) is not in the
     * class files}.
     */
    public Optional<String> staleness() {
        return staleness;
    }

    public Share share() {
        List<Node> methods = source.all(Node.class).stream().filter(Join::hasBody).toList();
        List<MethodCallExpr> calls = source.all(MethodCallExpr.class);
        List<LambdaExpr> lambdas = source.all(LambdaExpr.class);
        return new Share(
            methods.size(), joined(methods),
            calls.size(), (int) calls.stream().filter(call -> !calls(call).isEmpty()).count(),
            lambdas.size(), joined(lambdas));
    }

    private int joined(List<? extends Node> nodes) {
        return (int) nodes.stream().filter(node -> bodies.code(node).isPresent()).count();
    }

    private static boolean hasBody(Node node) {
        return node instanceof MethodDeclaration method && method.getBody().isPresent()
            || node instanceof ConstructorDeclaration || node instanceof CompactConstructorDeclaration;
    }
}
