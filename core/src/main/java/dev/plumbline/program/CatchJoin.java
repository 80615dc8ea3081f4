package dev.plumbline.program;

import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which catch clause a handler came from: one that catches the same and begins, or at least lies, on its
 * line.
 */
final class CatchJoin {

    private final TypeNames names;

    CatchJoin(TypeNames names) {
        this.names = names;
    }

    /** @param clauses those of the handler's method, in document order */
    Optional<CatchClause> find(List<CatchClause> clauses, Handler handler) {
        List<CatchClause> possible = clauses.stream()
            .filter(clause -> LineSpan.of(clause).contains(handler.line()))
            .filter(clause -> catches(clause, handler.caught()))
            .toList();
        return possible.stream()
            .filter(clause -> begins(clause, handler.line()))
            .findFirst()
            .or(() -> possible.stream().max(Comparator.comparingInt(clause -> LineSpan.of(clause).first())));
    }

    /** Compilers give a handler the line of {@code catch} or that of its parameter. */
    private static boolean begins(CatchClause clause, int line) {
        return LineSpan.of(clause).first() == line || LineSpan.of(clause.getParameter()).contains(line);
    }

    /** A clause with a type that can not be named may catch anything. */
    private boolean catches(CatchClause clause, Set<ClassName> caught) {
        Type type = clause.getParameter().getType();
        List<? extends Type> types = type instanceof UnionType union ? union.getElements() : List.of(type);
        Set<ClassName> written = new HashSet<>();
        for (Type one : types) {
            Optional<ClassName> name = names.erasure(one).flatMap(Descriptor::classIn);
            if (name.isEmpty()) {
                return true;
            }
            written.add(name.get());
        }
        return written.equals(caught);
    }
}
