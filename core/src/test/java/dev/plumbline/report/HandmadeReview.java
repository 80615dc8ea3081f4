package dev.plumbline.report;

import dev.plumbline.engine.Debt;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.verdict.Comparison;
import dev.plumbline.verdict.Exposure;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.Introduced;
import dev.plumbline.verdict.Score;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Judged changes that no code would make an engine come to. */
final class HandmadeReview {

    private HandmadeReview() {
    }

    /** All of them on changed lines. */
    static Review of(List<Finding> introduced) {
        TreeMap<String, SortedSet<Integer>> changed = new TreeMap<>();
        introduced.forEach(finding -> changed
            .computeIfAbsent(finding.place().path(), path -> new TreeSet<>())
            .addAll(IntStream.rangeClosed(finding.place().line(),
                Math.min(finding.place().endLine(), finding.place().line() + 9)).boxed().toList()));
        return of(introduced, List.of(), List.of(), List.of(), Map.of(), changed);
    }

    static Review of(List<Finding> introduced, List<Finding> fixed, List<Debt> debts, List<Notice> notices,
            Map<String, String> texts, TreeMap<String, SortedSet<Integer>> changedLines) {
        Comparison comparison = new Comparison(introduced.stream()
            .map(finding -> new Introduced(finding, Introduced.Where.CHANGED_LINE)).toList(), fixed, List.of(),
            List.of());
        Exposure exposure = new Exposure(new TreeMap<>(Map.of(HumanChanges.MEMORY, 100)), 0);
        Score score = Score.of(comparison, exposure, new HumanChanges(List.of(), List.of()), Set.of(), rule -> "p");
        Report report = SampleReport.of(introduced, List.of(), notices, texts);
        return new Review(report, comparison, score, Gate.standard().decide(score, comparison), debts, List.of(),
            "base", "head", exposure, changedLines, List.of());
    }
}
