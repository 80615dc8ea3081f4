package dev.plumbline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compilation unit given as text. Its file is named as a compiler wants it: after the public type, else after the
 * first, in the folder of the package.
 *
 * @param path with forward slashes
 */
record Snippet(String path, String text) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile(
        "(?m)^(?:@\\S+\\s+)*((?:[a-z-]+\\s+)*?)(?:class|interface|@interface|enum|record)\\s+(\\w+)");

    /** @throws AssertionError when two would be the same file */
    static List<Snippet> all(String... texts) {
        Map<String, Snippet> byPath = new LinkedHashMap<>();
        for (String text : texts) {
            Snippet snippet = of(text);
            if (byPath.put(snippet.path(), snippet) != null) {
                throw new AssertionError("Two snippets are " + snippet.path() + "; give one another name or package.");
            }
        }
        return List.copyOf(byPath.values());
    }

    static Snippet of(String text) {
        Matcher named = PACKAGE.matcher(text);
        String folder = named.find() ? named.group(1).replace('.', '/') + "/" : "";
        List<MatchResult> types = TYPE.matcher(text).results()
            .sorted(Comparator.comparing(type -> !type.group(1).contains("public")))
            .toList();
        if (types.isEmpty()) {
            throw new AssertionError("The snippet declares no type at the start of a line:\n" + text);
        }
        return new Snippet(folder + types.get(0).group(2) + ".java", text);
    }

    Path writeBelow(Path root) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
