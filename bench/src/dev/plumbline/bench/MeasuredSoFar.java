package dev.plumbline.bench;

import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Counts by change, rule and digest: those of a ledger and those of earlier runs, which are written down one change
 * after the other, so that a run that was stopped goes on where it was.
 */
final class MeasuredSoFar {

    private record Key(String layer, String change, String rule, String digest) {
    }

    private final Path journal;
    private final Map<Key, Integer> counts = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    MeasuredSoFar(Path journal, HumanChanges ledger) throws IOException {
        this.journal = journal;
        for (HumanChange change : ledger.changes()) {
            lines.put(change.layer() + change.change(), change.lines());
            ledger.measured(change.layer()).forEach((rule, digest) -> counts.put(
                new Key(change.layer(), change.change(), rule, digest),
                change.introduced().getOrDefault(rule, 0)));
        }
        if (Files.exists(journal)) {
            for (String line : Files.readAllLines(journal)) {
                read(line.split("\t"));
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

    OptionalInt count(String layer, String change, String rule, String digest) {
        Integer count = counts.get(new Key(layer, change, rule, digest));
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    int lines(String layer, String change) {
        return lines.getOrDefault(layer + change, 0);
    }

    void add(String layer, String change, int exposure, SortedMap<String, Integer> found,
            SortedMap<String, String> digests) throws IOException {
        StringBuilder line = new StringBuilder(layer + "\t" + change + "\t" + exposure);
        found.forEach((rule, count) -> line.append('\t').append(rule).append('@').append(digests.get(rule)).append('=')
            .append(count));
        read(line.toString().split("\t"));
        Files.createDirectories(journal.getParent());
        Files.writeString(journal, line.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
