package dev.plumbline.history;

import dev.plumbline.finding.UsageException;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Counts by change, rule and digest: those of a ledger and those of earlier runs, which are written down one change
 * after the other, so that a run that was stopped goes on where it was. Safe for use by many threads.
 */
public final class MeasuredSoFar {

    private record Key(String layer, String change, String rule, String digest) {
    }

    private final Path journal;
    private final Map<Key, Integer> counts = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param journal made when the first change is added; its folder too */
    public static MeasuredSoFar of(Path journal, HumanChanges ledger) {
        MeasuredSoFar known = new MeasuredSoFar(journal, ledger);
        try {
            known.resume();
        } catch (IOException e) {
            throw new UsageException("The journal " + journal + " can not be read (" + e.getMessage()
                + "); remove it to start anew.");
        }
        return known;
    }

    private MeasuredSoFar(Path journal, HumanChanges ledger) {
        this.journal = journal;
        for (HumanChange change : ledger.changes()) {
            lines.put(change.layer() + change.change(), change.lines());
            ledger.measured(change.layer()).forEach((rule, digest) -> counts.put(
                new Key(change.layer(), change.change(), rule, digest),
                change.introduced().getOrDefault(rule, 0)));
        }
    }

    /** A last line without an end was cut short when a run was stopped: its change is measured again. */
    private void resume() throws IOException {
        if (!Files.exists(journal)) {
            return;
        }
        String text = Files.readString(journal);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.equals(text)) {
            Files.writeString(journal, whole);
        }
        for (String line : whole.lines().toList()) {
            try {
                read(line.split("\t"));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException("`" + line + "` is none of its lines", e);
            }
        }
    }

    private void read(String[] fields) {
        lines.put(fields[0] + fields[1], Integer.parseInt(fields[2]));
        for (int i = 3; i < fields.length; i++) {
            String[] count = fields[i].split("[@=]");
            counts.put(new Key(fields[0], fields[1], count[0], count[1]), Integer.parseInt(count[2]));
        }
    }

    synchronized OptionalInt count(String layer, String change, String rule, String digest) {
        Integer count = counts.get(new Key(layer, change, rule, digest));
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    synchronized int lines(String layer, String change) {
        return lines.getOrDefault(layer + change, 0);
    }

    synchronized void add(String layer, String change, int exposure, SortedMap<String, Integer> found,
            SortedMap<String, String> digests) {
        StringBuilder line = new StringBuilder(layer + "\t" + change + "\t" + exposure);
        found.forEach((rule, count) -> line.append('\t').append(rule).append('@').append(digests.get(rule)).append('=')
            .append(count));
        read(line.toString().split("\t"));
        try {
            Files.createDirectories(journal.toAbsolutePath().getParent());
            Files.writeString(journal, line.append('\n'), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UsageException("The journal " + journal + " can not be written (" + e.getMessage() + ").");
        }
    }
}
