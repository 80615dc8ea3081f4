package dev.plumbline.program;

import dev.plumbline.bytecode.CallLines;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.source.Outline;
import dev.plumbline.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether class files come from another text than the one at hand. File times are not asked: they differ from machine
 * to machine. Two looks that need no syntax tree go over every file: what it calls on which lines, and which names it
 * declares; where a name is missing the tree decides.
 */
record StaleClasses(ClassIndex index) {

    /** So many calls may stand elsewhere without a doubt: generators write some. */
    private static final int FEW_CALLS = 2;

    /** The first sign that the classes are older than the text, as a clause; empty when there is none. */
    Optional<String> sign(SourceFile source, Outline outline, List<ClassName> classes) {
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        return movedCall(outline, source, classes)
            .or(() -> lacksMethod(outline, classes) ? missingMethod(source, classes) : Optional.empty());
    }

    /** A call that the class files make on a line whose text does not; a generator adds its own by its annotation. */
    private Optional<String> movedCall(Outline outline, SourceFile source, List<ClassName> classes) {
        List<CallLines> calls = classes.stream()
            .flatMap(name -> index.bytes(name).stream())
            .flatMap(bytes -> CallLines.in(bytes, name -> name.equals("<init>") || outline.methods().containsKey(name))
                .stream())
            .toList();
        List<CallLines> moved = calls.stream().filter(call -> isElsewhere(call, source.line(call.line()))).toList();
        return moved.size() > Math.max(FEW_CALLS, calls.size() / 10)
            ? Optional.of("line " + moved.get(0).line() + " does not call " + moved.get(0).name())
            : Optional.empty();
    }

    private static boolean isElsewhere(CallLines call, String line) {
        return !line.contains(call.name()) && !line.contains("@");
    }

    private boolean lacksMethod(Outline outline, List<ClassName> classes) {
        Map<String, Integer> compiled = new HashMap<>();
        for (ClassName name : classes) {
            for (MethodHeader method : index.find(name).map(ClassHeader::methods).orElse(List.of())) {
                compiled.merge(method.name(), 1, Integer::sum);
            }
        }
        return outline.methods().entrySet().stream()
            .anyMatch(declared -> compiled.getOrDefault(declared.getKey(), 0) < declared.getValue());
    }

    private Optional<String> missingMethod(SourceFile source, List<ClassName> classes) {
        ClassReading reading = ClassReading.of(index, Unknowing.over(index));
        return source.tree().flatMap(unit -> Join.of(source, TypeNames.of(unit, index),
            classes.stream().flatMap(name -> reading.fresh(name).stream()).toList()).staleness());
    }
}
