package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.source.Suppressions.Suppression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What other tools found, under the same rules of silence as our own findings. */
record Others(List<OtherTool> tools, Silencing silencing, List<Notice> notices) {

    /** One of our rules declares that it says the same as one of theirs; then ours is shown. */
    private record Said(String rule, String path, int line) {
    }

    /** @param units the files to ask about */
    static Others of(List<FindingSource> sources, ScanRequest request, Side side, List<Unit.Id> units) {
        List<OtherTool> tools = new ArrayList<>();
        List<FindingSource.Reported> reported = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (FindingSource source : sources) {
            FindingSource.Findings findings = source.find(request.project(), side.program(), units);
            tools.addAll(findings.tools());
            reported.addAll(findings.found());
            notices.addAll(findings.notices());
        }
        List<OtherTool> merged = merged(tools);
        List<Found> found = found(unsaid(reported, side.findings(), request), side.program());
        Gathered gathered = new Gathered(found, List.of(), requests(side, merged, units));
        return new Others(merged, Silencing.of(gathered, silence -> true, request.catalog()),
            notices.stream().distinct().sorted().toList());
    }

    /** A tool may have been asked twice, as when each module has its own file. */
    private static List<OtherTool> merged(List<OtherTool> tools) {
        List<OtherTool> merged = new ArrayList<>();
        for (OtherTool tool : tools.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).id().equals(tool.id())) {
                OtherTool first = merged.get(last);
                Map<String, OtherRule> rules = new HashMap<>();
                tool.rules().forEach(rule -> rules.put(rule.id(), rule));
                first.rules().forEach(rule -> rules.put(rule.id(), rule));
                merged.set(last,
                    new OtherTool(first.name(), first.version(), first.uri(), List.copyOf(rules.values())));
            } else {
                merged.add(tool);
            }
        }
        return List.copyOf(merged);
    }

    private static List<FindingSource.Reported> unsaid(List<FindingSource.Reported> reported, List<Finding> ours,
            ScanRequest request) {
        Set<Said> said = new HashSet<>();
        RuleCatalog catalog = request.catalog();
        for (Finding finding : ours) {
            catalog.find(finding.rule()).ifPresent(card -> Arrays.stream(card.info().overlaps())
                .forEach(other -> said.add(said(other, finding.place()))));
        }
        Predicate<Unit.Id> covered = request.covered();
        return reported.stream()
            .filter(one -> covered.test(new Unit.Id(one.place().file())))
            .filter(one -> !said.contains(said(one.rule(), one.place())))
            .toList();
    }

    private static Said said(String rule, Place place) {
        return new Said(rule, place.path(), place.line());
    }

    private static List<Found> found(List<FindingSource.Reported> reported, Program program) {
        Map<Path, List<String>> lines = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (FindingSource.Reported one : reported) {
            List<String> text = lines.computeIfAbsent(one.place().file(),
                file -> program.text(file).map(all -> all.lines().toList()).orElse(List.of()));
            int line = one.place().line();
            found.add(new Found(one.rule(), one.severity(), one.confidence(), one.place(), one.message(), one.trace(),
                subject(one, program), line >= 1 && line <= text.size() ? text.get(line - 1) : ""));
        }
        return found;
    }

    /** Where a tool knows no class and method, the types of the file; of another file, its path. */
    private static String subject(FindingSource.Reported one, Program program) {
        return one.subject().isEmpty() ? program.outline(new Unit.Id(one.place().file()))
            .map(outline -> outline.packageName() + "." + String.join(",", outline.types()))
            .orElseGet(() -> one.place().path()) : one.subject();
    }

    /** What the files ask of tools that ran. */
    private static List<Suppression> requests(Side side, List<OtherTool> tools, List<Unit.Id> units) {
        Set<String> paths = new HashSet<>();
        units.forEach(id -> paths.add(id.text()));
        return side.gathered().suppressions().stream()
            .filter(request -> tools.stream().anyMatch(tool -> tool.owns(request.rule())))
            .filter(request -> paths.contains(request.place().path()))
            .toList();
    }
}
