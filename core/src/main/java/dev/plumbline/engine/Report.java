package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Rung;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.settings.ProjectSettings;
import dev.plumbline.settings.Selection;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a scan found and what it did not see. Independent of threads, locale, time and machine.
 *
 * @param version of Plumbline
 * @param catalog every installed rule, whether it ran or not
 * @param ran the ids of the rules that ran
 * @param findings sorted; suppressed ones are not among them
 * @param suppressed findings that a valid suppression hides
 * @param notices sorted; what was not analysed among them
 * @param files every source file, by path with forward slashes, and the rung it stood on
 * @param linesOfCode of all files together: lines that are not blank
 * @param text the text of a file by its path in the report, for code frames and hashes
 * @param known findings that the baseline file covers; sorted, and not among the others
 * @param selection where the rules ran, and how severe their findings were to be
 * @param tools other tools; their findings are among the others and are in no score
 */
public record Report(String version, RuleCatalog catalog, List<String> ran, List<Finding> findings,
        List<Suppressed> suppressed, List<Notice> notices, SortedMap<String, Rung> files, int linesOfCode,
        Function<Path, Optional<String>> text, List<Finding> known, Selection selection, List<OtherTool> tools) {

    /** Held against no baseline file, and made without settings. */
    public Report(String version, RuleCatalog catalog, List<String> ran, List<Finding> findings,
            List<Suppressed> suppressed, List<Notice> notices, SortedMap<String, Rung> files, int linesOfCode,
            Function<Path, Optional<String>> text) {
        this(version, catalog, ran, findings, suppressed, notices, files, linesOfCode, text, List.of(),
            Selection.of(catalog, ProjectSettings.none(), ran, List.of()), List.of());
    }

    /**
     * A finding that is not shown.
     *
     * @param reason that was given for it
     * @param request where the code asks for silence
     */
    public record Suppressed(Finding finding, String reason, Place request) {
    }

    /** The same report with other findings. */
    Report with(List<Finding> others, List<Suppressed> otherSuppressed, List<Notice> otherNotices) {
        return new Report(version, catalog, ran, others, otherSuppressed, otherNotices, files, linesOfCode, text,
            List.of(), selection, tools);
    }

    /** The same report with some of its findings known. */
    Report knowing(List<Finding> someKnown, List<Finding> others, List<Notice> otherNotices) {
        return new Report(version, catalog, ran, others, suppressed, otherNotices, files, linesOfCode, text,
            someKnown, selection, tools);
    }

    /** The same report with what other tools found. */
    Report joining(Others others) {
        return new Report(version, catalog, ran,
            Stream.concat(findings.stream(), others.silencing().shown().stream()).sorted().toList(),
            Stream.concat(suppressed.stream(), others.silencing().suppressed().stream())
                .sorted(Comparator.comparing(Suppressed::finding)).toList(),
            Stream.of(notices, others.notices(), others.silencing().notices()).flatMap(List::stream)
                .distinct().sorted().toList(),
            files, linesOfCode, text, known, selection, others.tools());
    }

    /** The tool that a finding comes from; empty for our own. */
    public Optional<OtherTool> tool(Finding finding) {
        return tools.stream().filter(tool -> tool.owns(finding.rule())).findFirst();
    }

    /** Whether something was not analysed. */
    public boolean isIncomplete() {
        return notices.stream().anyMatch(notice -> notice.level() == Notice.Level.INCOMPLETE);
    }
}
