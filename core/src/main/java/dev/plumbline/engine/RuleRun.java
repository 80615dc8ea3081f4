package dev.plumbline.engine;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.Sink;
import dev.plumbline.settings.Selection;
import java.util.ArrayList;
import java.util.List;

/** One rule at work on one file: collects what it reports, and what becomes of it when it crashes. */
final class RuleRun {

    private final RuleCard card;
    private final Selection selection;
    private final Program program;
    private final List<Found> found = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    RuleRun(RuleCard card, Selection selection, Program program) {
        this.card = card;
        this.selection = selection;
        this.program = program;
    }

    List<Found> found() {
        return found;
    }

    List<Notice> notices() {
        return notices;
    }

    Sink sink(String where) {
        return new Collecting(where, card.info().confidence());
    }

    /** The one place where a rule's crash is caught: it costs the rule's own result for one subject and no more. */
    void guarded(String subject, Runnable check) {
        int before = found.size();
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError | AssertionError crash) {
            found.subList(before, found.size()).clear();
            StackTraceElement[] stack = crash.getStackTrace();
            String at = stack.length == 0 ? "" : " at " + stack[0];
            notices.add(Notice.incomplete("rule-crashed", subject, "The rule " + card.id() + " failed on " + subject
                + " (" + crash + at + "); this is a mistake of the rule, please report it."));
        }
    }

    private final class Collecting implements Sink {

        private final String where;
        private final Confidence confidence;

        private Collecting(String where, Confidence confidence) {
            this.where = where;
            this.confidence = confidence;
        }

        @Override
        public void report(Place place, String message, List<Step> trace) {
            if (!selection.isOn(card.id(), place.file())) {
                return;
            }
            String line = program.text(place.file())
                .flatMap(text -> text.lines().skip(Math.max(0, place.line() - 1)).findFirst())
                .orElse("");
            String type = where.isEmpty() ? typeAt(place) : where;
            found.add(new Found(card.id(), selection.severity(card, place.file()), confidence, place, message,
                List.copyOf(trace), type, line));
        }

        private String typeAt(Place place) {
            return program.outline(new Unit.Id(place.file()))
                .map(outline -> outline.packageName() + "." + String.join(",", outline.types()))
                .orElse("");
        }

        @Override
        public Sink with(Confidence other) {
            return new Collecting(where, other);
        }
    }
}
