package dev.plumbline.bytecode;

import dev.plumbline.finding.Place;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.batch.Main;

/** Compiled source text, and the world around it: every method throws what it declares. */
final class Snippet implements Surroundings {

    private static final ClassIndex JDK = ClassIndex.over(List.of(), Jdk.running());

    private final SortedMap<ClassName, byte[]> compiled;
    private final ClassIndex index;
    private final Map<String, Returned> returned = new HashMap<>();
    private final Map<String, Thrown> thrown = new HashMap<>();

    private Snippet(SortedMap<ClassName, byte[]> compiled) {
        this.compiled = compiled;
        this.index = JDK.with(compiled);
    }

    static Snippet javac(String source) {
        return compiled(source, arguments ->
            ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) == 0);
    }

    static Snippet ecj(String source) {
        PrintWriter out = new PrintWriter(System.err, true);
        return compiled(source, arguments ->
            new Main(out, out, false, Map.of(), null).compile(arguments.toArray(String[]::new)));
    }

    static List<Snippet> both(String source) {
        return List.of(javac(source), ecj(source));
    }

    Snippet returning(String method, String origin) {
        returned.put(method, new Returned(false, false, Optional.of(new Origin(origin))));
        return this;
    }

    Snippet throwing(String method, Hazard hazard) {
        thrown.put(method, new Thrown(hazard, Set.of()));
        return this;
    }

    List<ClassFile> classes() {
        return compiled.keySet().stream().map(this::type).toList();
    }

    byte[] bytes(ClassName name) {
        return compiled.get(name).clone();
    }

    ClassFile type(ClassName name) {
        ClassHeader header = index.find(name).orElseThrow();
        return ClassFile.read(compiled.get(name), header, this);
    }

    /** The only method of that name in any class. */
    MethodCode method(String name) {
        List<MethodCode> found = classes().stream()
            .flatMap(type -> type.methods().stream())
            .filter(method -> method.ref().name().equals(name))
            .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " is found " + found.size() + " times");
        }
        return found.get(0);
    }

    @Override
    public ClassIndex index() {
        return index;
    }

    @Override
    public Thrown thrownBy(MethodRef callee) {
        if (thrown.containsKey(callee.name())) {
            return thrown.get(callee.name());
        }
        Set<ClassName> declared = index.resolve(callee)
            .flatMap(method -> index.find(method.owner())
                .flatMap(header -> header.method(method.name(), method.descriptor())))
            .map(MethodHeader::exceptions)
            .map(Set::copyOf)
            .orElse(Set.of());
        return declared.isEmpty() ? new Thrown(Hazard.POSSIBLE, Set.of()) : new Thrown(Hazard.EXPLICIT, declared);
    }

    @Override
    public Returned returnedBy(MethodRef callee) {
        return returned.getOrDefault(callee.name(), Returned.UNKNOWN);
    }

    @Override
    public Set<Lock> heldAtEntry(MethodRef method) {
        return Set.of();
    }

    @Override
    public Place place(ClassName type, int line, String word) {
        return new Place(Path.of(type.outermost().internal() + ".java"), line, 1, line, 1 + word.length());
    }

    private static Snippet compiled(String source, Function<List<String>, Boolean> compiler) {
        try {
            Path folder = Files.createTempDirectory("snippet");
            Path file = Files.writeString(folder.resolve("Snippet.java"), source);
            List<String> arguments = List.of("-g", "-source", "17", "-target", "17", "-proc:none", "-nowarn", "-d",
                folder.toString(), file.toString());
            if (!compiler.apply(arguments)) {
                throw new AssertionError("the snippet does not compile: " + source);
            }
            return new Snippet(classesIn(folder));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SortedMap<ClassName, byte[]> classesIn(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        SortedMap<ClassName, byte[]> classes = new TreeMap<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(".class")) {
                String internal = name.substring(0, name.length() - ".class".length());
                classes.put(new ClassName(internal), Files.readAllBytes(file));
            }
            Files.delete(file);
        }
        return classes;
    }
}
