package dev.plumbline.engine;

import dev.plumbline.finding.Rung;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.revision.ChangedLines;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a change did to one file of head.
 *
 * @param added lines of code that the change added or edited; none in a generated file
 * @param unseen those among them that were not analysed
 * @param methods subjects of findings whose method the change touched
 */
record ChangedCode(Unit.Id id, Rung rung, BitSet added, BitSet unseen, Set<String> methods) {

    static ChangedCode of(Unit.Id id, Program program, ChangedLines lines) {
        Unit unit = program.unit(id);
        BitSet code = unit.source().codeLines();
        BitSet added = new BitSet();
        if (!unit.source().isGenerated()) {
            lines.added().forEach(added::set);
            added.and(code);
        }
        BitSet unseen = unit.rung() == Rung.SOURCE_ONLY ? (BitSet) added.clone() : broken(unit, program);
        unseen.and(added);
        return new ChangedCode(id, unit.rung(), added, unseen,
            touched(unit, TouchedLines.after(lines)));
    }

    int seen() {
        return added.cardinality() - unseen.cardinality();
    }

    private static BitSet broken(Unit unit, Program program) {
        BitSet lines = new BitSet();
        for (MethodRef method : new TreeSet<>(program.broken(unit.id()))) {
            unit.join().flatMap(join -> join.source(method)).map(unit.source()::place)
                .ifPresent(place -> lines.set(place.line(), place.endLine() + 1));
        }
        return lines;
    }

    private static Set<String> touched(Unit unit, TouchedLines lines) {
        return unit.classes().stream()
            .flatMap(type -> type.methods().stream())
            .filter(lines::meet)
            .map(Subject::of)
            .collect(Collectors.toUnmodifiableSet());
    }
}
