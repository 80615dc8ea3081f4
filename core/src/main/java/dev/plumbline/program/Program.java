package dev.plumbline.program;

import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** All code of a project, joined: the one door to text, class files, headers and summaries. Safe for many threads. */
public final class Program {

    /** @param threads how many threads may work on it */
    public static Program open(Project project, int threads) {
        throw new UnsupportedOperationException("stub");
    }

    public ClassIndex index() {
        throw new UnsupportedOperationException("stub");
    }

    /** All source files, in order of their paths. */
    public List<Unit.Id> units() {
        throw new UnsupportedOperationException("stub");
    }

    public SortedMap<Unit.Id, Rung> rungs() {
        throw new UnsupportedOperationException("stub");
    }

    /** Made anew at each call: the caller's to use and drop. */
    public Unit unit(Unit.Id id) {
        throw new UnsupportedOperationException("stub");
    }

    /** The headers of the project's own classes, in order of their names. */
    public List<ClassHeader> classes() {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether the class is the project's own, not a dependency's. */
    public boolean owns(ClassName type) {
        throw new UnsupportedOperationException("stub");
    }

    /** The unit a class of the project was compiled from. */
    public Optional<Unit.Id> unitOf(ClassName type) {
        throw new UnsupportedOperationException("stub");
    }

    /** The code of a method of the project. */
    public Optional<MethodCode> method(MethodRef ref) {
        throw new UnsupportedOperationException("stub");
    }

    public CallGraph calls() {
        throw new UnsupportedOperationException("stub");
    }

    /** The fact for a called method: joined over its targets in the program, or the library's. */
    public <S> S summary(SummaryKind<S> kind, MethodRef called) {
        throw new UnsupportedOperationException("stub");
    }

    /** Locks that every caller holds, in the method's own words; empty when some caller is not known. */
    public Set<Lock> locksAtEntry(MethodRef method) {
        throw new UnsupportedOperationException("stub");
    }

    /** What the library models say of a method. */
    public Models models() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Notice> notices() {
        throw new UnsupportedOperationException("stub");
    }
}
