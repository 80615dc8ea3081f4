package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rung;
import dev.plumbline.program.Unit;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.FileChange;
import dev.plumbline.verdict.Comparison;
import dev.plumbline.verdict.Exposure;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The findings of two revisions side by side, and how much code the change touched. */
record Compared(Comparison comparison, Exposure exposure) {

    static Compared of(Side before, Side after, Change change) {
        Paths paths = new Paths(change);
        List<ChangedCode> changed = changed(after, change);
        Set<String> methods = changed.stream().flatMap(file -> file.methods().stream()).collect(Collectors.toSet());
        Comparison comparison = Matching.of(before.findings(), after.findings(), paths,
            finding -> methods.contains(finding.fingerprint().subject()),
            finding -> isComparable(finding, methods, before, after, paths));
        return new Compared(comparison, exposure(changed));
    }

    private static List<ChangedCode> changed(Side after, Change change) {
        List<ChangedCode> changed = new ArrayList<>();
        Set<Unit.Id> units = Set.copyOf(after.units());
        for (FileChange file : change.files()) {
            Optional<Unit.Id> id = file.after().map(Unit.Id::at).filter(units::contains);
            id.ifPresent(unit -> changed.add(ChangedCode.of(unit, after.program(), file.lines())));
        }
        return changed;
    }

    private static Exposure exposure(List<ChangedCode> changed) {
        Map<String, Integer> seen = new TreeMap<>();
        int unseen = 0;
        for (ChangedCode file : changed) {
            if (file.rung() != Rung.SOURCE_ONLY && file.seen() > 0) {
                seen.merge(layer(file.rung()), file.seen(), Integer::sum);
            }
            unseen += file.unseen().cardinality();
        }
        return new Exposure(new TreeMap<>(seen), unseen);
    }

    private static String layer(Rung rung) {
        return rung == Rung.COMPILED ? HumanChanges.CLASSES : HumanChanges.MEMORY;
    }

    /**
     * Whether base was seen as well as head where a finding stands. It was not when its file had to be guessed at
     * there and was compiled here: what is missing from base then may have been there all the time. Where both had to
     * be guessed at, one import more can make the difference, so only methods that the change touched are compared.
     */
    private static boolean isComparable(Finding finding, Set<String> methods, Side before, Side after, Paths paths) {
        Unit.Id id = new Unit.Id(finding.place().file());
        Optional<Unit.Id> twin = paths.before(id).filter(other -> before.program().rungs().containsKey(other));
        if (twin.isEmpty()) {
            return true;
        }
        String subject = finding.fingerprint().subject();
        boolean hadText = before.program().rungs().get(twin.get()) == Rung.SOURCE_ONLY;
        boolean hasText = after.program().rungs().get(id) == Rung.SOURCE_ONLY;
        boolean wasGuessed = before.program().isGuessed(twin.get());
        boolean isGuessed = after.program().isGuessed(id);
        return (hasText || !hadText) && (!wasGuessed || isGuessed && methods.contains(subject))
            && before.program().broken(twin.get()).stream().map(Subject::of).noneMatch(subject::equals);
    }
}
