package dev.plumbline.rule;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The generated part of the documentation: a page a rule, their index, and the table in the README between the lines
 * {@code <!-- rules -->} and {@code <!-- /rules -->}.
 *
 * @param files text by path relative to the repository, with forward slashes
 */
public record RuleDocs(SortedMap<String, String> files) {

    private static final String FOLDER = "docs/rules";
    private static final String README = "README.md";
    private static final String START = "<!-- rules -->\n";
    private static final String END = "<!-- /rules -->";

    /**
     * @param gaps what a rule is known to get wrong, one line of Markdown each
     * @throws UsageException when the repository has no README with the two lines
     */
    public static RuleDocs of(RuleCatalog catalog, Function<RuleCard, List<String>> gaps, Path repository) {
        SortedMap<String, String> files = new TreeMap<>();
        for (RuleCard card : catalog.rules()) {
            files.put(FOLDER + "/" + page(card), RulePage.markdown(card, gaps.apply(card)));
        }
        files.put(FOLDER + "/README.md", index(catalog));
        if (catalog.rules().stream().anyMatch(card -> card.info().overlaps().length > 0)) {
            files.put(FOLDER + "/overlaps.md", overlaps(catalog));
        }
        files.put(README, readme(readmeOf(repository), catalog));
        return new RuleDocs(files);
    }

    /** These and other generated files, by path relative to the repository. */
    public RuleDocs with(Map<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>(files);
        all.putAll(others);
        return new RuleDocs(all);
    }

    /** Writes what changed and deletes the pages of rules that are no more. */
    public void write(Path repository) {
        for (String path : stale(repository)) {
            Path file = repository.resolve(path);
            try {
                if (files.containsKey(path)) {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, files.get(path));
                } else {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UsageException("Can not write " + file + ": " + e.getMessage());
            }
        }
    }

    /** The paths that are missing, differ, or should not be there, in order. */
    public List<String> stale(Path repository) {
        List<String> stale = new ArrayList<>(pagesIn(repository));
        stale.removeIf(files::containsKey);
        files.forEach((path, text) -> {
            Path file = repository.resolve(path);
            if (!Files.exists(file) || !read(file).equals(text)) {
                stale.add(path);
            }
        });
        return stale.stream().sorted().toList();
    }

    private static String page(RuleCard card) {
        return card.pack() + "/" + card.id() + ".md";
    }

    private static String index(RuleCatalog catalog) {
        StringBuilder text = new StringBuilder("""
            # Rules

            These pages are made from the rules themselves: `./plumbline docs` writes them anew.
            """);
        for (String pack : catalog.packs()) {
            List<RuleCard> cards = catalog.rules().stream().filter(card -> card.pack().equals(pack)).toList();
            text.append("\n## ").append(pack).append("\n\n").append(table(cards, ""));
        }
        return text.toString();
    }

    private static String overlaps(RuleCatalog catalog) {
        StringBuilder text = new StringBuilder("""
            # Rules that other tools have, too

            Where both report the same line, ours is shown and theirs is not. The table is made from the rules:
            `./plumbline docs` writes it anew.

            | Rule | Takes the place of |
            |---|---|
            """);
        for (RuleCard card : catalog.rules()) {
            if (card.info().overlaps().length > 0) {
                text.append("| [`").append(card.id()).append("`](").append(page(card)).append(") | ")
                    .append(Arrays.stream(card.info().overlaps()).map(rule -> "`" + rule + "`")
                        .collect(Collectors.joining(", ")))
                    .append(" |\n");
            }
        }
        return text.toString();
    }

    private static String readmeOf(Path repository) {
        Path file = repository.resolve(README);
        if (!Files.exists(file)) {
            throw new UsageException("There is no " + file + "; name the top folder of Plumbline's own repository.");
        }
        return read(file);
    }

    private static String readme(String before, RuleCatalog catalog) {
        int start = before.indexOf(START);
        int end = before.indexOf(END, Math.max(start, 0));
        if (start < 0 || end < 0) {
            throw new UsageException("README.md has no lines `" + START.strip() + "` and `" + END
                + "`; put them where the table of the rules belongs.");
        }
        return before.substring(0, start + START.length()) + table(catalog.rules(), FOLDER + "/")
            + before.substring(end);
    }

    private static String table(List<RuleCard> cards, String folder) {
        StringBuilder rows = new StringBuilder("| Rule | Finds | Default |\n|---|---|---|\n");
        for (RuleCard card : cards) {
            rows.append("| [`").append(card.id()).append("`](").append(folder).append(page(card)).append(") | ")
                .append(card.info().title().replace("|", "\\|")).append(" | ")
                .append(card.info().preview() ? "preview" : "on").append(" |\n");
        }
        return rows.toString();
    }

    private static List<String> pagesIn(Path repository) {
        Path folder = repository.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                .map(file -> repository.relativize(file).toString().replace('\\', '/'))
                .toList();
        } catch (IOException e) {
            throw new UsageException("Can not read " + folder + ": " + e.getMessage());
        }
    }

    /** With line feeds only, so that a checkout on Windows is not stale. */
    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UsageException("Can not read " + file + ": " + e.getMessage());
        }
    }
}
