package dev.plumbline.engine;

import dev.plumbline.bytecode.MethodCode;
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
            touched(unit, around(lines)));
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

    /** Lines of head that are new or moved, and those before which the change took something out. */
    private static BitSet around(ChangedLines lines) {
        BitSet touched = new BitSet();
        lines.hunks().forEach(hunk -> touched.set(hunk.beginAfter(),
            Math.max(hunk.endAfter(), hunk.beginAfter() + 1)));
        return touched;
    }

    private static Set<String> touched(Unit unit, BitSet lines) {
        return unit.classes().stream()
            .flatMap(type -> type.methods().stream())
            .filter(method -> meets(method, lines))
            .map(Subject::of)
            .collect(Collectors.toUnmodifiableSet());
    }

    /** The line before and the line after count, for a brace alone on its line has no instruction. */
    private static boolean meets(MethodCode method, BitSet touched) {
        BitSet own = method.lines();
        return !own.isEmpty()
            && touched.get(own.nextSetBit(0) - 1, own.length() + 1).cardinality() > 0;
    }
}
