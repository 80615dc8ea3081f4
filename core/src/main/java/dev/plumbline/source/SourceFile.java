package dev.plumbline.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source file: its text at once, its syntax tree when first asked for. Not safe for use by many threads: a
 * source file lives inside one task.
 */
public final class SourceFile {

    private static final int LONGEST_FILE = 10_000_000;
    private static final int LONGEST_LINE = 1_000_000;

    private final Path path;
    private final String text;
    private final Lines lines;
    private final boolean oversized;
    private final List<Notice> notices = new ArrayList<>();
    private Optional<Optional<CompilationUnit>> tree = Optional.empty();
    private Optional<NodesByType> nodes = Optional.empty();

    private SourceFile(Path path, Decoded decoded) {
        this.path = path;
        this.text = decoded.text();
        this.lines = Lines.of(text);
        this.oversized = text.length() > LONGEST_FILE || lines.longest() > LONGEST_LINE;
        if (decoded.malformed()) {
            notices.add(new Notice(Notice.Level.NOTE, "invalid-utf8", name()
                + " is not valid UTF-8; what is not was read as U+FFFD, so convert the file to UTF-8.",
                Optional.of(name())));
        }
        if (oversized) {
            notices.add(Notice.incomplete("oversized-source", name(), name() + " has " + text.length()
                + " characters, the longest line " + lines.longest()
                + "; it was not parsed, so split it or exclude it from the scan."));
        }
    }

    /**
     * @param path relative to the root of the scan
     * @param bytes decoded as UTF-8; what is not valid UTF-8 becomes U+FFFD and a notice
     */
    public static SourceFile of(Path path, byte[] bytes) {
        return new SourceFile(path, Decoded.utf8(bytes));
    }

    public Path path() {
        return path;
    }

    /** With line ends as in the file, without a byte order mark. */
    public String text() {
        return text;
    }

    /** The text of a line, from 1, without its end; empty past the last line. */
    public String line(int line) {
        return lines.text(line);
    }

    public int lines() {
        return lines.count();
    }

    /** Whether the text holds the word anywhere; parses nothing. */
    public boolean mentions(String word) {
        return text.contains(word);
    }

    /** Empty when the file does not parse; then {@link #notices} says why. */
    public Optional<CompilationUnit> tree() {
        if (tree.isEmpty()) {
            tree = Optional.of(oversized ? Optional.empty() : parse());
        }
        return tree.get();
    }

    private Optional<CompilationUnit> parse() {
        Parsed parsed = Parsed.of(text);
        parsed.problem().ifPresent(problem -> notices.add(Notice.incomplete("unparsable-source", name(),
            name() + problem
                + "; rules that read source did not see it, so correct the file or exclude it from the scan.")));
        if (parsed.tree().isPresent() && parsed.skipped() > 0) {
            notices.add(Notice.note("local-enum", name() + " declares an enum inside a method; rules that"
                + " read source saw the file without it, those that read class files saw all."));
        }
        return parsed.tree();
    }

    /** All nodes of a type and its subtypes in document order: one walk of the tree serves every type. */
    public <N extends Node> List<N> all(Class<N> type) {
        if (nodes.isEmpty()) {
            nodes = Optional.of(NodesByType.of(tree()));
        }
        return nodes.get().all(type);
    }

    /** A node that has no text of its own stands where the nearest node around it stands. */
    public Place place(Node node) {
        Optional<Node> around = Optional.of(node);
        while (around.isPresent() && around.get().getRange().isEmpty()) {
            around = around.get().getParentNode();
        }
        if (around.isEmpty()) {
            return place(1, "");
        }
        Range range = around.get().getRange().get();
        return new Place(path, range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    }

    /** The word's first whole occurrence on the line, else the line without its margins. Parses nothing. */
    public Place place(int line, String word) {
        int known = Math.max(1, Math.min(line, lines()));
        String there = line(known);
        int at = wordIn(there, word);
        if (at >= 0) {
            return new Place(path, known, at + 1, known, at + word.length() + 1);
        }
        String stripped = there.strip();
        int margin = there.indexOf(stripped);
        return new Place(path, known, margin + 1, known, margin + stripped.length() + 1);
    }

    private static int wordIn(String line, String word) {
        for (int at = line.indexOf(word); at >= 0 && !word.isEmpty(); at = line.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1));
            if (begins && (end == line.length() || !Character.isJavaIdentifierPart(line.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    /** What went wrong so far: reading the bytes, and parsing once the tree was asked for. */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    private String name() {
        return path.toString().replace('\\', '/');
    }
}
