package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Place;
import dev.plumbline.verdict.BaselineEntry;
import dev.plumbline.verdict.BaselineFile;
import dev.plumbline.verdict.Comparison;
import dev.plumbline.verdict.Correspondence;
import dev.plumbline.verdict.Introduced;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What the base revision agreed to be silent about. What head adds to that is debt and hides nothing. */
final class Policy {

    private final ReviewRequest request;
    private final Paths paths;
    private final Side before;
    private final List<Report.Suppressed> suppressed;

    /** @param suppressed all findings of head that its code asks to be silent about */
    Policy(ReviewRequest request, Paths paths, Side before, List<Report.Suppressed> suppressed) {
        this.request = request;
        this.paths = paths;
        this.before = before;
        this.suppressed = List.copyOf(suppressed);
    }

    /**
     * The comparison without introduced findings that a suppression or a baseline entry of base covers. An entry that
     * covers a finding of base is used up by it: its new twin may stand before it and have its fingerprint now. A
     * suppression that was moved beside a new defect was not written for that.
     */
    Comparison accepting(Comparison comparison) {
        Set<Finding> accepted = new HashSet<>();
        suppressed.stream().filter(one -> !isMovedOrNew(one)).map(Report.Suppressed::finding).forEach(accepted::add);
        List<Finding> open = comparison.introduced().stream().map(Introduced::finding).toList();
        accepted.addAll(new BaselineFile(request.known().stale(before.findings())).covers(open).known());
        return new Comparison(
            comparison.introduced().stream().filter(one -> !accepted.contains(one.finding())).toList(),
            comparison.fixed(), comparison.unchanged(), comparison.unseenBefore());
    }

    /** Introduced findings that head asks to be silent about, in its code or in its baseline file. */
    List<Finding> hidden(Comparison comparison) {
        List<Finding> introduced = comparison.introduced().stream().map(Introduced::finding).toList();
        Set<Finding> silenced = new HashSet<>(request.proposed().covers(introduced).known());
        suppressed.stream().filter(this::isMovedOrNew).map(Report.Suppressed::finding).forEach(silenced::add);
        return introduced.stream().filter(silenced::contains).toList();
    }

    /** What other tools found on changed lines, without what base agreed to be silent about. */
    List<Finding> shown(Others others, SortedMap<String, SortedSet<Integer>> changed) {
        List<Finding> open = new ArrayList<>(others.silencing().shown());
        others.silencing().suppressed().stream().filter(this::isMovedOrNew).map(Report.Suppressed::finding)
            .forEach(open::add);
        return request.known().covers(open).others().stream()
            .filter(finding -> changed.getOrDefault(finding.place().path(), Collections.emptySortedSet())
                .contains(finding.place().line()))
            .sorted()
            .toList();
    }

    List<Debt> debts() {
        Map<Place, Report.Suppressed> added = new TreeMap<>();
        suppressed.stream().filter(this::isNew).forEach(one -> added.put(one.request(), one));
        List<Debt> debts = new ArrayList<>();
        added.forEach((place, one) -> debts.add(new Debt("suppression", place,
            "asks for silence about " + one.finding().rule() + " (" + one.reason() + ")")));
        for (BaselineEntry entry : request.proposed().addedSince(request.known())) {
            debts.add(new Debt("baseline entry", new Place(Path.of(entry.path()), 1, 1, 1, 1),
                "asks for silence about " + entry.rule() + " (" + entry.message() + ")"));
        }
        request.settings().weaker().forEach(clause -> debts.add(Debt.ofSettings(clause)));
        return debts.stream().sorted().toList();
    }

    private boolean isMovedOrNew(Report.Suppressed one) {
        return paths.isChanged(new Correspondence.Line(one.request().path(), one.request().line()));
    }

    private boolean isNew(Report.Suppressed one) {
        return paths.isAdded(one.request().path(), one.request().line());
    }
}
