package dev.plumbline.testkit;

import dev.plumbline.finding.UsageException;
import dev.plumbline.rule.RuleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What rules are known to get wrong, read from the {@code missed} and {@code noise} markers of their tests. */
public final class KnownGaps {

    /**
     * @param testSources the folder with the rules' tests, where {@code CheckThenAct} has its {@code CheckThenActTest}
     * @return one line of Markdown a gap, for each rule
     */
    public static Function<RuleCard, List<String>> in(Path testSources) {
        List<Path> tests = filesBelow(testSources);
        return card -> {
            Path name = Path.of(card.rule().getClass().getSimpleName() + "Test.java");
            return tests.stream().filter(test -> test.endsWith(name)).flatMap(KnownGaps::of).distinct().toList();
        };
    }

    private static Stream<String> of(Path test) {
        try {
            return Markers.in(Files.readString(test)).all().stream()
                .filter(marker -> marker.kind() == Marker.Kind.MISSED || marker.kind() == Marker.Kind.NOISE)
                .map(marker -> (marker.kind() == Marker.Kind.MISSED ? "Missed: " : "False alarm: ") + marker.text());
        } catch (IOException e) {
            throw new UsageException("Can not read " + test + ": " + e.getMessage());
        }
    }

    private static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).sorted().toList();
        } catch (IOException e) {
            throw new UsageException("Can not read " + folder + ": " + e.getMessage());
        }
    }

    private KnownGaps() {
    }
}
