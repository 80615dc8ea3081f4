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
    private final Set<MethodRef> broken = new HashSet<>();
    private final Set<Problem> problems = new TreeSet<>(ORDER);

    /** @return the file because of which nothing was compiled, if there was one */
    Optional<String> compile(Map<String, String> sources, INameEnvironment types, int release) {
        ICompilationUnit[] units = sources.entrySet().stream()
            .map(source -> new SourceText(source.getKey(), source.getValue()))
            .toArray(ICompilationUnit[]::new);
        LenientCompiler compiler = new LenientCompiler(types, Release.options(release), this::accept);
        compiler.compile(units);
        broken.addAll(compiler.broken());
        compiler.crashed().forEach(path -> add(path, "the compiler failed on this file, no method has code"));
        compiler.stoppedAt().forEach(path -> add(path, "the compiler failed on this file, it has no class"));
        return compiler.stoppedAt().stream().findFirst();
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
            classes.putIfAbsent(ClassName.of(new String(file.fileName())), file.getBytes());
        }
        CategorizedProblem[] errors = result.getErrors();
        for (CategorizedProblem error : errors == null ? new CategorizedProblem[0] : errors) {
            problems.add(new Problem(new String(result.getFileName()), error.getSourceLineNumber(),
                error.getMessage(), ProblemKinds.isUnresolved(error.getID())));
        }
    }
}
