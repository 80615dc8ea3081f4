package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.RuleInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub workflow commands, which become annotations on a commit. GitHub drops what a step writes beyond ten of a
 * level, so the gravest are to be added first, and the last one counts the rest.
 */
final class WorkflowCommands {

    private static final int MOST_OF_A_LEVEL = 10;
    private static final int MOST_STEPS = 10;
    private static final int LONGEST_LINE = 1_000;

    private final Report report;
    private final Map<Severity, Integer> room = new EnumMap<>(Severity.class);
    private final List<String> commands = new ArrayList<>();
    private int left;

    WorkflowCommands(Report report) {
        this.report = report;
        for (Severity level : Severity.values()) {
            room.put(level, MOST_OF_A_LEVEL);
        }
        room.merge(Severity.NOTE, -1, Integer::sum); // for the one that counts the rest
    }

    /** What is true of the whole; always written. */
    void add(Severity level, String message) {
        room.merge(level, -1, Integer::sum);
        commands.add(command(level, "Plumbline", Optional.empty(), message));
    }

    /**
     * Written as long as there is room.
     *
     * @param shown where to show it
     * @param message what to say first
     */
    void add(Finding finding, Place shown, String message) {
        if (room.get(finding.severity()) <= 0) {
            left++;
            return;
        }
        room.merge(finding.severity(), -1, Integer::sum);
        commands.add(command(finding.severity(), finding.rule(),
            Optional.of(shown).filter(place -> Portable.uri(place).isPresent()), words(finding, message)));
    }

    String text() {
        List<String> all = new ArrayList<>(commands);
        if (left > 0) {
            all.add(command(Severity.NOTE, "Plumbline", Optional.empty(), left + (left == 1
                ? " more finding is" : " more findings are") + " not shown here, because GitHub shows ten annotations"
                + " of a level; the summary of the job or the full report has them."));
        }
        return all.isEmpty() ? "" : String.join("\n", all) + "\n";
    }

    private String words(Finding finding, String message) {
        List<String> lines = new ArrayList<>();
        lines.add(line(message));
        int number = 0;
        for (Step step : finding.trace().subList(0, Math.min(MOST_STEPS, finding.trace().size()))) {
            number++;
            lines.add(number + ". " + line(step.place().path() + ":" + step.place().line() + " " + step.what()));
        }
        report.catalog().find(finding.rule()).map(card -> card.info()).map(RuleInfo::instead)
            .ifPresent(instead -> lines.add("Instead: " + line(Prose.firstSentence(instead))));
        report.tool(finding).ifPresent(tool -> lines.add("From " + line(tool.title())
            + "; not part of any score."));
        return String.join("\n", lines);
    }

    private static String line(String text) {
        return Visible.line(Prose.cut(Prose.oneLine(text), LONGEST_LINE));
    }

    private static String command(Severity level, String title, Optional<Place> place, String message) {
        StringBuilder command = new StringBuilder("::").append(level == Severity.NOTE ? "notice"
            : JsonText.word(level)).append(' ');
        place.ifPresent(at -> {
            command.append("file=").append(property(at.path()))
                .append(",line=").append(at.line()).append(",endLine=").append(at.endLine());
            if (at.line() == at.endLine()) { // GitHub refuses columns of a region of several lines
                command.append(",col=").append(at.column()).append(",endColumn=").append(at.endColumn());
            }
            command.append(',');
        });
        return command.append("title=").append(property(title)).append("::").append(data(message)).toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
