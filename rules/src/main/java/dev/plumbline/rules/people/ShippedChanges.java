package dev.plumbline.rules.people;

import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.LedgerText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

    private ShippedChanges() {
    }
}
