package dev.plumbline.project;

import dev.plumbline.finding.Notice;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands beside Java in a project and is not read. One sentence says how much it is; it is a note and not a gap in
 * the analysis, or a build that mixes languages could never be complete.
 */
public final class OtherLanguages {

    private static final Map<String, String> BY_SUFFIX =
        Map.of(".kt", "Kotlin", ".groovy", "Groovy", ".scala", "Scala");

    /** The language of a file that is not read; empty for Java and for what is no source. */
    static Optional<String> of(Path file) {
        String name = file.getFileName().toString();
        return Optional.of(name.lastIndexOf('.')).filter(dot -> dot > 0)
            .map(dot -> BY_SUFFIX.get(name.substring(dot)));
    }

    /** @param files of other languages, as {@link SourceTree#others} has them */
    public static Optional<Notice> notice(Collection<Path> files) {
        Map<String, Integer> counts = new TreeMap<>();
        files.forEach(file -> of(file).ifPresent(language -> counts.merge(language, 1, Integer::sum)));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        String all = counts.entrySet().stream()
            .map(language -> language.getValue() + " " + language.getKey())
            .collect(Collectors.joining(" and "));
        return Optional.of(Notice.note("other-language", all + (files.size() == 1 ? " file was" : " files were")
            + " not read; Plumbline reads Java."));
    }

    private OtherLanguages() {
    }
}
