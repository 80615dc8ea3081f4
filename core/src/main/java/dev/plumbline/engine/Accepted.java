package dev.plumbline.engine;

import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.UsageException;
import dev.plumbline.verdict.BaselineEntry;
import dev.plumbline.verdict.BaselineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report held against the findings that a team has agreed to live with.
 *
 * @param report without the known findings, and with a notice for each stale entry
 * @param stale entries whose finding is gone, as far as this scan looked: of rules that did not run and of files that
 *     were not analysed nobody knows
 */
public record Accepted(Report report, List<BaselineEntry> stale) {

    /**
     * @param name what to call the file
     * @param root what paths in the report are relative to
     */
    public static Accepted of(Report report, BaselineFile baseline, String name, Path root) {
        BaselineFile.Covered covered = baseline.covers(report.findings());
        Set<String> unseen = unseen(report);
        List<BaselineEntry> stale = baseline.stale(report.findings()).stream()
            .filter(entry -> hasRun(entry, report))
            .filter(entry -> report.files().containsKey(entry.path()) ? !unseen.contains(entry.path())
                : !Files.exists(root.resolve(entry.path())))
            .toList();
        List<Notice> notices = new ArrayList<>(report.notices());
        stale.forEach(entry -> notices.add(new Notice(Notice.Level.NOTE, "baseline-stale", name + " still lists "
            + entry.rule() + " in " + entry.path() + " (" + entry.message() + "), which is gone; `plumbline baseline"
            + " prune` removes it.", Optional.empty())));
        return new Accepted(report.knowing(covered.known(), covered.others(),
            notices.stream().distinct().sorted().toList()), stale);
    }

    /**
     * A report held against a file, or, where none is named, against the one at the root if there is one.
     *
     * @throws UsageException when the file that was named does not exist, or is not what it should be
     */
    public static Report of(Report report, Optional<Path> named, Path root) {
        Path file = named.orElse(root.resolve(Sides.BASELINE));
        if (named.isEmpty() && !Files.exists(file)) {
            return report;
        }
        return of(report, read(file), file.getFileName().toString(), root).report();
    }

    public static BaselineFile read(Path file) {
        try {
            return BaselineFile.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("There is no baseline file " + file
                + " that could be read; `plumbline baseline create` writes one.");
        }
    }

    /** Of a rule that is no more nothing will be found again; of another tool that was not asked nobody knows. */
    private static boolean hasRun(BaselineEntry entry, Report report) {
        return OtherTool.isRule(entry.rule()) ? report.tools().stream().anyMatch(tool -> tool.owns(entry.rule()))
            : report.selection().isOn(entry.rule(), Path.of(entry.path()))
                || report.catalog().find(entry.rule()).isEmpty();
    }

    private static Set<String> unseen(Report report) {
        Set<String> unseen = report.notices().stream()
            .filter(notice -> notice.level() == Notice.Level.INCOMPLETE)
            .flatMap(notice -> notice.file().stream())
            .collect(Collectors.toSet());
        report.files().forEach((path, rung) -> {
            if (rung == Rung.SOURCE_ONLY) {
                unseen.add(path);
            }
        });
        return unseen;
    }
}
