package dev.plumbline.testkit;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The compiler of the JDK that runs the tests. All compilations share one file manager, one at a time: opening the
 * JDK and the jars anew for each snippet would take most of the time of a rule's tests.
 */
final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES =
        COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** @throws AssertionError with the compiler's messages when the sources do not compile */
    static synchronized void compile(List<Path> sources, Path classes, List<Path> classpath, int release) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of("-g", "-proc:none", "-nowarn", "--release", Integer.toString(release),
            "-d", classes.toString(),
            "-cp", classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        boolean compiled = COMPILER
            .getTask(null, FILES, problems, options, null, FILES.getJavaFileObjectsFromPaths(sources))
            .call();
        if (!compiled) {
            throw new AssertionError(problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(Javac::sentence)
                .collect(Collectors.joining("\n", "The snippet does not compile:\n", "")));
        }
    }

    private static String sentence(Diagnostic<? extends JavaFileObject> problem) {
        String file = problem.getSource() == null ? "" : Path.of(problem.getSource().toUri()).getFileName() + ":";
        return file + problem.getLineNumber() + " " + problem.getMessage(Locale.ROOT);
    }

    private Javac() {
    }
}
