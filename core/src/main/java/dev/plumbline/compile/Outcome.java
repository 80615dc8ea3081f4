package dev.plumbline.compile;

import dev.plumbline.compile.Compilation.Problem;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;

/** Collects what one call of the compiler, or several, made of the sources. */
final class Outcome {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::path)
        .thenComparingInt(Problem::line)
        .thenComparing(Problem::message)
        .thenComparing(Problem::unresolved);

    private final Map<ClassName, byte[]> classes = new TreeMap<>();
    private final Map<ClassName, String> files = new TreeMap<>();
    private final Map<String, Set<String>> unresolved = new TreeMap<>();
    private final Map<String, Set<String>> missingFields = new TreeMap<>();
    private final Set<String> standIns;
    private final Set<MethodRef> broken = new HashSet<>();
    private final Set<Problem> problems = new TreeSet<>(ORDER);

    Outcome() {
        this(Set.of());
    }

    /** @param standIns simple names of the types among the sources that were made up */
    Outcome(Set<String> standIns) {
        this.standIns = standIns;
    }

    /** @return the file because of which nothing was compiled, if there was one */
    Optional<String> compile(Map<String, String> sources, INameEnvironment types, int release) {
        ICompilationUnit[] units = sources.entrySet().stream()
            .map(source -> new SourceText(source.getKey(), source.getValue()))
            .toArray(ICompilationUnit[]::new);
        LenientCompiler compiler = new LenientCompiler(types, Release.options(release), this::accept,
            standIns);
        compiler.compile(units);
        broken.addAll(compiler.broken());
        compiler.unresolved().forEach((path, names) -> unresolved.merge(path, new TreeSet<>(names), Outcome::union));
        missingFields.putAll(compiler.missingFields());
        compiler.crashed().forEach(path -> add(path, "the compiler failed on this file, no method has code"));
        compiler.stoppedAt().forEach(path -> add(path, "the compiler failed on this file, it has no class"));
        return compiler.stoppedAt().stream().findFirst();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        one.addAll(other);
        return one;
    }

    /** The names that were not found, by file. */
    Map<String, Set<String>> unresolved() {
        return unresolved;
    }

    /** Names of fields that stand-ins lack, by the type's name. */
    Map<String, Set<String>> missingFields() {
        return missingFields;
    }

    Map<ClassName, byte[]> classes() {
        return classes;
    }

    Map<ClassName, byte[]> classesOutside(Set<String> paths) {
        Map<ClassName, byte[]> others = new TreeMap<>(classes);
        others.keySet().removeIf(type -> paths.contains(files.get(type)));
        return others;
    }

    /** How many methods are broken, for the files that have any. */
    Map<String, Long> brokenByFile() {
        return broken.stream()
            .filter(method -> files.containsKey(method.owner()))
            .collect(Collectors.groupingBy(method -> files.get(method.owner()), TreeMap::new, Collectors.counting()));
    }

    /** Takes over the files in which fewer methods are broken there. What was said of the files stays true. */
    void improveBy(Outcome other) {
        Map<String, Long> before = brokenByFile();
        Map<String, Long> after = other.brokenByFile();
        Set<String> seen = new TreeSet<>(other.files.values());
        Set<String> better = new TreeSet<>();
        before.forEach((path, count) -> {
            if (seen.contains(path) && after.getOrDefault(path, 0L) < count) {
                better.add(path);
            }
        });
        broken.removeIf(method -> better.contains(files.getOrDefault(method.owner(), "")));
        classes.keySet().removeIf(type -> better.contains(files.get(type)));
        files.values().removeIf(better::contains);
        other.files.forEach((type, path) -> {
            if (better.contains(path) && !files.containsKey(type)) {
                files.put(type, path);
                classes.put(type, other.classes.get(type));
            }
        });
        other.broken.stream()
            .filter(method -> better.contains(other.files.getOrDefault(method.owner(), "")))
            .forEach(broken::add);
    }

    void abandoned(Collection<String> paths) {
        paths.forEach(path -> add(path, "the compiler failed on too many other files, it has no class"));
    }

    Compilation compilation() {
        // A local class inside a method that is lost never becomes one.
        Set<MethodRef> present = broken.stream()
            .filter(method -> classes.containsKey(method.owner()))
            .collect(Collectors.toCollection(TreeSet::new));
        return new Compilation(Collections.unmodifiableMap(classes), Collections.unmodifiableSet(present),
            List.copyOf(problems));
    }

    private void add(String path, String message) {
        problems.add(new Problem(path, 0, message, false));
    }

    private void accept(CompilationResult result) {
        for (ClassFile file : result.getClassFiles()) {
            ClassName name = ClassName.of(new String(file.fileName()));
            classes.putIfAbsent(name, file.getBytes());
            files.putIfAbsent(name, new String(result.getFileName()));
        }
        CategorizedProblem[] errors = result.getErrors();
        for (CategorizedProblem error : errors == null ? new CategorizedProblem[0] : errors) {
            problems.add(new Problem(new String(result.getFileName()), error.getSourceLineNumber(),
                error.getMessage(), ProblemKinds.isUnresolved(error.getID())));
        }
    }
}
