package dev.plumbline.bench;

import dev.plumbline.history.MeasuredSoFar;
import dev.plumbline.history.Measuring;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDigest;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.LedgerText;
import dev.plumbline.verdict.MeasuredRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger of human changes in a checkout of Plumbline, one layer of which is brought up to date at a time. */
final class Ledger {

    private static final String FILE = "rules/src/main/resources/dev/plumbline/rules/people/human-changes.tsv";

    private Ledger() {
    }

    static HumanChanges of(Path checkout) throws IOException {
        Path file = checkout.resolve(FILE);
        return LedgerText.read(file.toString(), Files.readString(file));
    }

    /** @param threads for one change */
    static Measuring measuring(Path checkout, HumanChanges ledger, String layer, int threads) {
        RuleCatalog catalog = RuleCatalog.installed();
        SortedMap<String, String> digests = new TreeMap<>();
        for (RuleCard card : catalog.rules()) {
            digests.put(card.id(), RuleDigest.of(card, checkout.resolve("rules/src/main/java")));
        }
        return new Measuring(catalog, digests,
            MeasuredSoFar.of(checkout.resolve("bench/target/human-changes.journal"), ledger), layer, threads);
    }

    /** Replaces what was measured on one layer. */
    static void write(Path checkout, HumanChanges ledger, String layer, Measuring measuring,
            List<HumanChange> measured) throws IOException {
        List<MeasuredRule> rules = new ArrayList<>(ledger.rules());
        rules.removeIf(rule -> rule.layer().equals(layer));
        measuring.digests().forEach((id, digest) -> rules.add(new MeasuredRule(id, digest, layer)));
        List<HumanChange> changes = new ArrayList<>(ledger.changes());
        changes.removeIf(change -> change.layer().equals(layer));
        changes.addAll(measured);
        Files.writeString(checkout.resolve(FILE), LedgerText.write(new HumanChanges(rules, changes)),
            StandardCharsets.UTF_8);
    }
}
