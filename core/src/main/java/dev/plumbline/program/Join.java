package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import dev.plumbline.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Source and bytecode of one file, node by node: methods by erased descriptor, bodies without names by line nesting
 * and order, calls by line and name, catch clauses by line.
 */
public final class Join {

    /** How much was joined; the measure of the whole approach. */
    public record Share(int methods, int joinedMethods, int calls, int joinedCalls, int lambdas, int joinedLambdas) {
    }

    public static Join of(SourceFile source, TypeNames names, List<ClassFile> classes) {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<MethodCode> code(CallableDeclaration<?> method) {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<MethodCode> code(LambdaExpr lambda) {
        throw new UnsupportedOperationException("stub");
    }

    /** The declaration, lambda or initializer that a method was compiled from; empty for what a tool made. */
    public Optional<Node> source(MethodRef method) {
        throw new UnsupportedOperationException("stub");
    }

    /** The calls that a source call was compiled to: more than one where {@code finally} was copied. */
    public List<Call> calls(MethodCallExpr call) {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<MethodCallExpr> source(MethodRef method, Call call) {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<com.github.javaparser.ast.stmt.CatchClause> source(MethodRef method, Handler handler) {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * Whether the class files were compiled from this text: every method and constructor of the source has its
     * descriptor in a class. Methods that only the classes have are allowed: bridges, Lombok. When not, names the first
     * method that is missing.
     */
    public Optional<String> staleness() {
        throw new UnsupportedOperationException("stub");
    }

    public Share share() {
        throw new UnsupportedOperationException("stub");
    }
}
