package dev.plumbline.bytecode;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How what is raised spreads over the rows that protect an instruction: each row in turn takes what its class can
 * match, and what it surely catches goes no further.
 */
final class Catching {

    private static final ClassName THROWABLE = ClassName.of("java.lang.Throwable");
    private static final ClassName EXCEPTION = ClassName.of("java.lang.Exception");
    private static final ClassName RUNTIME = ClassName.of("java.lang.RuntimeException");

    /** What one row catches. */
    record Part(Row row, Raised raised) {
    }

    /** @param left what no row surely catches: it leaves the method */
    record Split(List<Part> parts, Raised left) {
    }

    private final ClassIndex index;

    Catching(ClassIndex index) {
        this.index = index;
    }

    Split split(Raised raised, List<Row> rows) {
        List<Part> parts = new ArrayList<>();
        Raised left = raised;
        for (Row row : rows) {
            if (left.isNothing()) {
                break;
            }
            Raised caught = caught(left, row);
            if (!caught.isNothing()) {
                parts.add(new Part(row, caught));
            }
            left = without(left, row);
        }
        return new Split(List.copyOf(parts), left);
    }

    private Raised caught(Raised raised, Row row) {
        if (row.caught().isEmpty() || isAlways(row.caught().get())) {
            return raised;
        }
        ClassName type = row.caught().get();
        SortedSet<ClassName> types = new TreeSet<>();
        for (ClassName thrown : raised.types()) {
            if (isSubtype(thrown, type) || mayBe(thrown, type, raised.hazard())) {
                types.add(thrown);
            } else if (isSubtype(type, thrown)) {
                types.add(type);
            }
        }
        boolean unchecked = raised.unchecked() && (catchesUnchecked(type) || mayBeUnchecked(type));
        return new Raised(raised.hazard(), types, unchecked, raised.anything());
    }

    private Raised without(Raised raised, Row row) {
        if (row.caught().isEmpty() || isAlways(row.caught().get())) {
            return Raised.NOTHING;
        }
        ClassName type = row.caught().get();
        SortedSet<ClassName> types = new TreeSet<>(raised.types());
        types.removeIf(thrown -> isSubtype(thrown, type));
        return new Raised(raised.hazard(), types, raised.unchecked() && !catchesUnchecked(type), raised.anything());
    }

    private boolean isSubtype(ClassName type, ClassName of) {
        return type.equals(of) || isAlways(of) || index.isSubtype(type, of);
    }

    private static boolean isAlways(ClassName type) {
        return type.equals(THROWABLE) || type.equals(ClassName.OBJECT);
    }

    /** An ancestor of one of them is not known: it could be the other. What the machine throws is known. */
    private boolean mayBe(ClassName thrown, ClassName caught, Hazard hazard) {
        return hazard == Hazard.EXPLICIT && (!index.isComplete(thrown) || !index.isComplete(caught));
    }

    private static boolean catchesUnchecked(ClassName type) {
        return type.equals(RUNTIME) || type.equals(EXCEPTION);
    }

    private boolean mayBeUnchecked(ClassName type) {
        return index.isSubtype(type, RUNTIME) || !index.isComplete(type);
    }
}
