package dev.plumbline.engine;

import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.UsageException;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.ClassRule;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.settings.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Which rules run, and on what: the kind of a rule says what it needs. */
final class Schedule {

    private final Selection selection;
    private final List<RuleCard> rules;

    private Schedule(Selection selection) {
        this.selection = selection;
        this.rules = selection.rules();
    }

    /** @throws UsageException naming a rule or pack that does not exist */
    static Schedule of(ScanRequest request) {
        return new Schedule(request.selection());
    }

    Selection selection() {
        return selection;
    }

    int size() {
        return rules.size();
    }

    List<String> ids() {
        return rules.stream().map(RuleCard::id).toList();
    }

    Gathered run(List<Unit.Id> units, Context context) {
        List<UnitTask> tasks = units.stream().map(id -> new UnitTask(id, rules, selection, context)).toList();
        List<Gathered> parts = new ArrayList<>(context.program().inParallel(tasks, UnitTask::run));
        for (RuleCard card : rules) {
            if (card.rule() instanceof ProgramRule<?> rule) {
                parts.add(runWhole(card, rule, selection, tasks, context));
            }
        }
        return Gathered.all(parts);
    }

    private static <F extends Record> Gathered runWhole(RuleCard card, ProgramRule<F> rule,
            Selection selection, List<UnitTask> tasks, Context context) {
        List<F> facts = new ArrayList<>();
        for (UnitTask task : tasks) {
            task.facts(rule).forEach(facts::add);
        }
        RuleRun run = new RuleRun(card, selection, context.program());
        run.guarded("the whole program", () -> rule.check(facts, context, run.sink("")));
        return new Gathered(run.found(), run.notices(), List.of());
    }

    /** Says which files the rules that need class files did not see. */
    Optional<Notice> unseen(SortedMap<String, Rung> files) {
        List<String> needing = rules.stream()
            .filter(card -> card.rule() instanceof MethodRule || card.rule() instanceof ClassRule)
            .map(RuleCard::id)
            .toList();
        List<String> blind = files.entrySet().stream()
            .filter(file -> file.getValue() == Rung.SOURCE_ONLY)
            .map(file -> file.getKey())
            .filter(file -> needing.stream().anyMatch(rule -> selection.isOn(rule, Path.of(file))))
            .toList();
        if (blind.isEmpty() || needing.isEmpty()) {
            return Optional.empty();
        }
        String some = blind.get(0) + (blind.size() == 1 ? "" : " and " + (blind.size() - 1) + " more");
        return Optional.of(Notice.incomplete("source-only", blind.get(0), (needing.size() == 1
            ? "One rule that needs" : needing.size() + " rules that need") + " class files did not see " + some
            + "; build the project first."));
    }
}
