package dev.plumbline.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a data file about libraries, without its comment: {@code #} at the start of a line or after a space
 * begins one, so that {@code Type#method} needs no quotes.
 */
public record DataLine(String file, int number, String text) {

    /** The lines of a resource that ships beside a class. */
    public static List<DataLine> read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + beside.getName());
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The lines that hold anything but a comment. */
    public static List<DataLine> parse(String file, String text) {
        List<DataLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String bare = withoutComment(line).strip();
            if (!bare.isEmpty()) {
                lines.add(new DataLine(file, number, bare));
            }
        }
        return List.copyOf(lines);
    }

    private static String withoutComment(String line) {
        if (line.startsWith("# ") || line.equals("#")) {
            return "";
        }
        int comment = line.indexOf(" # ");
        return comment < 0 ? line : line.substring(0, comment);
    }

    /** The first word of the line. */
    public String head() {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /** What follows the first word; empty when nothing does. */
    public String rest() {
        return text.substring(head().length()).strip();
    }

    /** What to throw when the line can not be understood. */
    public IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(file + ":" + number + ": " + why + ": " + text);
    }
}
