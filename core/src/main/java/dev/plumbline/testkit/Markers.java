package dev.plumbline.testkit;

import dev.plumbline.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The markers of one snippet, strict in both directions: what is marked must be so, and what is not marked must be
 * silent. A line may have several markers; then each must be met, and each finding there must meet one of them.
 *
 * @param lines the snippet
 * @param all in the order of the text
 */
public record Markers(List<String> lines, List<Marker> all) {

    private static final Pattern MARKER = Pattern.compile(
        "//\\s*(bug|fine|missed|noise):(.*?)(?=//\\s*(?:bug|fine|missed|noise):|$)");

    /** @throws AssertionError when a marker has no text, for then it would hold whatever the rule says */
    public static Markers in(String source) {
        List<String> lines = source.lines().toList();
        List<Marker> all = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            for (MatchResult match : MARKER.matcher(lines.get(line - 1)).results().toList()) {
                Marker.Kind kind = Marker.Kind.valueOf(match.group(1).toUpperCase(Locale.ROOT));
                Marker marker = new Marker(kind, line, match.group(2).strip());
                if (marker.text().isEmpty()) {
                    throw new AssertionError("line " + line + ": `" + marker + "` needs a text after the colon");
                }
                all.add(marker);
            }
        }
        return new Markers(lines, List.copyOf(all));
    }

    public List<Marker> all(Marker.Kind kind) {
        return all.stream().filter(marker -> marker.kind() == kind).toList();
    }

    /**
     * Where findings and markers disagree.
     *
     * @return one sentence each, in order of lines; empty when all is as marked
     */
    public List<String> disagreements(List<Finding> findings) {
        SortedMap<Integer, Line> byLine = new TreeMap<>();
        all.forEach(marker -> line(byLine, marker.line()).markers().add(marker));
        findings.forEach(found -> line(byLine, found.place().line()).messages().add(found.message()));
        List<String> sentences = new ArrayList<>();
        byLine.forEach((number, line) -> line.disagreements().stream()
            .map(sentence -> "line " + number + " " + sentence + "\n        " + text(number))
            .forEach(sentences::add));
        return sentences;
    }

    private static Line line(SortedMap<Integer, Line> byLine, int number) {
        return byLine.computeIfAbsent(number, none -> new Line(new ArrayList<>(), new ArrayList<>()));
    }

    private String text(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "(no such line)";
    }

    /** What is claimed of one line and what was said of it. */
    private record Line(List<Marker> markers, List<String> messages) {

        List<String> disagreements() {
            List<String> unmet = markers.stream()
                .filter(marker -> marker.expectsFinding() && messages.stream().noneMatch(marker::isMetBy))
                .map(this::unmet)
                .toList();
            if (!unmet.isEmpty()) {
                return unmet;
            }
            return messages.stream()
                .filter(message -> markers.stream().noneMatch(marker -> marker.isMetBy(message)))
                .map(this::unmarked)
                .toList();
        }

        private String unmet(Marker marker) {
            if (marker.kind() == Marker.Kind.NOISE) {
                return "is silent: a known false alarm is gone, turn `noise:` into `fine:`";
            }
            if (messages.isEmpty()) {
                return "is silent: the bug was not found";
            }
            return "does not say `" + marker.text() + "` but: " + String.join(" | ", messages);
        }

        private String unmarked(String message) {
            if (markers.stream().anyMatch(marker -> marker.kind() == Marker.Kind.MISSED)) {
                return "is reported: a known gap was closed, turn `missed:` into `bug:`: " + message;
            }
            if (markers.stream().anyMatch(marker -> marker.kind() == Marker.Kind.FINE)) {
                return "is reported although it is fine: " + message;
            }
            return "is reported but not marked: " + message;
        }
    }
}
