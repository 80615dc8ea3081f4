package dev.plumbline.program;

import dev.plumbline.compile.Compilation;
import dev.plumbline.compile.InMemoryCompiler;
import dev.plumbline.compile.Neighbours;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.project.Project;
import dev.plumbline.source.Outline;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which source files and classes there are, which belong together, and the rung each file stands on:
 *
 * <ol>
 * <li>an outline of every file, and the classes of every module;
 * <li>a file whose classes do not come from its text is stale (see {@link StaleClasses});
 * <li>files without fresh classes are compiled in memory, and their classes go before all others;
 * <li>what is left has its text alone.
 * </ol>
 */
final class Inventory {

    /** What was seen of one file. */
    private record Seen(SourceTexts.Entry entry, Outline outline, int linesOfCode, List<Notice> notices) {
    }

    /** Another revision of the same project. */
    private record Twin(Inventory inventory, Predicate<Unit.Id> isSame) {

        Optional<Seen> seen(Unit.Id id) {
            return isSame.test(id)
                ? Optional.ofNullable(inventory.seen.get(id))
                : Optional.empty();
        }
    }

    private final Optional<Twin> twin;
    private final SourceTexts tree;
    private final List<Seen> files;
    private final Map<Unit.Id, Seen> seen = new HashMap<>();
    private final Map<ClassName, byte[]> borrowed = new HashMap<>();
    private final Map<ClassName, Unit.Id> unitByType = new HashMap<>();
    private final SortedMap<Unit.Id, List<ClassName>> classesByUnit = new TreeMap<>();
    private final SortedMap<Unit.Id, Rung> rungs = new TreeMap<>();
    private final Set<ClassName> owned = new LinkedHashSet<>();
    private final Set<MethodRef> broken = new HashSet<>();
    private final Set<Unit.Id> guessed = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private ClassIndex index;

    private Inventory(Project project, Focus focus, Optional<Twin> twin, Workers workers) {
        this.twin = twin;
        tree = SourceTexts.of(project);
        notices.addAll(tree.notices());
        files = workers.map(tree.entries().stream().filter(entry -> focus.has(entry.id())).toList(), this::see);
        files.forEach(file -> notices.addAll(file.notices()));
        files.forEach(file -> seen.put(file.entry().id(), file));
        Set<Path> classpath = new LinkedHashSet<>();
        project.modules().forEach(module -> classpath.addAll(module.classes()));
        project.modules().forEach(module -> classpath.addAll(module.classpath()));
        index = ClassIndex.over(List.copyOf(classpath), Jdk.running());
        assignTypes();
        assignClasses(project, focus);
        List<Seen> lacking = lacking(workers);
        compile(lacking, List.copyOf(classpath), neighbours(focus));
        files.forEach(file -> classesByUnit.computeIfPresent(file.entry().id(), (id, names) -> {
            Collections.sort(names);
            return names;
        }));
    }

    static Inventory of(Project project, Focus focus, Workers workers) {
        return new Inventory(project, focus, Optional.empty(), workers);
    }

    /** What the other has seen and compiled of the same files is not done again. */
    static Inventory beside(Inventory other, Project project, Focus focus, Predicate<Unit.Id> isSame,
            Workers workers) {
        return new Inventory(project, focus, Optional.of(new Twin(other, isSame)), workers);
    }

    ClassIndex index() {
        return index;
    }

    SourceTexts tree() {
        return tree;
    }

    SortedMap<Unit.Id, Rung> rungs() {
        return Collections.unmodifiableSortedMap(rungs);
    }

    List<ClassName> classes(Unit.Id id) {
        return classesByUnit.getOrDefault(id, List.of());
    }

    Optional<Unit.Id> unitOf(ClassName type) {
        return Optional.ofNullable(unitByType.get(type.outermost()));
    }

    /** The project's own classes, those without a source file included, in order of their names. */
    List<ClassName> owned() {
        return owned.stream().sorted().toList();
    }

    /** Whether the method has errors, so that its code says nothing of what was meant. */
    boolean isBroken(MethodRef method) {
        return broken.contains(method);
    }

    Set<MethodRef> broken() {
        return broken;
    }

    /** Whether a file had to be compiled here and did not compile as it is. */
    boolean isGuessed(Unit.Id id) {
        return guessed.contains(id);
    }

    boolean owns(ClassName type) {
        return owned.contains(type);
    }

    Optional<Outline> outline(Unit.Id id) {
        return Optional.ofNullable(seen.get(id)).map(Seen::outline);
    }

    SortedMap<Unit.Id, Integer> linesOfCode() {
        SortedMap<Unit.Id, Integer> lines = new TreeMap<>();
        files.forEach(file -> lines.put(file.entry().id(), file.linesOfCode()));
        return lines;
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    private Seen see(SourceTexts.Entry entry) {
        Optional<Seen> known = twin.flatMap(other -> other.seen(entry.id()));
        if (known.isPresent()) {
            return new Seen(entry, known.get().outline(), known.get().linesOfCode(), known.get().notices());
        }
        try {
            SourceFile source = SourceFile.of(entry.id().path(), tree.read(entry));
            int lines = (int) source.text().lines().filter(line -> !line.isBlank()).count();
            return new Seen(entry, Outline.of(source.text()), lines, source.notices());
        } catch (IOException e) {
            String path = entry.id().text();
            return new Seen(entry, new Outline("", List.of(), new TreeMap<>()), 0,
                List.of(Notice.incomplete("unreadable-source", path,
                    path + " can not be read; check the file and its permissions.")));
        }
    }

    private void assignTypes() {
        for (Seen file : files) {
            for (ClassName type : types(file.outline())) {
                Unit.Id other = unitByType.putIfAbsent(type, file.entry().id());
                if (other != null) {
                    notices.add(Notice.incomplete("duplicate-class", file.entry().id().text(), file.entry().id().text()
                        + " declares " + type + " as " + other.text() + " does; scan the two apart."));
                }
            }
        }
    }

    private static List<ClassName> types(Outline outline) {
        String prefix = outline.packageName().isEmpty() ? "" : outline.packageName() + ".";
        return outline.types().stream().map(type -> ClassName.of(prefix + type)).toList();
    }

    private void assignClasses(Project project, Focus focus) {
        Set<Path> entries = new LinkedHashSet<>();
        project.modules().forEach(module -> entries.addAll(module.classes()));
        Set<ClassName> otherwise = otherwise();
        for (Path entry : entries) {
            for (ClassName type : index.classesIn(entry)) {
                boolean isOurs = !otherwise.contains(type.outermost())
                    && (!focus.isPart() || unitOf(type).isPresent());
                if (isOurs && owned.add(type)) {
                    unitOf(type).ifPresent(id -> classesByUnit.computeIfAbsent(id, key -> new ArrayList<>()).add(type));
                }
            }
        }
    }

    /** The types of files that the project does not read from the disk: their class files are another revision's. */
    private Set<ClassName> otherwise() {
        Set<ClassName> types = new HashSet<>();
        tree.replaced().forEach(entry -> types.addAll(types(see(entry).outline())));
        files.stream().filter(file -> file.entry().other().isPresent())
            .forEach(file -> types.addAll(types(file.outline())));
        return types;
    }

    /** The files that have no fresh classes; notes the stale ones. */
    private List<Seen> lacking(Workers workers) {
        List<Optional<String>> stale = workers.map(files, this::staleness);
        List<Seen> lacking = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Seen file = files.get(i);
            Unit.Id id = file.entry().id();
            if (twin.flatMap(other -> other.seen(id)).isPresent()) {
                borrow(twin.get().inventory(), id);
                continue;
            }
            boolean assigned = types(file.outline()).stream().allMatch(type -> id.equals(unitByType.get(type)));
            if (stale.get(i).isPresent()) {
                notices.add(Notice.note("stale-classes", "The class files of " + id.text() + " are older than its"
                    + " text (" + stale.get(i).get() + "); it was compiled in memory instead. Build the project to"
                    + " have the real ones."));
                classesByUnit.remove(id).forEach(owned::remove);
            }
            if (classesByUnit.containsKey(id)) {
                rungs.put(id, Rung.COMPILED);
            } else if (types(file.outline()).isEmpty() || !assigned || file.entry().module().release() == 0) {
                rungs.put(id, Rung.SOURCE_ONLY);
            } else {
                rungs.put(id, Rung.SOURCE_ONLY);
                lacking.add(file);
            }
        }
        return lacking;
    }

    /** Takes over what another revision has of a file. */
    private void borrow(Inventory other, Unit.Id id) {
        classesByUnit.getOrDefault(id, List.of()).forEach(owned::remove);
        classesByUnit.remove(id);
        if (other.classesByUnit.containsKey(id)) {
            classesByUnit.put(id, new ArrayList<>(other.classesByUnit.get(id)));
            owned.addAll(other.classesByUnit.get(id));
        }
        rungs.put(id, other.rungs.get(id));
        if (other.rungs.get(id) == Rung.COMPILED_IN_MEMORY) {
            other.classes(id).forEach(type -> other.index.bytes(type).ifPresent(bytes -> borrowed.put(type, bytes)));
        }
        if (other.guessed.contains(id)) {
            guessed.add(id);
            other.broken.stream().filter(method -> other.unitOf(method.owner()).filter(id::equals).isPresent())
                .forEach(broken::add);
        }
    }

    private Optional<String> staleness(Seen file) {
        if (twin.flatMap(other -> other.seen(file.entry().id())).isPresent()) {
            return Optional.empty();
        }
        try {
            SourceFile source = SourceFile.of(file.entry().id().path(), tree.read(file.entry()));
            return new StaleClasses(index).sign(source, file.outline(), classes(file.entry().id()));
        } catch (IOException e) {
            // Noted when the outline was made.
            return Optional.empty();
        }
    }

    private void compile(List<Seen> lacking, List<Path> classpath, Neighbours neighbours) {
        index = borrowed.isEmpty() ? index : index.with(borrowed);
        if (lacking.isEmpty()) {
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        int release = 17;
        for (Seen file : lacking) {
            release = Math.max(release, file.entry().module().release());
            try {
                texts.put(file.entry().id().text(),
                    SourceFile.of(file.entry().id().path(), tree.read(file.entry())).text());
            } catch (IOException e) {
                // Noted when the outline was made.
                continue;
            }
        }
        Compilation compilation = InMemoryCompiler.compile(texts, classpath, release, neighbours);
        index = index.with(compilation.classes());
        broken.addAll(compilation.broken());
        for (ClassName type : compilation.classes().keySet().stream().sorted().toList()) {
            unitOf(type).ifPresent(id -> {
                owned.add(type);
                classesByUnit.computeIfAbsent(id, key -> new ArrayList<>()).add(type);
                rungs.put(id, Rung.COMPILED_IN_MEMORY);
            });
        }
        noteProblems(compilation.problems());
    }

    /** The files outside of the focus. */
    private Neighbours neighbours(Focus focus) {
        Map<ClassName, Supplier<String>> texts = new HashMap<>();
        focus.others().forEach((type, id) -> tree.find(id).ifPresent(entry -> texts.put(type, () -> {
            try {
                return SourceFile.of(id.path(), tree.read(entry)).text();
            } catch (IOException e) {
                return ""; // then its type is not found, which is said of the file that needs it
            }
        })));
        return new Neighbours(texts, borrowed);
    }

    private void noteProblems(List<Compilation.Problem> problems) {
        Map<String, List<Compilation.Problem>> byFile = new TreeMap<>();
        problems.forEach(problem -> guessed.add(new Unit.Id(Path.of(problem.path()))));
        problems.forEach(problem -> byFile.computeIfAbsent(problem.path(), path -> new ArrayList<>()).add(problem));
        byFile.forEach((path, all) -> {
            Compilation.Problem first = all.get(0);
            String more = all.size() == 1 ? "" : " and " + (all.size() - 1) + " more";
            notices.add(Notice.incomplete("does-not-compile", path, path + ":" + first.line() + " does not compile ("
                + first.message() + ")" + more + "; methods with errors were analysed with guesses or not at"
                + " all. Build the project first, or give its dependencies with --classpath."));
        });
    }
}
