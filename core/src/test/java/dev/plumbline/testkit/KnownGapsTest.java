package dev.plumbline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.rule.RuleCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownGapsTest {

    private final RuleCard card = new RuleCard("errors", new EmptyCatch(), List.of());

    @Test
    void areTheMissedAndNoiseMarkersOfTheRulesTest(@TempDir Path tests) throws Exception {
        Path folder = Files.createDirectories(tests.resolve("errors"));
        Files.writeString(folder.resolve("EmptyCatchTest.java"), """
            a(); // missed: the catch is in a lambda
            b(); // bug: dropped
            c(); // noise: the comment is above the block
            d(); // missed: the catch is in a lambda
            """);
        Files.writeString(folder.resolve("OtherTest.java"), "a(); // missed: not ours");
        assertEquals(List.of("Missed: the catch is in a lambda", "False alarm: the comment is above the block"),
            KnownGaps.in(tests).apply(card));
    }

    @Test
    void areNoneWhereThereAreNoTests(@TempDir Path empty) {
        assertEquals(List.of(), KnownGaps.in(empty.resolve("nowhere")).apply(card));
    }
}
