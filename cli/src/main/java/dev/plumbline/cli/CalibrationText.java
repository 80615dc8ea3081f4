package dev.plumbline.cli;

import dev.plumbline.history.Calibration;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.ObservedRate;
import dev.plumbline.verdict.ObservedRate.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a measurement of a history found, in words: what was measured, what was not, and how the two groups compare. */
final class CalibrationText {

    private static final int SHOWN_FAILURES = 5;

    private final Calibration calibration;
    private final Set<String> rules;

    /** Previews are measured, but take no part in a ratio unless they are asked for. */
    CalibrationText(Calibration calibration, RuleCatalog catalog) {
        this.calibration = calibration;
        this.rules = catalog.rules().stream().filter(card -> !card.info().preview()).map(RuleCard::id)
            .collect(Collectors.toSet());
    }

    List<String> lines(int commits, String since) {
        List<String> lines = new ArrayList<>();
        int measured = calibration.people().size() + calibration.assistants().size();
        lines.add(commits + " commits since " + since + ", merges left out: " + measured + " measured, "
            + calibration.people().size() + " of people and " + calibration.assistants().size() + " of assistants.");
        calibration.leftOut().forEach((reason, count) -> lines.add("  left out: " + count + " " + reason));
        if (!calibration.failures().isEmpty()) {
            lines.add("  could not be measured: " + calibration.failures().size());
            calibration.failures().stream().limit(SHOWN_FAILURES).forEach(failure -> lines.add("    " + failure));
        }
        lines.add(group("People:    ", calibration.people()));
        if (!calibration.assistants().isEmpty()) {
            lines.add(group("Assistants:", calibration.assistants()));
            lines.addAll(ratios());
        }
        return lines;
    }

    private String group(String name, List<HumanChange> changes) {
        ObservedRate lines = ObservedRate.perThousandLines(changes, rules);
        ObservedRate each = ObservedRate.perChange(changes, rules);
        int total = changes.stream().mapToInt(HumanChange::lines).sum();
        return name + " " + lines.findings() + " findings in " + String.format(Locale.ROOT, "%,d", total)
            + " changed lines: " + number(lines.rate()) + " per 1,000 lines" + interval(lines.interval()) + ", "
            + number(each.rate()) + " per commit" + interval(each.interval());
    }

    /** The commits are of one repository and one time; that assistants' are larger shows in the second number. */
    private List<String> ratios() {
        return List.of("Assistants' over people's, per line: " + ratio(ObservedRate::perThousandLines)
            + "; per commit: " + ratio(ObservedRate::perChange)
            + ". Reported here only: no gate asks who wrote a change.");
    }

    private interface Per {

        ObservedRate rate(List<HumanChange> changes, Set<String> rules);
    }

    private String ratio(Per per) {
        ObservedRate people = per.rate(calibration.people(), rules);
        ObservedRate assistants = per.rate(calibration.assistants(), rules);
        String mean = people.findings() == 0 ? "nothing to divide by" : number(assistants.rate() / people.rate());
        return mean + interval(assistants.ratioTo(people));
    }

    private static String interval(Optional<Interval> interval) {
        return interval.map(each -> " (90 % interval " + number(each.low()) + " to " + number(each.high()) + ")")
            .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
