package dev.plumbline.engine;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Notice;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.ClassRule;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.SourceRule;
import dev.plumbline.settings.Selection;
import dev.plumbline.source.Outline;
import dev.plumbline.source.Suppressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules on one file. The file's syntax tree and code live as long as this runs. */
final class UnitTask {

    private final Unit.Id id;
    private final List<RuleCard> rules;
    private final Selection selection;
    private final Context context;
    private final Map<ProgramRule<?>, List<? extends Record>> facts = new HashMap<>();

    UnitTask(Unit.Id id, List<RuleCard> rules, Selection selection, Context context) {
        this.id = id;
        this.rules = rules;
        this.selection = selection;
        this.context = context;
    }

    Gathered run() {
        Unit unit = context.program().unit(id);
        Outline outline = context.program().outline(id).orElseThrow();
        List<Found> found = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (RuleCard card : rules) {
            if (isWanted(card)) {
                RuleRun run = new RuleRun(card, selection, context.program());
                run(card, unit, outline, run);
                found.addAll(run.found());
                notices.addAll(run.notices());
            }
        }
        List<Suppressions.Suppression> silences = Suppressions.in(unit.source());
        notices.addAll(unit.source().notices());
        return new Gathered(found, notices, silences);
    }

    /** What a rule about the whole program finds elsewhere may follow from what is here. */
    private boolean isWanted(RuleCard card) {
        return card.rule() instanceof ProgramRule<?> || selection.isOn(card.id(), id.path());
    }

    @SuppressWarnings("unchecked")
    <F extends Record> Stream<F> facts(ProgramRule<F> rule) {
        return ((List<F>) facts.getOrDefault(rule, List.of())).stream();
    }

    private void run(RuleCard card, Unit unit, Outline outline, RuleRun run) {
        if (card.rule() instanceof SourceRule rule) {
            run.guarded(id.text(), () -> rule.check(unit, context, run.sink("")));
        } else if (card.rule() instanceof ClassRule rule) {
            for (ClassFile type : unit.classes()) {
                String where = type.name().internal();
                run.guarded(where, () -> rule.check(type, context, run.sink(where)));
            }
        } else if (card.rule() instanceof MethodRule rule) {
            unit.methods().filter(method -> isWritten(method, outline)).forEach(method -> {
                String where = Subject.of(method);
                run.guarded(where, () -> rule.check(method, context, run.sink(where)));
            });
        } else if (card.rule() instanceof ProgramRule<?> rule) {
            run.guarded(id.text(), () -> facts.put(rule, List.copyOf(rule.collect(unit, context))));
        }
    }

    /** A method that the text does not have was written by a compiler, by Lombok or by another generator. */
    private static boolean isWritten(MethodCode method, Outline outline) {
        String name = method.ref().name();
        return name.startsWith("<") || name.startsWith("lambda$")
            || !method.header().isSynthetic() && outline.methods().containsKey(name);
    }
}
