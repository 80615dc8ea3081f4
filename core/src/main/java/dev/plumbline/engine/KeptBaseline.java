package dev.plumbline.engine;

import dev.plumbline.finding.UsageException;
import dev.plumbline.verdict.BaselineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file of findings that a team lives with, after it was written. It is made once and from then on only gets
 * shorter: a new defect shall not slip in.
 *
 * @param baseline what it says now
 * @param done what was done to it, one sentence each
 */
public record KeptBaseline(BaselineFile baseline, List<String> done) {

    /** Writes all findings of a scan to a new file. */
    public static KeptBaseline create(Path file, Report report) {
        checkAbsent(file);
        BaselineFile all = BaselineFile.of(report.findings());
        write(file, all);
        return new KeptBaseline(all, List.of(count(report.findings().size(), "finding", "findings") + " written to "
            + file + "."));
    }

    /**
     * Takes out what a scan does not find any more; adds nothing.
     *
     * @param root what paths in the report are relative to
     */
    public static KeptBaseline prune(Path file, BaselineFile before, Report report, Path root) {
        Accepted accepted = Accepted.of(report, before, file.getFileName().toString(), root);
        BaselineFile after = before.removing(accepted.stale());
        if (!accepted.stale().isEmpty()) {
            write(file, after);
        }
        Stream<String> removed = accepted.stale().stream()
            .map(entry -> "removed: " + entry.rule() + " in " + entry.path() + " (" + entry.message() + ")");
        String sum = accepted.stale().size() + " of " + count(before.entries().size(), "entry", "entries")
            + " removed, " + after.entries().size() + " left in " + file + ".";
        return new KeptBaseline(after, Stream.concat(removed, Stream.of(sum)).toList());
    }

    /** @throws UsageException when the file is there; better said before a scan than after it */
    public static void checkAbsent(Path file) {
        if (Files.exists(file)) {
            throw new UsageException(file + " exists already; `plumbline baseline prune` takes out what is gone."
                + " To accept all findings anew, remove it first.");
        }
    }

    private static void write(Path file, BaselineFile baseline) {
        try {
            Files.writeString(file, baseline.text(), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new UsageException(file + " could not be written (" + refused.getMessage() + ").");
        }
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
