package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is inside of methods that are joined: their calls, and the lambdas they make, whose bodies are methods
 * in turn. A constructor runs the initializers of its class besides its own body.
 */
final class BodyJoin {

    private final Map<MethodRef, MethodCode> methods = new HashMap<>();
    private final CallJoin callJoin = new CallJoin(ref -> Optional.ofNullable(methods.get(ref)));
    private final Map<MethodRef, List<SourceBody>> parts = new HashMap<>();
    private final Map<Node, MethodCode> codes = new IdentityHashMap<>();
    private final Map<MethodCallExpr, List<Call>> calls = new IdentityHashMap<>();
    private final Map<MethodRef, Map<Site, MethodCallExpr>> written = new HashMap<>();

    BodyJoin(List<ClassFile> classes) {
        classes.forEach(type -> type.methods().forEach(method -> methods.put(method.ref(), method)));
    }

    void add(TypeJoin.JoinedType type, MethodJoin joined) {
        Map<MethodRef, SourceBody> own = new HashMap<>();
        type.source().methods().forEach(method -> joined.code(method).ifPresent(code -> own.put(code.ref(), method)));
        for (MethodCode code : type.code().methods()) {
            Optional<SourceBody> body = Optional.ofNullable(own.get(code.ref()));
            List<SourceBody> all = new ArrayList<>();
            if (code.ref().isStaticInitializer()) {
                type.source().fixed().ifPresent(all::add);
            }
            if (code.ref().isConstructor() && body.filter(BodyJoin::callsThis).isEmpty()) {
                type.source().instance().ifPresent(all::add);
            }
            body.ifPresent(all::add);
            if (!all.isEmpty()) {
                add(code, all);
            }
        }
    }

    private static boolean callsThis(SourceBody body) {
        return body.node() instanceof ConstructorDeclaration constructor
            && constructor.getBody().getStatements().stream()
                .anyMatch(statement -> statement instanceof ExplicitConstructorInvocationStmt call && call.isThis());
    }

    private void add(MethodCode code, List<SourceBody> bodies) {
        if (parts.putIfAbsent(code.ref(), bodies) != null) {
            return;
        }
        bodies.forEach(body -> codes.putIfAbsent(body.node(), code));
        Map<Site, MethodCallExpr> sites = new HashMap<>();
        written.put(code.ref(), sites);
        callJoin.pair(bodies.stream().flatMap(body -> body.calls().stream()), code, (expression, call) -> {
            calls.computeIfAbsent(expression, any -> new ArrayList<>()).add(call);
            sites.put(call.site(), expression);
        });
        List<SourceBody> functions = bodies.stream().flatMap(body -> body.functions().stream()).toList();
        if (!functions.isEmpty()) {
            Pairing.of(functions, lambdas(code), this::fits)
                .forEach(pair -> addFunction(pair.source(), pair.code()));
        }
    }

    private void addFunction(SourceBody function, Lambda lambda) {
        if (function.node() instanceof LambdaExpr) {
            body(lambda).ifPresent(code -> add(code, List.of(function)));
        }
    }

    /** A lambda in a copied {@code finally} is made in several places and is still one. */
    private List<Lambda> lambdas(MethodCode code) {
        Set<MethodRef> seen = new HashSet<>();
        return code.lambdas().stream()
            .filter(lambda -> body(lambda).isEmpty() || seen.add(lambda.body()))
            .toList();
    }

    /** The body that a compiler made of a lambda, or of a method reference it could not refer to directly. */
    private Optional<MethodCode> body(Lambda lambda) {
        return Optional.ofNullable(methods.get(lambda.body())).filter(code -> code.header().isSynthetic());
    }

    /**
     * A direct reference is known by its name only: compilers need not give it a line of its own. The body of
     * an indirect one is on its line, or on line 1 when the Eclipse compiler made it.
     */
    private boolean fits(SourceBody function, Lambda lambda) {
        Optional<LineSpan> body = body(lambda).map(LineSpan::of);
        LineSpan lines = LineSpan.of(function.node());
        if (function.node() instanceof MethodReferenceExpr reference) {
            String name = reference.getIdentifier().equals("new") ? "<init>" : reference.getIdentifier();
            return body.map(span -> lines.contains(span) || span.last() == 1)
                .orElseGet(() -> lambda.body().name().equals(name));
        }
        return body.filter(lines::contains).isPresent();
    }

    Optional<MethodCode> code(Node node) {
        return Optional.ofNullable(codes.get(node));
    }

    /** Initializers first, the method's own body last; empty when it has no source. */
    List<SourceBody> parts(MethodRef method) {
        return parts.getOrDefault(method, List.of());
    }

    List<CatchClause> catches(MethodRef method) {
        return parts(method).stream().flatMap(part -> part.catches().stream()).toList();
    }

    List<Call> calls(MethodCallExpr call) {
        return List.copyOf(calls.getOrDefault(call, List.of()));
    }

    Optional<MethodCallExpr> source(MethodRef method, Site site) {
        return Optional.ofNullable(written.getOrDefault(method, Map.of()).get(site));
    }
}
