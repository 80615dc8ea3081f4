package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One revision of a change, with what the rules found in a part of its files.
 *
 * @param units the files that the rules saw
 */
record Side(Inspection inspection, List<Unit.Id> units, Gathered gathered, Silencing silencing) {

    static Side of(Inspection inspection, Collection<Unit.Id> units, Schedule schedule, ScanRequest request) {
        List<Unit.Id> covered = units.stream().filter(request.covered()).sorted().toList();
        Gathered gathered = inspection.by(schedule, covered);
        return new Side(inspection, covered, gathered, Silencing.of(gathered,
            silence -> schedule.selection().isOn(silence.rule(), silence.place().file()), request.catalog()));
    }

    Program program() {
        return inspection.program();
    }

    /** Shown and suppressed ones: whether somebody wants silence says nothing of what is there. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(silencing.shown());
        silencing.suppressed().stream().map(Report.Suppressed::finding).forEach(all::add);
        return all.stream().sorted().toList();
    }

    Stream<Report.Suppressed> suppressed() {
        return silencing.suppressed().stream();
    }
}
