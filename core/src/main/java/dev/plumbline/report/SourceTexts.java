package dev.plumbline.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The texts of a report by file. Holds on to the last few: findings come in path order, traces wander. */
final class SourceTexts {

    private static final int KEPT = 16;

    private final Function<Path, Optional<String>> read;
    private final Map<Path, Optional<SourceText>> recent = new LinkedHashMap<>();

    SourceTexts(Function<Path, Optional<String>> read) {
        this.read = read;
    }

    Optional<SourceText> find(Path file) {
        Optional<SourceText> known = recent.remove(file);
        Optional<SourceText> found = known != null ? known : read.apply(file).map(SourceText::of);
        recent.put(file, found);
        if (recent.size() > KEPT) {
            recent.remove(recent.keySet().iterator().next());
        }
        return found;
    }
}
