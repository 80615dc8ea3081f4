package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is written is what GitHub takes, whatever was found. */
class GitHubLimitsTest {

    @Test
    void scansAndChangesAreTaken() {
        assertEquals(List.of(), GitHubLimits.complaints(SarifWriter.indented().write(SampleReport.report())));
        assertEquals(List.of(), GitHubLimits.complaints(
            SarifWriter.indented().withoutSuppressed().write(SampleReport.report())));
        assertEquals(List.of(), GitHubLimits.complaints(
            ReviewSarif.indented().write(HandmadeReview.of(List.of(SampleReport.race(), SampleReport.leak())))));
    }

    /** More results than GitHub takes, each with a longer path than it shows. */
    @Test
    void aScanThatFindsTooMuchIsTaken() {
        List<Step> path = IntStream.range(0, 1_200)
            .mapToObj(i -> new Step(SampleReport.at(SampleReport.SESSIONS, 1 + i % 11, 1, 2), "step")).toList();
        List<Finding> many = IntStream.range(0, 25_100).mapToObj(i -> new Finding("concurrent-map-compound",
            Severity.ERROR, Confidence.HIGH, SampleReport.at(SampleReport.SESSIONS, 1 + i % 11, 1, 2 + i), "again",
            i < 3 ? path : List.of(), Optional.empty(), new Fingerprint(Integer.toHexString(i), "", ""))).toList();
        String sarif = SarifWriter.indented().write(SampleReport.of(many, List.of(), List.of(), SampleReport.TEXTS));
        assertEquals(List.of(), GitHubLimits.complaints(sarif));
        assertEquals(25_000, SchemaCheck.parse(sarif).at("/runs/0/results").size());
    }

    @Property(tries = 100)
    void noPlaceIsTooOdd(@ForAll String file, @ForAll @IntRange(min = -1, max = 40) int line,
            @ForAll @IntRange(min = -1, max = 40) int column, @ForAll @IntRange(min = -1, max = 40) int endLine) {
        String name = file.replace('\0', '_').replace('/', '_');
        Finding odd = new Finding("concurrent-map-compound", Severity.ERROR, Confidence.HIGH,
            new Place(Path.of("src", name), line, column, endLine, column), "odd", List.of(), Optional.empty(),
            new Fingerprint("1", "", ""));
        String sarif = SarifWriter.indented().write(SampleReport.of(List.of(odd), List.of(), List.of(),
            Map.of("src/" + name, "x\n".repeat(50))));
        assertEquals(List.of(), GitHubLimits.complaints(sarif));
    }

    @Test
    void theLimitsAreNotToothless() {
        String sarif = SarifWriter.indented().write(SampleReport.report());
        assertComplaint("no semantic version", sarif.replace("\"semanticVersion\": \"0.1.0\"", "\"version\": \"1\""));
        assertComplaint("not a path below the root: /", sarif.replace("\"uri\": \"src", "\"uri\": \"/src"));
        assertComplaint("not a path below the root: ", sarif.replace("\"uri\": \"src/main/java/shop/Sessions.java\"",
            "\"uri\": \"\""));
        assertComplaint("not a region", sarif.replace("\"startLine\": 8", "\"startLine\": 0"));
        assertComplaint("a primaryLocationLineHash that is none",
            sarif.replaceFirst("(primaryLocationLineHash\": \"[0-9a-f]*):1", "$1"));
        assertComplaint("is not where it says", sarif.replace("\"ruleIndex\": 0", "\"ruleIndex\": 1"));
        assertComplaint("is not tagged security", sarif.replace("\"security\"", "\"safety\""));
        assertComplaint("two runs of one tool", twice(sarif));
    }

    private static void assertComplaint(String words, String sarif) {
        List<String> complaints = GitHubLimits.complaints(sarif);
        assertTrue(complaints.stream().anyMatch(complaint -> complaint.contains(words)), complaints::toString);
    }

    private static String twice(String sarif) {
        int run = sarif.indexOf("[", sarif.indexOf("\"runs\"")) + 1;
        int end = sarif.lastIndexOf("]");
        return sarif.substring(0, end) + "," + sarif.substring(run, end) + sarif.substring(end);
    }
}
