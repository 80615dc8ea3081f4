package dev.plumbline.program;

import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints how much of real code is joined. Not part of the build. Each argument is {@code classes,sources,dependencies}:
 * a jar or folder, a jar or folder, a folder of jars.
 */
public final class JoinShare {

    private final ClassIndex index;
    private final Map<String, List<ClassHeader>> classes = new TreeMap<>();
    private final int[] sums = new int[6];
    private int handlers;
    private int joinedHandlers;
    private int stale;
    private int misfits;
    private int shown;
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
                SourceFile source = SourceFile.of(Path.of(root.relativize(path).toString()), Files.readAllBytes(path));
                measure(source);
            }
        }
    }

    private void measure(SourceFile source) {
        source.tree().ifPresent(tree -> {
            source.all(MethodCallExpr.class);
            String folder = tree.getPackageDeclaration().map(name -> name.getNameAsString() + "/").orElse("/");
            String unit = folder.replace('.', '/') + source.path().getFileName();
            TestSurroundings around = new TestSurroundings(index);
            List<ClassFile> files = classes.getOrDefault(unit, List.of()).stream()
                .map(header -> ClassFile.read(index.bytes(header.name()).orElseThrow(), header, around))
                .toList();
            long start = System.nanoTime();
            Join join = Join.of(source, TypeNames.of(tree, index), files);
            nanos += System.nanoTime() - start;
            add(source, join, files);
        });
    }

    private void add(SourceFile source, Join join, List<ClassFile> files) {
        Join.Share share = join.share();
        int[] numbers = {share.methods(), share.joinedMethods(), share.calls(), share.joinedCalls(), share.lambdas(),
            share.joinedLambdas()};
        for (int at = 0; at < sums.length; at++) {
            sums[at] += numbers[at];
        }
        join.staleness().ifPresent(problem -> {
            stale++;
            System.out.println("  stale " + source.path() + ": " + problem);
        });
        for (ClassFile type : files) {
            for (MethodCode method : type.methods()) {
                for (Handler handler : join.source(method.ref()).isPresent() ? method.handlers() : List.<Handler>of()) {
                    handlers++;
                    if (join.source(method.ref(), handler).isPresent()) {
                        joinedHandlers++;
                    } else if (Boolean.getBoolean("show")) {
                        System.out.println("  catch " + source.path() + ":" + handler.line() + " " + handler.caught());
                    }
                }
            }
        }
        for (MethodCallExpr call : source.all(MethodCallExpr.class)) {
            int given = call.getArguments().size();
            join.calls(call).stream().filter(found -> !found.name().startsWith("access$"))
                .map(found -> found.target().descriptor().parameters())
                .filter(types -> types.size() != given
                    && (types.isEmpty() || !types.get(types.size() - 1).startsWith("[") || given < types.size() - 1))
                .forEach(types -> {
                    misfits++;
                    System.out.println("  misfit " + source.path() + ":" + call.getName().getBegin().get().line + " "
                        + call.getNameAsString() + types);
                });
        }
        if (Boolean.getBoolean("show")) {
            source.all(MethodCallExpr.class).stream().filter(call -> join.calls(call).isEmpty())
                .filter(call -> shown++ < 400)
                .forEach(
                    call -> System.out.println("  call " + source.path() + ":" + call.getName().getBegin().get().line
                        + " " + call.getNameAsString()));
            source.all(LambdaExpr.class).stream().filter(lambda -> join.code(lambda).isEmpty())
                .filter(call -> shown++ < 400)
                .forEach(
                    lambda -> System.out.println("  lambda " + source.path() + ":" + lambda.getBegin().get().line));
        }
    }

    private String summary(String name) {
        return String.format("%s: methods %s, calls %s, lambdas %s, catches %s; %d misfits; %d stale files; %d ms",
            name,
            part(sums[1], sums[0]), part(sums[3], sums[2]), part(sums[5], sums[4]), part(joinedHandlers, handlers),
            misfits, stale, nanos / 1_000_000);
    }

    private static String part(int joined, int all) {
        return String.format("%d/%d (%.2f %%)", joined, all, 100.0 * joined / all);
    }
}
