package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.batch.Main;

/** A text and the classes that a compiler made of it. */
record CompiledSource(SourceFile source, ClassIndex index, List<ClassFile> classes) {

    /** Which compiler. */
    enum Compiler {
        JAVAC, ECJ
    }

    static CompiledSource of(Compiler compiler, String text) throws IOException {
        Path folder = Files.createTempDirectory("plumbline");
        try {
            Path file = Files.writeString(folder.resolve("A.java"), text);
            String[] arguments =
                {"-g", "--release", "17", "-nowarn", "-d", folder.toString(), file.toString()};
            PrintWriter out = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            boolean compiled = compiler == Compiler.ECJ
                ? new Main(out, out, false, Map.of(), null).compile(arguments)
                : ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) == 0;
            if (!compiled) {
                throw new AssertionError("does not compile");
            }
            ClassIndex index = ClassIndex.over(List.of(folder), Jdk.running());
            List<ClassFile> classes = index.classesIn(folder).stream()
                .map(name -> ClassFile.read(index.bytes(name).orElseThrow(), index.find(name).orElseThrow(),
                    new TestSurroundings(index)))
                .toList();
            return new CompiledSource(parse(text), index, classes);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    Join join() {
        return joinWith(source);
    }

    /** The classes with another text. */
    Join joinWith(String text) {
        return joinWith(parse(text));
    }

    private Join joinWith(SourceFile other) {
        return Join.of(other, TypeNames.of(other.tree().orElseThrow(), index), classes);
    }

    List<MethodCode> methods() {
        return classes.stream().flatMap(type -> type.methods().stream()).toList();
    }

    private static SourceFile parse(String text) {
        return SourceFile.of(Path.of("A.java"), text.getBytes(StandardCharsets.UTF_8));
    }
}
