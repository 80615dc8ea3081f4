package dev.plumbline.program;

import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Returned;
import dev.plumbline.bytecode.Surroundings;
import dev.plumbline.bytecode.Thrown;
import dev.plumbline.finding.Place;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.nio.file.Path;
import java.util.Set;

/** A world that knows classes and nothing of their methods. */
record TestSurroundings(ClassIndex index) implements Surroundings {

    @Override
    public Thrown thrownBy(MethodRef callee) {
        return new Thrown(Hazard.POSSIBLE, Set.of());
    }

    @Override
    public Returned returnedBy(MethodRef callee) {
        return Returned.UNKNOWN;
    }

    @Override
    public Set<Lock> heldAtEntry(MethodRef method) {
        return Set.of();
    }

    @Override
    public Place place(ClassName type, int line, String word) {
        return new Place(Path.of(type.outermost().internal() + ".java"), line, 1, line, 1);
    }
}
