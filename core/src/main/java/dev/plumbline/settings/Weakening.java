package dev.plumbline.settings;

import dev.plumbline.finding.Severity;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.Settings;
import dev.plumbline.verdict.FailOn;
import dev.plumbline.verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where other settings let less be found, or more pass. Whatever may do so counts: another value of an option, for
 * nobody knows which one is the stricter.
 */
final class Weakening {

    private final RuleCatalog catalog;
    private final ProjectSettings before;
    private final ProjectSettings after;
    private final Selection was;
    private final Selection is;
    private final List<String> clauses = new ArrayList<>();

    Weakening(RuleCatalog catalog, ProjectSettings before, ProjectSettings after) {
        this.catalog = catalog;
        this.before = before;
        this.after = after;
        this.was = Selection.of(catalog, before, List.of(), List.of());
        this.is = Selection.of(catalog, after, List.of(), List.of());
    }

    List<String> clauses() {
        files();
        List<String> packsOff = packs();
        was.rules().forEach(card -> rule(card, packsOff));
        new PathWeakening(catalog, was, before.paths(), after.paths()).clauses().forEach(clauses::add);
        gate();
        return List.copyOf(clauses);
    }

    private void files() {
        after.exclude().stream().filter(glob -> !before.exclude().contains(glob))
            .forEach(glob -> clauses.add("exclude did not have " + glob + ", has it"));
        if (before.include().isEmpty() && !after.include().isEmpty()) {
            clauses.add("include was everything, is " + String.join(", ", after.include()));
        } else if (!after.include().isEmpty()) {
            before.include().stream().filter(glob -> !after.include().contains(glob))
                .forEach(glob -> clauses.add("include had " + glob + ", does not have it"));
        }
    }

    private List<String> packs() {
        List<String> off = catalog.packs().stream()
            .filter(pack -> before.packs().getOrDefault(pack, true) && !after.packs().getOrDefault(pack, true))
            .toList();
        off.forEach(pack -> clauses.add("packs." + pack + " was on, is off"));
        return off;
    }

    private void rule(RuleCard card, List<String> packsOff) {
        String name = "rules." + card.id();
        boolean saidByPack = packsOff.contains(card.pack())
            && !after.rules().getOrDefault(card.id(), RuleSetting.none()).enabled().isPresent();
        if (was.isOn(card.id()) && !is.isOn(card.id()) && !saidByPack) {
            clauses.add(name + " was on, is off");
        }
        Severity severityBefore = was.severity(card.id()).orElse(card.info().severity());
        Severity severityAfter = is.severity(card.id()).orElse(card.info().severity());
        if (severityAfter.compareTo(severityBefore) < 0) {
            clauses.add(name + " was " + word(severityBefore) + ", is " + word(severityAfter));
        }
        SortedMap<String, String> valuesBefore = values(card, before);
        values(card, after).forEach((option, value) -> {
            if (!value.equals(valuesBefore.get(option))) {
                clauses.add(name + ".options." + option + " was " + shown(valuesBefore.get(option)) + ", is "
                    + shown(value));
            }
        });
    }

    private static SortedMap<String, String> values(RuleCard card, ProjectSettings settings) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Settings.Option option : card.options()) {
            values.put(option.name(), option.byDefault());
        }
        values.putAll(settings.rules().getOrDefault(card.id(), RuleSetting.none()).options());
        return values;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    private void gate() {
        Gate old = before.gate();
        Gate now = after.gate();
        if (now.severity().compareTo(old.severity()) > 0) {
            clauses.add("gate.severity was " + word(old.severity()) + ", is " + word(now.severity()));
        }
        if (now.confidence().compareTo(old.confidence()) > 0) {
            clauses.add("gate.confidence was " + word(old.confidence()) + ", is " + word(now.confidence()));
        }
        if (old.failBeyondAi() && !now.failBeyondAi()) {
            clauses.add("gate.beyond-ai was fail, is report");
        }
        FailOn oldLeast = least(before.failOn());
        FailOn least = least(after.failOn());
        if (least == FailOn.none && oldLeast != FailOn.none
            || oldLeast != FailOn.none && least.compareTo(oldLeast) > 0) {
            clauses.add("fail-on was " + oldLeast + ", is " + least);
        }
    }

    private static FailOn least(Optional<FailOn> said) {
        return said.orElse(FailOn.error);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
