package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.report.ReviewText;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rules.people.ShippedChanges;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Judges the change of {@code samples/change}, which the README's first command judges. */
class ChangeSampleTest {

    private static final Path SAMPLES = Path.of("").toAbsolutePath().getParent().resolve("samples");
    private static final Path HEAD = SAMPLES.resolve("change/head");
    private static final Pattern MARKER = Pattern.compile("// bug: ([a-z][a-z0-9-]*)\\s*$");
    private static final String REFRESH = "mvn test -Dtest=ChangeSampleTest -Dsurefire.failIfNoSpecifiedTests=false"
        + " -Dplumbline.golden=update";

    @Test
    void everyMarkedLineWasIntroducedAndNoOther() throws IOException {
        List<String> introduced = review().comparison().introduced().stream()
            .map(one -> one.finding().place().path() + ":" + one.finding().place().line() + " " + one.finding().rule())
            .sorted()
            .toList();
        assertEquals(String.join("\n", marked()), String.join("\n", introduced));
    }

    @Test
    void theJudgementIsTheGoldenOne() throws IOException {
        String printed = ReviewText.plain().write(review())
            .replaceAll("\\(\\S*samples.change.base to \\S*samples.change.head\\)",
                "(samples/change/base to samples/change/head)");
        Path golden = SAMPLES.resolve("golden/change.txt");
        if ("update".equals(System.getProperty("plumbline.golden"))) {
            Files.writeString(golden, printed);
        }
        assertEquals(Files.exists(golden) ? Files.readString(golden) : "", printed,
            () -> "samples/golden/change.txt is stale; refresh it with: " + REFRESH);
    }

    @Test
    void theReadmeShowsTheVerdict() throws IOException {
        String readme = Files.readString(SAMPLES.resolveSibling("README.md"));
        String shown = readme.substring(readme.indexOf("<!-- change -->"), readme.indexOf("<!-- /change -->"));
        String judgement = Files.readString(SAMPLES.resolve("golden/change.txt"));
        String verdict = judgement.substring(judgement.indexOf("Failed: "));
        assertEquals("<!-- change -->\n```text\n" + verdict.substring(0, verdict.indexOf("\n\n")) + "\n```\n", shown);
    }

    private static Review review() {
        Sides sides = Sides.of(SAMPLES.resolve("change/base"), HEAD, List.of(), List.of(), List.of());
        return Review.of(new ReviewRequest(new ScanRequest(sides.head(), RuleCatalog.installed(), List.of(), List.of(),
            List.of(), List.of(), 2, line -> {}), sides.base(), sides.change(),
            Yardstick.shipped(ShippedChanges.read()), Gate.standard(),
            sides.known(), sides.proposed()));
    }

    private static List<String> marked() throws IOException {
        List<String> marked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HEAD)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    Matcher marker = MARKER.matcher(lines.get(i));
                    if (marker.find()) {
                        marked.add(HEAD.relativize(file).toString().replace('\\', '/') + ":" + (i + 1) + " "
                            + marker.group(1));
                    }
                }
            }
        }
        return marked.stream().sorted().toList();
    }
}
