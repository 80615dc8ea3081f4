package dev.plumbline.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Prints how often the outline agrees with the parser over sources jars, and how fast it is. Not part of the
 * build.
 */
public final class OutlineAgreement {

    private OutlineAgreement() {
    }

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            measure(Path.of(jar));
        }
    }

    private static void measure(Path jar) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".java")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    files.add(SourceFile.of(Path.of(entry.getName()), bytes));
                }
            }
        }
        files.forEach(file -> Outline.of(file.text()));
        long start = System.nanoTime();
        files.forEach(file -> Outline.of(file.text()));
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = files.stream()
            .mapToLong(file -> file.text().getBytes(StandardCharsets.UTF_8).length)
            .sum();
        int agree = 0;
        int parsed = 0;
        for (SourceFile file : files) {
            if (file.tree().isEmpty()) {
                System.out.println("  " + file.notices());
                continue;
            }
            parsed++;
            Outline mine = Outline.of(file.text());
            Outline theirs = fromTree(file);
            if (mine.equals(theirs)) {
                agree++;
            } else {
                System.out.println("  " + file.path() + "\n    " + mine + "\n    " + theirs);
            }
        }
        System.out.printf("%s: %d of %d files agree, %d MB, %.0f MB/s%n", jar.getFileName(), agree, parsed,
            bytes >> 20, bytes / seconds / 1e6);
    }

    private static Outline fromTree(SourceFile file) {
        TreeMap<String, Integer> methods = new TreeMap<>();
        file.all(MethodDeclaration.class).stream().filter(method -> method.getBody().isPresent())
            .forEach(method -> methods.merge(method.getNameAsString(), 1, Integer::sum));
        file.all(ConstructorDeclaration.class).forEach(made -> methods.merge("<init>", 1, Integer::sum));
        CompilationUnit unit = file.tree().orElseThrow();
        return new Outline(unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse(""),
            unit.getTypes().stream().map(NodeWithSimpleName::getNameAsString).toList(), methods);
    }
}
