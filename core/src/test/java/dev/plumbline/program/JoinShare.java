package dev.plumbline.program;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.name.ClassName;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints how much of real code is joined. Not part of the build. Each argument is {@code
 * classes,sources,dependencies}: a jar or folder, a jar or folder, a folder of jars.
 */
public final class JoinShare {

    /** So many of so many. */
    private static final class Part {
        private int joined;
        private int all;

        private void add(int moreJoined, int more) {
            joined += moreJoined;
            all += more;
        }

        @Override
        public String toString() {
            double percent = 100.0 * joined / Math.max(1, all);
            return String.format(Locale.ROOT, "%d/%d (%.2f %%)", joined, all, percent);
        }
    }

    private final ClassIndex index;
    private final Map<String, List<ClassHeader>> classes = new TreeMap<>();
    private final Part methods = new Part();
    private final Part calls = new Part();
    private final Part lambdas = new Part();
    private final Part catches = new Part();
    private int stale;
    private int misfits;
    private long nanos;

    private JoinShare(Path jar, Path dependencies) throws IOException {
        List<Path> classpath = new ArrayList<>(List.of(jar));
        try (Stream<Path> all = Files.walk(dependencies)) {
            all.filter(path -> path.toString().endsWith(".jar")).sorted().forEach(classpath::add);
        }
        index = ClassIndex.over(classpath, Jdk.running());
        for (ClassName name : index.classesIn(jar)) {
            ClassHeader header = index.find(name).orElseThrow();
            String unit = name.packageName().replace('.', '/') + "/" + header.sourceFile().orElse("");
            classes.computeIfAbsent(unit, path -> new ArrayList<>()).add(header);
        }
    }

    public static void main(String[] triples) throws IOException {
        for (String triple : triples) {
            String[] paths = triple.split(",");
            JoinShare share = new JoinShare(Path.of(paths[0]), Path.of(paths[2]));
            Path sources = Path.of(paths[1]);
            if (Files.isDirectory(sources)) {
                share.measure(sources);
            } else {
                try (FileSystem zip = FileSystems.newFileSystem(sources)) {
                    share.measure(zip.getPath("/"));
                }
            }
            System.out.println(share.summary(Path.of(paths[0]).getFileName().toString()));
        }
    }

    private void measure(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                Path relative = Path.of(root.relativize(path).toString());
                measure(SourceFile.of(relative, Files.readAllBytes(path)));
            }
        }
    }

    private void measure(SourceFile source) {
        source.tree().ifPresent(tree -> {
            source.all(MethodCallExpr.class);
            String folder = tree.getPackageDeclaration().map(name -> name.getNameAsString()).orElse("");
            String unit = folder.replace('.', '/') + "/" + source.path().getFileName();
            TestSurroundings around = new TestSurroundings(index);
            List<ClassFile> files = classes.getOrDefault(unit, List.of()).stream()
                .map(header -> ClassFile.read(index.bytes(header.name()).orElseThrow(), header, around))
                .toList();
            long start = System.nanoTime();
            Join join = Join.of(source, TypeNames.of(tree, index), files);
            nanos += System.nanoTime() - start;
            count(source, join);
            files.forEach(type -> type.methods().forEach(method -> countHandlers(method, join)));
        });
    }

    private void count(SourceFile source, Join join) {
        Join.Share share = join.share();
        methods.add(share.joinedMethods(), share.methods());
        calls.add(share.joinedCalls(), share.calls());
        lambdas.add(share.joinedLambdas(), share.lambdas());
        join.staleness().ifPresent(problem -> {
            stale++;
            System.out.println("  stale " + source.path() + ": " + problem);
        });
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            List<Call> found = join.calls(call);
            if (found.isEmpty() || found.stream().anyMatch(one -> !takes(one, call.getArguments().size()))) {
                int line = call.getName().getBegin().orElseThrow().line;
                misfits += found.isEmpty() ? 0 : 1;
                System.out.println("  " + (found.isEmpty() ? "not joined " : "does not fit ") + source.path()
                    + ":" + line + " " + call.getNameAsString());
            }
        }
    }

    /** A call that was joined to a method with another number of parameters was joined wrongly. */
    private static boolean takes(Call call, int arguments) {
        List<String> types = call.target().descriptor().parameters();
        boolean variable = !types.isEmpty() && types.get(types.size() - 1).startsWith("[");
        return call.name().startsWith("access$") || types.size() == arguments
            || variable && arguments >= types.size() - 1;
    }

    private void countHandlers(MethodCode method, Join join) {
        if (join.source(method.ref()).isPresent()) {
            for (Handler handler : method.handlers()) {
                catches.add(join.source(method.ref(), handler).isPresent() ? 1 : 0, 1);
            }
        }
    }

    private String summary(String name) {
        return name + ": methods " + methods + ", calls " + calls + ", lambdas " + lambdas + ", catches "
            + catches + ", calls that do not fit " + misfits + ", stale files " + stale + ", "
            + nanos / 1_000_000 + " ms";
    }
}
