package dev.plumbline.report;

import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.verdict.Introduced;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change introduced as GitHub workflow commands, which become annotations on the pull request. GitHub drops what
 * a step writes beyond ten of a level, so the gravest are written and the last one counts the rest.
 */
public final class ReviewAnnotations implements ReviewWriter {

    private static final int MOST_OF_A_LEVEL = 10;
    private static final int MOST_STEPS = 10;
    private static final int LONGEST_LINE = 1_000;

    /** A command in the making; a property without a value is not written. */
    private record Annotation(Severity level, String title, Optional<Place> place, String message) {

        String command() {
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

    private ReviewAnnotations() {
    }

    public static ReviewAnnotations commands() {
        return new ReviewAnnotations();
    }

    @Override
    public String write(Review review) {
        ReviewWords words = new ReviewWords(review);
        Sights sights = new Sights(review);
        Map<Severity, Integer> room = new EnumMap<>(Severity.class);
        for (Severity level : Severity.values()) {
            room.put(level, MOST_OF_A_LEVEL);
        }
        room.merge(Severity.NOTE, -1, Integer::sum); // for the one that counts the rest
        List<String> commands = new ArrayList<>();
        for (Annotation annotation : ofTheWhole(review, words)) {
            room.merge(annotation.level(), -1, Integer::sum);
            commands.add(annotation.command());
        }
        int left = 0;
        for (Annotation annotation : ofPlaces(review, words, sights)) {
            if (room.get(annotation.level()) > 0) {
                room.merge(annotation.level(), -1, Integer::sum);
                commands.add(annotation.command());
            } else {
                left++;
            }
        }
        if (left > 0) {
            commands.add(new Annotation(Severity.NOTE, "Plumbline", Optional.empty(), left + (left == 1
                ? " more finding is" : " more findings are")
                + " not shown here, because GitHub shows ten annotations of"
                + " a level; the summary of the job has them.").command());
        }
        return String.join("\n", commands) + "\n";
    }

    /** Ours first; those of other tools get the room that is left. */
    private static List<Annotation> ofPlaces(Review review, ReviewWords words, Sights sights) {
        List<Annotation> annotations = new ArrayList<>();
        words.introduced().forEach(one -> annotations.add(annotation(one, sights.of(one), review)));
        review.others().stream()
            .map(finding -> new Introduced(finding, Introduced.Where.CHANGED_LINE))
            .forEach(one -> annotations.add(annotation(one, sights.of(one), review)));
        return annotations;
    }

    private static List<Annotation> ofTheWhole(Review review, ReviewWords words) {
        List<Annotation> annotations = new ArrayList<>();
        Severity level = switch (review.decision().outcome()) {
            case FAILED -> Severity.ERROR;
            case WITHHELD -> words.isEmpty() ? Severity.NOTE : Severity.WARNING;
            case PASSED -> Severity.NOTE;
        };
        annotations.add(new Annotation(level, "Plumbline", Optional.empty(),
            words.heading() + ". " + review.score().sentence()));
        if (review.report().isIncomplete()) {
            annotations.add(new Annotation(Severity.WARNING, "Plumbline", Optional.empty(),
                "Something was not analysed; the summary of the job says what."));
        }
        return annotations;
    }

    private static Annotation annotation(Introduced one, Sight sight, Review review) {
        Finding finding = one.finding();
        List<String> lines = new ArrayList<>();
        lines.add(line(sight.said(finding.message(), place -> place)));
        int number = 0;
        for (Step step : finding.trace().subList(0, Math.min(MOST_STEPS, finding.trace().size()))) {
            number++;
            lines.add(number + ". " + line(step.place().path() + ":" + step.place().line() + " " + step.what()));
        }
        review.report().catalog().find(finding.rule()).map(card -> card.info()).map(RuleInfo::instead)
            .ifPresent(instead -> lines.add("Instead: " + line(Prose.firstSentence(instead))));
        review.report().tool(finding).ifPresent(tool -> lines.add("From " + line(tool.title())
            + "; not part of the score."));
        return new Annotation(finding.severity(), finding.rule(),
            Optional.of(sight.shown()).filter(place -> Portable.uri(place).isPresent()), String.join("\n", lines));
    }

    private static String line(String text) {
        return Visible.line(Prose.cut(Prose.oneLine(text), LONGEST_LINE));
    }
}
