package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.program.Focus;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.program.Vicinity;
import dev.plumbline.revision.ChangedLines;
import dev.plumbline.revision.FileChange;
import dev.plumbline.verdict.Comparison;
import dev.plumbline.verdict.Exposure;
import dev.plumbline.verdict.Introduced;
import dev.plumbline.verdict.Score;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From two revisions to a judgement:
 *
 * <ol>
 * <li>open the program as it was and as it is;
 * <li>let the rules see what the change touched, and what calls it, in both;
 * <li>match the findings; what is left over at head was introduced;
 * <li>take out what the policy of base accepts, and list what the change adds to the policy;
 * <li>score and decide.
 * </ol>
 */
final class Reviewing {

    private final ReviewRequest request;
    private final Schedule schedule;
    private final Paths paths;
    private final List<FindingSource> sources;

    Reviewing(ReviewRequest request, List<FindingSource> sources) {
        this.request = request;
        this.sources = sources;
        this.schedule = Schedule.of(request.scan());
        this.paths = new Paths(request.change());
    }

    Review run() {
        ScanRequest scan = request.scan();
        Vicinity was = Vicinity.of(request.base(), scan.threads());
        Vicinity is = Vicinity.of(scan.project(), scan.threads());
        Map<Unit.Id, TouchedLines> before = touched(FileChange::before, TouchedLines::before, was);
        Map<Unit.Id, TouchedLines> after = touched(FileChange::after, TouchedLines::after, is);
        Set<Unit.Id> near = near(before.keySet(), was, after.keySet(), is);
        scan.progress().accept("files changed: " + after.size() + ", near them: " + near.size());
        Inspection head = Inspection.of(scan.project(), Focus.on(near, after.keySet(), is), scan.threads());
        Inspection base = Inspection.beside(head, request.base(), Focus.on(translated(near), before.keySet(), was),
            paths::isUntouched,
            scan.threads());
        try {
            return compared(base, head, before, after);
        } finally {
            base.program().close();
            head.program().close();
        }
    }

    private Review compared(Inspection base, Inspection head, Map<Unit.Id, TouchedLines> before,
            Map<Unit.Id, TouchedLines> after) {
        ScanRequest scan = request.scan();
        Set<Unit.Id> scope = new TreeSet<>(Scope.around(after, head.program()));
        Scope.around(before, base.program()).forEach(id -> scope.add(paths.after(id).orElse(id)));
        scan.progress().accept("files to compare: " + scope.size() + ", rules: " + schedule.size());
        return judged(Side.of(base, known(translated(scope), base.program()), schedule, scan),
            Side.of(head, known(scope, head.program()), schedule, scan));
    }

    /**
     * What has to be opened on both sides, as head calls it: what changed with what it mentions, two steps far, and
     * what mentions it. Of a history nobody asks what mentions a change: it is long.
     */
    private Set<Unit.Id> near(Set<Unit.Id> before, Vicinity was, Set<Unit.Id> after, Vicinity is) {
        Set<Unit.Id> near = new TreeSet<>(is.around(after, 2));
        was.around(before, 2).forEach(id -> near.add(paths.after(id).orElse(id)));
        if (!request.scan().project().overlay().isWhole()) {
            near.addAll(is.mentioning(after));
        }
        return near;
    }

    private Map<Unit.Id, TouchedLines> touched(Function<FileChange, Optional<String>> side,
            Function<ChangedLines, TouchedLines> lines, Vicinity files) {
        Map<Unit.Id, TouchedLines> touched = new TreeMap<>();
        for (FileChange file : request.change().files()) {
            side.apply(file).map(Unit.Id::at).filter(files.all()::contains)
                .ifPresent(id -> touched.put(id, lines.apply(file.lines())));
        }
        return touched;
    }

    /** The same files as base calls them; those that the change deleted stand under the path they had. */
    private Set<Unit.Id> translated(Set<Unit.Id> units) {
        return units.stream().flatMap(id -> paths.before(id).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Unit.Id> known(Set<Unit.Id> units, Program program) {
        Set<Unit.Id> there = Set.copyOf(program.units());
        return units.stream().filter(there::contains).toList();
    }

    private Review judged(Side before, Side after) {
        Compared compared = Compared.of(before, after, request.change());
        SortedMap<String, SortedSet<Integer>> changed = changedLines();
        Others others = others(after, changed);
        Policy policy = new Policy(request, paths, before,
            Stream.concat(after.suppressed(), others.silencing().suppressed().stream()).toList());
        Comparison comparison = policy.accepting(compared.comparison());
        Unmeasured unmeasured = Unmeasured.of(schedule.selection(), exposed(after));
        Score score = Score.of(comparison, compared.exposure(), request.humans().people(),
            unmeasured.others(schedule.ids()),
            rule -> request.scan().catalog().find(rule).orElseThrow().pack());
        List<Finding> introduced = comparison.introduced().stream().map(Introduced::finding).sorted().toList();
        Report head = Scan.report(request.scan(), schedule, after).joining(others);
        Report report = head.with(introduced, List.of(),
            new ReviewNotices(request.change(), request.settings(), before, after).of(head));
        return new Review(report, comparison, score, request.gate().decide(score, comparison), policy.debts(),
            policy.hidden(comparison), request.change().base().name(), request.change().head().name(),
            compared.exposure(), changed, policy.shown(others, changed), against(compared.exposure(), unmeasured));
    }

    /** What other tools say of the changed files; what they find elsewhere is the business of a full scan. */
    private Others others(Side after, SortedMap<String, SortedSet<Integer>> changed) {
        List<Unit.Id> units = after.units().stream().filter(id -> changed.containsKey(id.text())).toList();
        return Others.of(sources, request.scan(), after, units);
    }

    private SortedMap<String, SortedSet<Integer>> changedLines() {
        SortedMap<String, SortedSet<Integer>> changed = new TreeMap<>();
        for (FileChange file : request.change().files()) {
            SortedSet<Integer> lines = new TreeSet<>(file.lines().added());
            lines.addAll(file.lines().moved());
            file.after().filter(path -> !lines.isEmpty())
                .ifPresent(path -> changed.put(path, Collections.unmodifiableSortedSet(lines)));
        }
        return Collections.unmodifiableSortedMap(changed);
    }

    /** Files of head that have lines to be scored. */
    private Set<Path> exposed(Side after) {
        Set<String> changed = changedLines().keySet();
        return after.units().stream().filter(id -> changed.contains(id.text())).map(Unit.Id::path)
            .collect(Collectors.toSet());
    }

    private List<String> against(Exposure exposure, Unmeasured unmeasured) {
        return Stream.of(Stream.of(request.humans().sentence(exposure)).filter(sentence -> !sentence.isEmpty()),
            request.humans().caveats(exposure).stream(), unmeasured.sentences().stream())
            .flatMap(sentences -> sentences).toList();
    }
}
