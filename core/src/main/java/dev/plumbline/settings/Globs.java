package dev.plumbline.settings;

import dev.plumbline.finding.UsageException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Patterns for the paths of a report, as Java reads them: {@code *} stays in a folder, {@code **} does not. */
public final class Globs {

    private final List<PathMatcher> matchers;

    private Globs(List<PathMatcher> matchers) {
        this.matchers = matchers;
    }

    /** @throws UsageException when one is no glob */
    public static Globs of(List<String> globs) {
        globs.forEach(glob -> problem(glob).ifPresent(problem -> {
            throw new UsageException(glob + " is no glob (" + problem + ").");
        }));
        return new Globs(globs.stream().map(Globs::matcher).toList());
    }

    /** What is wrong with a glob. */
    static Optional<String> problem(String glob) {
        try {
            matcher(glob);
            return Optional.empty();
        } catch (PatternSyntaxException mistake) {
            return Optional.of(mistake.getDescription());
        }
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    public boolean isEmpty() {
        return matchers.isEmpty();
    }

    public boolean match(Path path) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    }
}
