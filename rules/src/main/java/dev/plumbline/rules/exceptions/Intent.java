package dev.plumbline.rules.exceptions;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.CatchClause;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.program.Join;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the author wrote about failure beside the code: in the documentation of a method, in a handler's comments. */
final class Intent {

    private static final Pattern CONTRACT = Pattern.compile(
        "(?is)best[- ]effort|if possible|\\b(null|empty|false|zero|-1|0|default)\\b[^.]{0,60}"
            + "\\b(if|when|in case|on)\\b[^.]{0,60}\\b(error|fail\\w*|exception|can ?not|can't|could not|couldn't"
            + "|unable|unavailable|unreadable|problem|not possible)\\b");
    private static final Pattern EFFORT = Pattern.compile("(?i)best[- ]effort|\\bignore\\b|fire[- ]and[- ]forget"
        + "|non[- ]?critical|not critical|(does|do)(n't| not) matter|must not (fail|break|block)"
        + "|should(n't| not) (fail|break|block)");

    /** What Java programmers call an exception that they mean to do nothing about. */
    private static final Pattern IGNORED = Pattern.compile("(ignor|expected|unused)\\w*");

    private final MethodCode method;
    private final Optional<Join> join;

    Intent(MethodCode method, Program program) {
        this.method = method;
        this.join = program.unitOf(method.type().name()).map(program::unit).flatMap(Unit::join);
    }

    /** Whether the documentation promises what happens then. */
    boolean isPromised() {
        return CONTRACT.matcher(documentation()).find();
    }

    /** Whether the method or the handler is said to be allowed to fail. */
    boolean isBestEffort(Handler handler) {
        Optional<CatchClause> written = join.flatMap(found -> found.source(method.ref(), handler));
        String inside = written.stream()
            .flatMap(clause -> clause.getTokenRange().stream())
            .flatMap(Intent::comments)
            .map(JavaToken::getText)
            .reduce("", (first, second) -> first + " " + second);
        return EFFORT.matcher(documentation() + inside).find()
            || written.filter(clause -> IGNORED.matcher(clause.getParameter().getNameAsString()).matches()).isPresent();
    }

    /** The comment before the declaration, without the tags that documentation has around words. */
    private String documentation() {
        return join.flatMap(found -> found.source(method.ref()))
            .flatMap(Node::getTokenRange)
            .map(TokenRange::getBegin)
            .flatMap(JavaToken::getPreviousToken)
            .map(Intent::lastWord)
            .filter(token -> token.getCategory().isComment())
            .map(token -> token.getText().replaceAll("\\{@\\w+ |[{}*]|</?\\w+>", " ").replaceAll("\\s+", " "))
            .orElse("");
    }

    private static JavaToken lastWord(JavaToken from) {
        JavaToken token = from;
        while (token.getCategory().isWhitespace() && token.getPreviousToken().isPresent()) {
            token = token.getPreviousToken().get();
        }
        return token;
    }

    private static Stream<JavaToken> comments(TokenRange tokens) {
        return StreamSupport.stream(tokens.spliterator(), false).filter(token -> token.getCategory().isComment());
    }
}
