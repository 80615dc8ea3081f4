package dev.plumbline.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a data file about libraries, without its comment: {@code #} before a space begins one, so that
 * {@code Type#method} needs no quotes. A line with braces stands for several, one for each word in them:
 * {@code {javax,jakarta}.servlet.Filter#doFilter}.
 */
public record DataLine(String file, int number, String text) {

    private static final Pattern BRACES = Pattern.compile("\\{([\\w,]+)\\}");

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
                lines.addAll(new DataLine(file, number, bare).alternatives());
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

    private List<DataLine> alternatives() {
        Matcher braces = BRACES.matcher(text);
        if (!braces.find()) {
            return List.of(this);
        }
        return Arrays.stream(braces.group(1).split(","))
            .map(word -> new DataLine(file, number, text.replace(braces.group(), word)))
            .toList();
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
