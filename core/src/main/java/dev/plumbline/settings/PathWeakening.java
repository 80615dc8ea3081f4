package dev.plumbline.settings;

import dev.plumbline.finding.Severity;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where other overrides for paths let less be found. Globs are not compared as sets of files, for files may come: a
 * word that is new and takes away counts, and one that is gone and gave.
 */
record PathWeakening(RuleCatalog catalog, Selection was, List<PathSetting> before, List<PathSetting> after) {

    /** One word of an override. */
    private record Word(List<String> match, String about, Optional<Boolean> enabled, Optional<Severity> severity) {

        private String said() {
            String on = severity.map(Weakening::word).orElse("on");
            return enabled.orElse(true) ? on : "off";
        }

        /** Of the same; whether more or less is another question. */
        private boolean saysAsMuchAs(Word other) {
            boolean off = enabled.filter(on -> !on).isPresent();
            return name().equals(other.name()) && (other.enabled.isEmpty() || enabled.isPresent())
                && (other.severity.isEmpty() || severity.isPresent() || off);
        }

        private String name() {
            return "paths for " + String.join(", ", match) + ": " + about;
        }
    }

    List<String> clauses() {
        List<Word> old = words(before);
        List<Word> now = words(after);
        List<String> clauses = new ArrayList<>();
        for (Word word : now) {
            if (!old.contains(word) && takesAway(word)) {
                clauses.add(word.name() + previous(word, old) + ", is " + word.said());
            }
        }
        for (Word word : old) {
            if (gives(word) && now.stream().noneMatch(other -> other.saysAsMuchAs(word))) {
                clauses.add(word.name() + " was " + word.said() + ", is not said");
            }
        }
        if (clauses.isEmpty() && !old.equals(now.stream().filter(old::contains).toList())
            && now.containsAll(old)) {
            clauses.add("paths had another order");
        }
        return clauses;
    }

    private static String previous(Word word, List<Word> old) {
        return old.stream().filter(other -> other.name().equals(word.name())).findFirst()
            .map(other -> " was " + other.said()).orElse(" was not said");
    }

    /** Off, where the rule or one of the pack ran anywhere; or milder than the rule was. */
    private boolean takesAway(Word word) {
        boolean off = word.enabled().filter(on -> !on).isPresent()
            && concerned(word).stream().anyMatch(card -> was.rules().contains(card));
        return off || word.severity().isPresent() && concerned(word).stream()
            .anyMatch(card -> word.severity().get().compareTo(worst(card)) < 0);
    }

    private boolean gives(Word word) {
        return word.enabled().filter(on -> on).isPresent() && concerned(word).stream()
            .anyMatch(card -> was.rules().contains(card))
            || word.severity().isPresent() && concerned(word).stream()
                .anyMatch(card -> word.severity().get().compareTo(ofProject(card)) > 0);
    }

    private List<RuleCard> concerned(Word word) {
        return catalog.rules().stream().filter(card -> word.about().equals("rules." + card.id())
            || word.about().equals("packs." + card.pack())).toList();
    }

    private Severity ofProject(RuleCard card) {
        return was.severity(card.id()).orElse(card.info().severity());
    }

    /** The highest that was said of the rule anywhere. */
    private Severity worst(RuleCard card) {
        return before.stream()
            .flatMap(setting -> setting.rules().getOrDefault(card.id(), RuleSetting.none()).severity().stream())
            .reduce(ofProject(card), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static List<Word> words(List<PathSetting> settings) {
        List<Word> words = new ArrayList<>();
        for (PathSetting setting : settings) {
            setting.packs().forEach((pack, on) -> words.add(new Word(setting.match(), "packs." + pack,
                Optional.of(on), Optional.empty())));
            setting.rules().forEach((rule, own) -> words.add(new Word(setting.match(), "rules." + rule,
                own.enabled(), own.severity())));
        }
        return words;
    }
}
