package dev.plumbline.rules.people;

import dev.plumbline.history.RuleDigests;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.LedgerText;
import dev.plumbline.verdict.Yardstick;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The measured human changes that come with the rules. */
public final class ShippedChanges {

    private static final String FILE = "human-changes.tsv";

    public static HumanChanges read() {
        try (InputStream in = ShippedChanges.class.getResourceAsStream(FILE)) {
            return LedgerText.read(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the rules is broken", e);
        }
    }

    /**
     * What a change is held against: these, and the team's own where there are any.
     *
     * @param team what changes of the team's people introduced, as the revision before has it
     */
    public static Yardstick yardstick(Optional<HumanChanges> team, RuleCatalog catalog) {
        HumanChanges shipped = read();
        return team.map(own -> Yardstick.of(shipped, own, RuleDigests.of(catalog, shipped)))
            .orElseGet(() -> Yardstick.shipped(shipped));
    }

    private ShippedChanges() {
    }
}
