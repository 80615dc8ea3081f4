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
 */
record Parsed(Optional<CompilationUnit> tree, Optional<String> problem) {

    static Parsed of(String text) {
        Parsed plain = of(text, false);
        // Reading \\uXXXX outside of literals costs a copy of the text, and hardly any file has them there.
        return plain.tree().isPresent() || !text.contains("\\u") ? plain : of(text, true);
    }

    private static Parsed of(String text, boolean escapes) {
        try {
            return of(new JavaParser(configuration(escapes)).parse(text));
        } catch (StackOverflowError tooDeep) {
            return new Parsed(Optional.empty(), Optional.of(" nests its code too deeply to be parsed"));
        } catch (RuntimeException | AssertionError broken) {
            return new Parsed(Optional.empty(), Optional.of(" made the parser fail"));
        }
    }

    /** Validators cost more than parsing, and compilers report what they would; comments are read off the tokens. */
    private static ParserConfiguration configuration(boolean escapes) {
        return new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.RAW)
            .setStoreTokens(true)
            .setAttributeComments(false)
            .setDetectOriginalLineSeparator(false)
            .setPreprocessUnicodeEscapes(escapes);
    }

    private static Parsed of(ParseResult<CompilationUnit> result) {
        if (result.isSuccessful()) {
            return new Parsed(result.getResult(), Optional.empty());
        }
        String line = result.getProblems().stream()
            .flatMap(problem -> problem.getLocation().flatMap(TokenRange::toRange).stream())
            .map(range -> " in line " + range.begin.line)
            .findFirst().orElse("");
        return new Parsed(Optional.empty(), Optional.of(" does not parse" + line));
    }
}
