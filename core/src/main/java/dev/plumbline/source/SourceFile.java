package dev.plumbline.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A source file: its text at once, its syntax tree when first asked for. Not safe for use by many threads: a
 * source file lives inside one task.
 */
public final class SourceFile {

    /**
     * @param path relative to the root of the scan
     * @param bytes decoded as UTF-8; what is not valid UTF-8 becomes U+FFFD and a notice
     */
    public static SourceFile of(Path path, byte[] bytes) {
        throw new UnsupportedOperationException("stub");
    }

    public Path path() {
        throw new UnsupportedOperationException("stub");
    }

    /** With line ends as in the file. */
    public String text() {
        throw new UnsupportedOperationException("stub");
    }

    /** The text of a line, from 1, without its end; empty past the last line. */
    public String line(int line) {
        throw new UnsupportedOperationException("stub");
    }

    public int lines() {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether the text holds the word anywhere; parses nothing. */
    public boolean mentions(String word) {
        throw new UnsupportedOperationException("stub");
    }

    /** Empty when the file does not parse; then {@link #notices} says why. */
    public Optional<CompilationUnit> tree() {
        throw new UnsupportedOperationException("stub");
    }

    /** All nodes of a type in document order: one walk of the tree serves every type. */
    public <N extends Node> List<N> all(Class<N> type) {
        throw new UnsupportedOperationException("stub");
    }

    public Place place(Node node) {
        throw new UnsupportedOperationException("stub");
    }

    /** The word's first whole occurrence on the line, else the line without its margins. Parses nothing. */
    public Place place(int line, String word) {
        throw new UnsupportedOperationException("stub");
    }

    public List<Notice> notices() {
        throw new UnsupportedOperationException("stub");
    }
}
