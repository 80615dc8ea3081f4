package dev.plumbline.engine;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files in which a change can introduce a finding: those it touched, and those that call methods it touched, for
 * what a method throws, returns or keeps open is seen by its callers.
 */
final class Scope {

    /** Callers of callers still see an exception or a leak; what is further away is the business of a full scan. */
    private static final int MOST_CALLS = 2;

    static SortedSet<Unit.Id> around(Map<Unit.Id, TouchedLines> changed, Program program) {
        SortedSet<Unit.Id> scope = new TreeSet<>(changed.keySet());
        List<MethodRef> methods = new ArrayList<>();
        changed.forEach((id, lines) -> {
            for (ClassFile type : program.unit(id).classes()) {
                type.methods().stream().filter(lines::meet).map(MethodCode::ref).forEach(methods::add);
            }
        });
        Set<MethodRef> seen = new TreeSet<>(methods);
        List<MethodRef> last = methods;
        for (int step = 0; step < MOST_CALLS; step++) {
            List<MethodRef> callers = new ArrayList<>();
            for (MethodRef method : last) {
                program.calls().callers(method).stream().filter(seen::add).forEach(callers::add);
            }
            callers.forEach(caller -> program.unitOf(caller.owner()).ifPresent(scope::add));
            last = callers;
        }
        return scope;
    }

    private Scope() {
    }
}
