package dev.plumbline.framework;

import dev.plumbline.compile.Compilation;
import dev.plumbline.compile.InMemoryCompiler;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of one source file, over libraries that are named as the real ones and as small as can be. */
public final class Sample implements AutoCloseable {

    private static final Pattern TYPE = Pattern.compile("(?:class|interface|@interface) (\\w+)");

    private final Path folder;
    private final Program program;

    private Sample(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * @param source the program, one file
     * @param libraries one type each, its package first: {@code a.b; public @interface C {}}
     */
    public static Sample of(String source, String... libraries) {
        try {
            Path folder = Files.createTempDirectory("plumbline-sample");
            Path jar = Files.createDirectories(folder.resolve("libraries"));
            write(jar, libraries);
            Path sources = Files.createDirectories(folder.resolve("src"));
            Files.writeString(sources.resolve("Sample.java"), source);
            Module module = new Module("sample", List.of(sources), List.of(), List.of(jar), 17);
            return new Sample(folder, Program.open(new Project(sources, List.of(module), List.of()), 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String... libraries) throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String library : libraries) {
            Matcher type = TYPE.matcher(library);
            if (!type.find()) {
                throw new AssertionError("no type in " + library);
            }
            String packageName = library.substring(0, library.indexOf(';'));
            sources.put(packageName.replace('.', '/') + "/" + type.group(1) + ".java", "package " + library);
        }
        Compilation compiled = InMemoryCompiler.compile(sources, List.of(), 17);
        if (!compiled.problems().isEmpty()) {
            throw new AssertionError(compiled.problems());
        }
        for (Map.Entry<ClassName, byte[]> type : compiled.classes().entrySet()) {
            Path file = folder.resolve(type.getKey().internal() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, type.getValue());
        }
    }

    public Program program() {
        return program;
    }

    /** The only method of that name in a class. */
    public MethodRef method(String type, String name) {
        return program.index()
            .find(ClassName.of(type))
            .orElseThrow()
            .methods()
            .stream()
            .filter(method -> method.name().equals(name))
            .map(method -> new MethodRef(ClassName.of(type), name, method.descriptor()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no " + name));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
