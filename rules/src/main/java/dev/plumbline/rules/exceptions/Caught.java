package dev.plumbline.rules.exceptions;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.TypeNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A caught exception and what its clause does with it.
 *
 * @param types the classes that are caught; empty when one of them has no known name
 */
record Caught(CatchClause clause, Set<ClassName> types) {

    private static final Set<String> WORDS = Set.of("getMessage", "getLocalizedMessage", "toString", "getClass");
    private static final Set<String> UNWRAP = Set.of("getCause", "getTargetException", "getRootCause");
    private static final Set<String> FORMAT = Set.of("format", "valueOf", "formatted");

    private static final Pattern CHECKING =
        Pattern.compile("(parse|check|validate)\\w*|valueOf|fromString|decode|compile|forName|loadClass|getByName");
    private static final Set<String> ON_TEXT = Set.of("trim", "strip", "substring", "charAt", "split", "length",
        "toUpperCase", "toLowerCase", "toString", "name", "ordinal", "intValue", "longValue", "doubleValue", "get",
        "getBytes", "getAddress", "indexOf", "lastIndexOf", "isEmpty", "isBlank", "equals");
    private static final Pattern NAMED_CAUSE = Pattern.compile("(?i)(cause|exception|throwable)$");

    static Caught by(CatchClause clause, TypeNames names) {
        Type type = clause.getParameter().getType();
        List<? extends Type> written = type instanceof UnionType union ? union.getElements() : List.of(type);
        Set<ClassName> types = new LinkedHashSet<>();
        written.forEach(one -> names.erasure(one).flatMap(Descriptor::classIn).ifPresent(types::add));
        return new Caught(clause, types.size() == written.size() ? types : Set.of());
    }

    String variable() {
        return clause.getParameter().getNameAsString();
    }

    /** What the clause itself throws: not what lambdas, nested classes and clauses inside it do. */
    List<ThrowStmt> thrown() {
        return clause.getBody().findAll(ThrowStmt.class).stream().filter(this::isOwn).toList();
    }

    /** The exception that a statement throws, when the clause makes it. */
    Optional<ObjectCreationExpr> made(ThrowStmt thrown) {
        Expression expression = thrown.getExpression();
        if (expression instanceof ObjectCreationExpr made) {
            return Optional.of(made).filter(plain -> plain.getAnonymousClassBody().isEmpty());
        }
        return expression instanceof NameExpr name
            ? clause.getBody().findAll(VariableDeclarator.class).stream()
                .filter(variable -> variable.getNameAsString().equals(name.getNameAsString()))
                .findFirst()
                .flatMap(VariableDeclarator::getInitializer)
                .flatMap(Expression::toObjectCreationExpr)
            : Optional.empty();
    }

    /** Whether something holds on to the caught exception on the way to the statement; other throws are other ways. */
    boolean isKeptFor(ThrowStmt thrown) {
        return uses().stream()
            .filter(use -> thrown.isAncestorOf(use) || !isInThrow(use))
            .anyMatch(Caught::isKept);
    }

    /**
     * Whether the statement is what the failure leads to: the clause always leaves by a throw, and never lets the
     * caught exception itself go on. Else it is a branch about something else, such as a last attempt.
     */
    boolean leadsTo(ThrowStmt thrown) {
        boolean goesOn = thrown().stream()
            .anyMatch(other -> other.getExpression().toString().equals(variable()));
        boolean always = thrown.getParentNode().filter(parent -> parent == clause.getBody()).isPresent();
        return always || !goesOn && leaves(clause.getBody());
    }

    /** Whether every path through the statement ends in a throw; what is not known goes on. */
    private static boolean leaves(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return block.getStatements().getLast().filter(Caught::leaves).isPresent();
        }
        if (statement instanceof IfStmt choice) {
            return leaves(choice.getThenStmt()) && choice.getElseStmt().filter(Caught::leaves).isPresent();
        }
        return statement instanceof ThrowStmt;
    }

    /** Whether all that can fail is a check of the input: then the clause is about the input, whatever it catches. */
    boolean isOfCheck() {
        if (!(clause.getParentNode().orElseThrow() instanceof TryStmt attempt)) {
            return false;
        }
        List<String> called = attempt.getTryBlock().findAll(MethodCallExpr.class).stream()
            .map(MethodCallExpr::getNameAsString)
            .toList();
        return called.stream().anyMatch(CHECKING.asMatchPredicate())
            && called.stream().allMatch(name -> CHECKING.matcher(name).matches() || ON_TEXT.contains(name))
            && attempt.getTryBlock().findAll(ObjectCreationExpr.class).isEmpty();
    }

    /** Whether some other exception goes with the new one: that of a clause around this one, or one kept before. */
    boolean hasOtherCause(ObjectCreationExpr made) {
        return made.getArguments().stream().anyMatch(argument -> isOtherCause(argument));
    }

    private boolean isOtherCause(Expression argument) {
        if (argument instanceof MethodCallExpr call) {
            return NAMED_CAUSE.matcher(call.getNameAsString()).find();
        }
        return argument instanceof NameExpr name && (NAMED_CAUSE.matcher(name.getNameAsString()).find()
            || around(CatchClause.class).anyMatch(outer -> outer.getParameter().getNameAsString()
                .equals(name.getNameAsString())));
    }

    private <N extends Node> Stream<N> around(Class<N> type) {
        return Stream.iterate(clause.getParentNode(), Optional::isPresent, node -> node.get().getParentNode())
            .flatMap(Optional::stream)
            .filter(type::isInstance)
            .map(type::cast);
    }

    boolean isMentionedIn(ThrowStmt thrown) {
        return uses().stream().anyMatch(thrown::isAncestorOf);
    }

    private List<NameExpr> uses() {
        return clause.getBody().findAll(NameExpr.class, name -> name.getNameAsString().equals(variable()));
    }

    private boolean isInThrow(Node use) {
        Node around = use;
        while (around != clause && !(around instanceof ThrowStmt)) {
            around = around.getParentNode().orElseThrow();
        }
        return around instanceof ThrowStmt;
    }

    /** Looking at it, or taking its text, does not keep it. */
    private static boolean isKept(Expression use) {
        Node parent = use.getParentNode().orElseThrow();
        if (parent instanceof MethodCallExpr call) {
            boolean isReceiver = call.getScope().filter(scope -> scope == use).isPresent();
            if (!isReceiver) {
                return !FORMAT.contains(call.getNameAsString());
            }
            return UNWRAP.contains(call.getNameAsString()) ? isKept(call) : !WORDS.contains(call.getNameAsString());
        }
        if (parent instanceof InstanceOfExpr test) {
            return test.getPattern().isPresent();
        }
        if (parent instanceof EnclosedExpr || parent instanceof ConditionalExpr) {
            return isKept((Expression) parent);
        }
        return !(parent instanceof BinaryExpr);
    }

    private boolean isOwn(Node statement) {
        Node around = statement.getParentNode().orElseThrow();
        while (around != clause) {
            if (around instanceof LambdaExpr || around instanceof BodyDeclaration || around instanceof CatchClause) {
                return false;
            }
            around = around.getParentNode().orElseThrow();
        }
        return true;
    }
}
