package dev.plumbline.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A change, written down as which line went where. A file that is not named was left alone. */
final class Edited implements Correspondence {

    private final Map<String, Optional<String>> paths = new HashMap<>();
    private final Map<Line, Optional<Line>> lines = new HashMap<>();
    private final Set<Line> changed = new HashSet<>();

    static Edited nothing() {
        return new Edited();
    }

    Edited renamed(String from, String to) {
        paths.put(from, Optional.of(to));
        return this;
    }

    Edited deleted(String path) {
        paths.put(path, Optional.empty());
        return this;
    }

    Edited moved(String path, int from, int to) {
        lines.put(new Line(path, from), Optional.of(new Line(after(path).orElseThrow(), to)));
        return this;
    }

    Edited removed(String path, int line) {
        lines.put(new Line(path, line), Optional.empty());
        return this;
    }

    Edited added(String path, int line) {
        changed.add(new Line(path, line));
        return this;
    }

    Edited rewrote(String path, int line) {
        return removed(path, line).added(path, line);
    }

    @Override
    public Optional<Line> after(Line before) {
        return lines.getOrDefault(before, after(before.path()).map(path -> new Line(path, before.number())));
    }

    @Override
    public Optional<String> after(String pathBefore) {
        return paths.getOrDefault(pathBefore, Optional.of(pathBefore));
    }

    @Override
    public boolean isChanged(Line after) {
        return changed.contains(after);
    }
}
