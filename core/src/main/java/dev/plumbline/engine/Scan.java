package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.program.Focus;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A scan from paths to a report. */
public final class Scan {

    /** The kind of notice that says so. */
    static final String NOTHING = "nothing-to-scan";

    private Scan() {
    }

    /**
     * <ol>
     * <li>open the program: names, class files, call graph, summaries;
     * <li>choose the rules and the files;
     * <li>one task per file, in parallel; then the rules that need all facts;
     * <li>what the code itself asks to be silent about is set apart;
     * <li>the report, sorted.
     * </ol>
     */
    public static Report run(ScanRequest request) {
        return run(request, List.of());
    }

    /** The same, and what other tools say of the same files. */
    public static Report run(ScanRequest request, List<FindingSource> sources) {
        request.progress().accept("reading classes and summaries");
        Inspection inspection = Inspection.of(request.project(), Focus.none(), request.threads());
        try (Program program = inspection.program()) {
            Schedule schedule = Schedule.of(request);
            request.progress().accept("files to analyse: " + program.units().size() + ", rules: " + schedule.size());
            Side side = Side.of(inspection, program.units(), schedule, request);
            Report report = report(request, schedule, side);
            return sources.isEmpty() ? report : report.joining(Others.of(sources, request, side, side.units()));
        }
    }

    static Report report(ScanRequest request, Schedule schedule, Side side) {
        Program program = side.program();
        Silencing silencing = side.silencing();
        List<Notice> notices = new ArrayList<>(program.notices());
        notices.addAll(side.gathered().notices());
        notices.addAll(silencing.notices());
        SortedMap<String, Rung> files = new TreeMap<>();
        SortedMap<Unit.Id, Integer> linesOfCode = program.linesOfCode();
        int lines = 0;
        for (Unit.Id id : side.units()) {
            files.put(id.text(), program.rungs().get(id));
            lines += linesOfCode.get(id);
        }
        schedule.unseen(files).ifPresent(notices::add);
        if (side.units().isEmpty() && notices.stream().noneMatch(notice -> notice.kind().equals(NOTHING))) {
            notices.add(Notice.incomplete(NOTHING,
                "No Java source file was found; name a project folder, a source folder, or a jar with its"
                    + " sources jar."));
        }
        List<Finding> shown = silencing.shown().stream().sorted().toList();
        return new Report(Version.current(), request.catalog(), schedule.ids(), shown, silencing.suppressed(),
            notices.stream().distinct().sorted().toList(), files, lines, program::text, List.of(),
            schedule.selection(), List.of());
    }
}
