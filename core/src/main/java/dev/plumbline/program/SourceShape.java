package dev.plumbline.program;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Cuts the tree of a file into what becomes classes and what becomes methods, in one walk in order of
 * evaluation and without recursion, since trees can be as deep as files are long.
 */
final class SourceShape {

    private static final Position NOWHERE = new Position(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Comparator<Node> BY_POSITION =
        Comparator.comparing((Node node) -> node.getBegin().orElse(NOWHERE));

    private final SourceType file;
    private final Deque<Runnable> left = new ArrayDeque<>();

    private SourceShape(CompilationUnit unit) {
        file = new SourceType(unit);
        left.push(() -> enter(unit, file, new SourceBody(unit)));
    }

    /** The types of the file. */
    static List<SourceType> of(CompilationUnit unit) {
        SourceShape shape = new SourceShape(unit);
        while (!shape.left.isEmpty()) {
            shape.left.pop().run();
        }
        return shape.file.members();
    }

    private void enter(Node node, SourceType type, SourceBody body) {
        if (node instanceof TypeDeclaration<?>) {
            SourceType inner = new SourceType(node);
            (isMember(node, type) ? type.members() : type.nameless()).add(inner);
            descend(node, inner, new SourceBody(node));
        } else if (isMember(node, type)) {
            enterMember(node, type);
        } else if (node instanceof ObjectCreationExpr made && made.getAnonymousClassBody().isPresent()) {
            enterNameless(node, type, body);
        } else if (node instanceof LambdaExpr) {
            SourceBody function = new SourceBody(node);
            body.functions().add(function);
            descend(node, type, function);
        } else {
            enterPlain(node, type, body);
        }
    }

    private void enterPlain(Node node, SourceType type, SourceBody body) {
        if (node instanceof CatchClause clause) {
            body.catches().add(clause);
        } else if (node instanceof MethodCallExpr call) {
            left.push(() -> body.calls().add(call));
        } else if (node instanceof MethodReferenceExpr) {
            left.push(() -> body.functions().add(new SourceBody(node)));
        }
        descend(node, type, body);
    }

    private static boolean isMember(Node node, SourceType type) {
        return node instanceof BodyDeclaration<?>
            && node.getParentNode().filter(parent -> parent == type.node()).isPresent();
    }

    private void enterMember(Node member, SourceType type) {
        if (member instanceof CallableDeclaration<?> || member instanceof CompactConstructorDeclaration) {
            SourceBody method = new SourceBody(member);
            type.methods().add(method);
            descend(member, type, method);
            return;
        }
        SourceBody body = isInitializer(member)
            ? type.initializing(member, isStatic(member, type))
            : new SourceBody(member);
        if (member instanceof EnumConstantDeclaration constant && !constant.getClassBody().isEmpty()) {
            enterNameless(member, type, body);
        } else {
            descend(member, type, body);
        }
    }

    private static boolean isInitializer(Node member) {
        return member instanceof InitializerDeclaration || member instanceof EnumConstantDeclaration
            || member instanceof FieldDeclaration field
                && field.getVariables().stream().anyMatch(variable -> variable.getInitializer().isPresent());
    }

    private static boolean isStatic(Node member, SourceType type) {
        return member instanceof InitializerDeclaration initializer && initializer.isStatic()
            || member instanceof FieldDeclaration field && field.isStatic()
            || member instanceof EnumConstantDeclaration || TypeScopes.hasStaticMembers(type.node());
    }

    /**
     * The arguments belong outside, the members inside. The class is numbered after those in its arguments.
     */
    private void enterNameless(Node node, SourceType type, SourceBody body) {
        SourceType inner = new SourceType(node);
        left.push(() -> type.nameless().add(inner));
        for (Node child : backwards(node)) {
            boolean inside = child instanceof BodyDeclaration<?>;
            left.push(() -> enter(child, inside ? inner : type, body));
        }
    }

    private void descend(Node node, SourceType type, SourceBody body) {
        backwards(node).forEach(child -> left.push(() -> enter(child, type, body)));
    }

    /**
     * Against the order of evaluation, which is document order but for the update of a {@code for} statement.
     */
    private static List<Node> backwards(Node node) {
        List<Node> children = new ArrayList<>(node.getChildNodes());
        children.sort(BY_POSITION);
        if (node instanceof ForStmt loop) {
            children.removeIf(child -> child == loop.getBody());
            children.add(children.size() - loop.getUpdate().size(), loop.getBody());
        }
        Collections.reverse(children);
        return children;
    }
}
