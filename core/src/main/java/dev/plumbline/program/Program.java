package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Returned;
import dev.plumbline.bytecode.Surroundings;
import dev.plumbline.bytecode.Thrown;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Rung;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import dev.plumbline.project.Project;
import dev.plumbline.source.Outline;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All code of a project, joined: the one door to text, class files, headers and summaries. Safe for many threads.
 * Once it is closed its texts can still be read, its code no more.
 */
public final class Program implements AutoCloseable {

    private final Project project;
    private final boolean part;
    private final Workers workers;
    private final Inventory inventory;
    private final Models models = Models.shipped();
    private final List<ClassHeader> headers;
    private final CallGraph graph;
    private final FieldUsers fieldUsers;
    private final Components components;
    private final Summaries<Basics> basics;
    private final ClassReading classes;
    private final EntryFacts entryFacts = new EntryFacts();
    private final Map<SummaryKind<?>, Summaries<?>> summaries = new HashMap<>();
    private final Map<Path, SourceFile> places = new HashMap<>();

    private Program(Project project, Focus focus, Function<Workers, Inventory> take, int threads) {
        this.project = project;
        part = focus.isPart();
        workers = Workers.of(threads);
        inventory = take.apply(workers);
        headers = inventory.owned().stream().flatMap(name -> index().find(name).stream()).toList();
        classes = ClassReading.of(index(), new Known());
        graph = CallGraph.of(index(), headers, classes, workers);
        fieldUsers = FieldUsers.of(index(), headers, classes, workers, this::owns);
        components = Components.of(graph.edges(), asked(focus));
        basics = new Summaries<>(Basics.KIND, this, graph);
        basics.fill(components, classes, workers);
        entryFacts.fill(graph, components, classes);
    }

    /** @param threads how many threads may work on it */
    public static Program open(Project project, int threads) {
        return open(project, Focus.none(), threads);
    }

    /** A part of a project; the rest of it is known as libraries are. */
    public static Program open(Project project, Focus focus, int threads) {
        return new Program(project, focus, workers -> Inventory.of(project, focus, workers), threads);
    }

    /**
     * Another revision of a project that is open already.
     *
     * @param isSame which files both have under the same path with the same text: they are not compiled twice
     */
    public static Program beside(Program other, Project project, Focus focus, Predicate<Unit.Id> isSame, int threads) {
        return new Program(project, focus,
            workers -> Inventory.beside(other.inventory, project, focus, isSame, workers), threads);
    }

    /** The methods whose facts, and the facts of what they call, can be asked for: those of the core and callers. */
    private BitSet asked(Focus focus) {
        BitSet asked = new BitSet();
        if (!focus.isPart()) {
            asked.set(0, graph.methods().size());
            return asked;
        }
        for (int i = 0; i < graph.methods().size(); i++) {
            asked.set(i, unitOf(graph.methods().get(i).owner()).filter(focus.core()::contains).isPresent());
        }
        return graph.calling(asked);
    }

    /** Whether only a part of the project was opened. */
    public boolean isPart() {
        return part;
    }

    public ClassIndex index() {
        return inventory.index();
    }

    /** All source files, in order of their paths. */
    public List<Unit.Id> units() {
        return List.copyOf(inventory.rungs().keySet());
    }

    public SortedMap<Unit.Id, Rung> rungs() {
        return inventory.rungs();
    }

    /** What a file declares; empty for a file that is not of this program. */
    public Optional<Outline> outline(Unit.Id id) {
        return inventory.outline(id);
    }

    /** Lines that are not blank, by file. */
    public SortedMap<Unit.Id, Integer> linesOfCode() {
        return inventory.linesOfCode();
    }

    /** Made at each call, for the calling thread alone: to be used and dropped. */
    public Unit unit(Unit.Id id) {
        List<ClassFile> own = inventory.classes(id).stream().flatMap(name -> classes.fresh(name).stream()).toList();
        return new Unit(id, this, () -> source(id), own, inventory.rungs().get(id));
    }

    /** The text of a file, by its path in the report. */
    public Optional<String> text(Path path) {
        Unit.Id id = new Unit.Id(path);
        return inventory.tree().find(id).map(entry -> source(id).text());
    }

    /** The headers of the project's own classes, in order of their names. */
    public List<ClassHeader> classes() {
        return headers;
    }

    /** Whether the class is the project's own, not a dependency's. */
    public boolean owns(ClassName type) {
        return inventory.owns(type);
    }

    /** The unit a class of the project was compiled from. */
    public Optional<Unit.Id> unitOf(ClassName type) {
        return inventory.unitOf(type);
    }

    /** The code of a method of the project, for the calling thread alone: flow facts belong to one thread. */
    public Optional<MethodCode> method(MethodRef ref) {
        return owns(ref.owner()) && !isBroken(ref)
            ? classes.fresh(ref.owner()).flatMap(type -> type.method(ref.name(), ref.descriptor()))
            : Optional.empty();
    }

    /** A class of the project with its code, for the calling thread alone. */
    public Optional<ClassFile> code(ClassName type) {
        return owns(type) ? classes.fresh(type) : Optional.empty();
    }

    /** Whether the method does not compile, so that its code says nothing of what was meant. */
    public boolean isBroken(MethodRef method) {
        return inventory.isBroken(method);
    }

    /** The methods of a file that do not compile. */
    public Set<MethodRef> broken(Unit.Id id) {
        return inventory.broken().stream()
            .filter(method -> unitOf(method.owner()).filter(id::equals).isPresent())
            .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the file had to be compiled here and did not compile as it is: what rules see of it is a guess. */
    public boolean isGuessed(Unit.Id id) {
        return inventory.isGuessed(id);
    }

    public CallGraph calls() {
        return graph;
    }

    /** The fact for a called method: joined over its targets in the program, or the library's. */
    @SuppressWarnings("unchecked")
    public <S> S summary(SummaryKind<S> kind, MethodRef called) {
        Summaries<?> table;
        synchronized (summaries) {
            table = summaries.get(kind);
            if (table == null) {
                Summaries<S> filled = new Summaries<>(kind, this, graph);
                filled.fill(components, classes, workers);
                summaries.put(kind, filled);
                table = filled;
            }
        }
        return ((Summaries<S>) table).of(called);
    }

    /** Locks that every caller holds, in the method's own words; empty when some caller is not known. */
    public Set<Lock> locksAtEntry(MethodRef method) {
        return entryFacts.heldAtEntry(method);
    }

    /** The methods in other files that use a field, in order; the field named by the class that declares it. */
    public Set<MethodRef> usersElsewhere(FieldRef field) {
        return fieldUsers.of(field);
    }

    /** What the library models say of methods. */
    public Models models() {
        return models;
    }

    /** Maps over a list on the program's threads, results in the order of the list. */
    public <T, R> List<R> inParallel(List<T> items, Function<? super T, ? extends R> function) {
        return workers.map(items, function);
    }

    @Override
    public void close() {
        classes.forget();
        index().close();
    }

    public List<Notice> notices() {
        List<Notice> all = new ArrayList<>(project.notices());
        for (Collection<Notice> some : List.of(inventory.notices(), index().notices(), classes.notices())) {
            all.addAll(some);
        }
        return all.stream().distinct().sorted().toList();
    }

    private SourceFile source(Unit.Id id) {
        try {
            byte[] bytes = inventory.tree().read(inventory.tree().find(id).orElseThrow());
            return SourceFile.of(id.path(), bytes);
        } catch (IOException e) {
            // Noted when the outline was made; an empty text has no findings.
            return SourceFile.of(id.path(), new byte[0]);
        }
    }

    /** What the methods of this program know of each other. */
    private final class Known implements Surroundings {

        @Override
        public ClassIndex index() {
            return inventory.index();
        }

        @Override
        public Thrown thrownBy(MethodRef callee) {
            return basics.of(callee).thrown();
        }

        @Override
        public Returned returnedBy(MethodRef callee) {
            return basics.of(callee).returned();
        }

        @Override
        public Set<Lock> heldAtEntry(MethodRef method) {
            return entryFacts.heldAtEntry(method);
        }

        @Override
        public Place place(ClassName type, int line, String word) {
            Optional<Unit.Id> id = unitOf(type);
            if (id.isEmpty()) {
                return new Place(Path.of(type.outermost().internal() + ".java"), line, 1, line, 1);
            }
            synchronized (places) {
                return places.computeIfAbsent(id.get().path(), path -> source(id.get())).place(line, word);
            }
        }
    }
}
