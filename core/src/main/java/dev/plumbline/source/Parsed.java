package dev.plumbline.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/**
 * What the parser made of a text.
 *
 * @param tree empty when there is a problem: half a tree would turn gaps into findings
 * @param problem the end of a sentence that begins with the file
 * @param skipped how many enums that methods declare are not in the tree
 */
record Parsed(Optional<CompilationUnit> tree, Optional<String> problem, int skipped) {

    private static final int MOST_SKIPPED = 20;

    static Parsed of(String text) {
        Parsed current = of(text, current(), 0);
        if (current.tree().isPresent()) {
            return current;
        }
        Parsed older = of(text, older(), 0);
        return older.tree().isPresent() ? older : current;
    }

    private static Parsed of(String text, ParserConfiguration configuration, int skipped) {
        try {
            ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
            Optional<String> without = result.isSuccessful() || skipped == MOST_SKIPPED
                ? Optional.empty()
                : LocalEnums.without(result.getProblem(0), text);
            return without.map(rest -> of(rest, configuration, skipped + 1)).orElseGet(() -> of(result, skipped));
        } catch (StackOverflowError tooDeep) {
            return new Parsed(Optional.empty(), Optional.of(" nests its code too deeply to be parsed"), skipped);
        } catch (RuntimeException | AssertionError broken) {
            return new Parsed(Optional.empty(), Optional.of(" made the parser fail"), skipped);
        }
    }

    /**
     * Today's words. Without its processors: its validators cost more than parsing, and compilers do their
     * work.
     */
    private static ParserConfiguration current() {
        ParserConfiguration configuration = plain(LanguageLevel.JAVA_26);
        configuration.getProcessors().clear();
        return configuration;
    }

    /** For the few files that use {@code yield} as a name or write letters of names as unicode escapes. */
    private static ParserConfiguration older() {
        return plain(LanguageLevel.RAW).setPreprocessUnicodeEscapes(true);
    }

    private static ParserConfiguration plain(LanguageLevel level) {
        return new ParserConfiguration()
            .setLanguageLevel(level)
            .setStoreTokens(true)
            .setAttributeComments(false)
            .setDetectOriginalLineSeparator(false);
    }

    private static Parsed of(ParseResult<CompilationUnit> result, int skipped) {
        if (result.isSuccessful()) {
            return new Parsed(result.getResult(), Optional.empty(), skipped);
        }
        String line = result.getProblems().stream()
            .flatMap(problem -> problem.getLocation().flatMap(TokenRange::toRange).stream())
            .map(range -> " in line " + range.begin.line)
            .findFirst().orElse("");
        return new Parsed(Optional.empty(), Optional.of(" does not parse" + line), skipped);
    }
}
