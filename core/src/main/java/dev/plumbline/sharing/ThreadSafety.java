package dev.plumbline.sharing;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which types bear being used by many threads: {@code types.txt}, and what a class of the program shows. */
public final class ThreadSafety {

    private static final String FILE = "types.txt";
    private static final int DEEPEST = 3;

    /** Collections of the program's own: {@code ConcurrentHashSet}, {@code SynchronizedLruCache}. */
    private static final Pattern SAYS_SO = Pattern.compile("(Concurrent|CopyOnWrite|Synchronized|ThreadSafe)[A-Z]\\w*");

    /** Stands for whatever class a wrapper has that locks. */
    private static final ClassName SAFE = ClassName.of("java.util.concurrent.ConcurrentHashMap");
    private static final Set<String> SAFE_FACTORIES = Set.of("java.util.Collections", "com.google.common.collect.Sets",
        "com.google.common.collect.Maps", "com.google.common.collect.Multimaps", "com.google.common.collect.Queues");
    private static final Set<ClassName> PLAIN = Set.of(ClassName.OBJECT, ClassName.of("java.lang.Record"));

    private final Program program;
    private final Map<String, String> words = new HashMap<>();

    ThreadSafety(Program program) {
        this.program = program;
        try (var in = new BufferedReader(
            new InputStreamReader(ThreadSafety.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("The class path of Plumbline lacks " + FILE, e);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ");
        words.put(parts[1], parts[0]);
    }

    /** Many threads may use one object at a time, by its documentation, its name, or because it never changes. */
    public boolean isSafe(ClassName type) {
        return is(type, Set.of("safe")) || SAYS_SO.matcher(type.simple()).matches() || isFixed(type);
    }

    /** Using one object from two threads at a time breaks it, as its documentation says; a subclass may differ. */
    public boolean isUnsafe(ClassName type) {
        return !program.owns(type) && is(type, Set.of("unsafe")) && !isSafe(type);
    }

    /** Objects never change: by the list, an enum, or a class whose fields are all final and of such types. */
    public boolean isFixed(ClassName type) {
        return isFixed(type, DEEPEST);
    }

    /**
     * The classes whose constructors make what a field holds, as far as its own class says; empty when something else
     * may be written to it. What a wrapper that locks returns counts as a concurrent collection.
     */
    public Set<ClassName> made(ClassHeader owner, String field) {
        List<Optional<ClassName>> all = written(owner, field);
        return all.stream().allMatch(Optional::isPresent)
            ? all.stream().map(Optional::get).collect(Collectors.toUnmodifiableSet())
            : Set.of();
    }

    /**
     * Whether the class itself makes what the field holds, and nothing that bears many threads. What comes from
     * elsewhere, or from code that does not compile, may.
     */
    public boolean isMadeUnsafe(ClassHeader owner, String field) {
        List<ClassName> made = written(owner, field).stream().flatMap(Optional::stream).toList();
        return !made.isEmpty() && made.stream().noneMatch(this::isSafe);
    }

    private List<Optional<ClassName>> written(ClassHeader owner, String field) {
        return program.code(owner.name()).stream()
            .flatMap(type -> type.methods().stream())
            .flatMap(method -> method.fields().stream()
                .filter(access -> access.isWrite() && access.field().name().equals(field)
                    && access.field().owner().equals(owner.name()))
                .flatMap(access -> method.origins().inputs(access.value()).stream())
                .filter(value -> !value.equals(Origin.NULL))
                .map(value -> constructed(method, value)))
            .toList();
    }

    private static Optional<ClassName> constructed(MethodCode method, Origin value) {
        return method.constructorOf(value).map(call -> call.target().owner())
            .or(() -> value.is("call") ? value.site().flatMap(method::call).filter(ThreadSafety::wrapsOrMakesSafe)
                .map(call -> SAFE) : Optional.empty());
    }

    /** {@code Collections.synchronizedMap(map)}, {@code Sets.newConcurrentHashSet()}. */
    private static boolean wrapsOrMakesSafe(Call call) {
        return SAFE_FACTORIES.stream().anyMatch(type -> call.target().owner().dotted().equals(type))
            && (call.name().startsWith("synchronized") || call.name().startsWith("newConcurrent"))
            || call.target().owner().equals(SAFE) && call.name().equals("newKeySet");
    }

    private boolean isFixed(ClassName type, int depth) {
        if (is(type, Set.of("fixed"))) {
            return true;
        }
        Optional<ClassHeader> header = program.index().find(type).filter(found -> program.owns(type));
        return depth > 0 && header.isPresent() && !header.get().isInterface()
            && (header.get().isEnum() || header.get().fields().stream()
                .filter(field -> !field.isStatic())
                .allMatch(field -> field.isFinal() && isFixed(field, depth - 1)))
            && header.get().superclass().filter(parent -> !PLAIN.contains(parent) && !isFixed(parent, depth - 1))
                .isEmpty();
    }

    private boolean isFixed(FieldHeader field, int depth) {
        return field.type().length() == 1
            || !field.type().startsWith("[") && Descriptor.classIn(field.type())
                .filter(type -> isFixed(type, depth))
                .isPresent();
    }

    private boolean is(ClassName type, Set<String> word) {
        return program.index().ancestors(type).stream().anyMatch(known -> word.contains(wordOf(known, type)));
    }

    /** A whole package is meant with its classes; to implement one of its interfaces makes nothing safe. */
    private String wordOf(ClassName known, ClassName asked) {
        String own = words.get(known.dotted());
        boolean isMeant = known.equals(asked)
            || program.index().find(known).filter(header -> !header.isInterface()).isPresent();
        return own != null || !isMeant ? String.valueOf(own) : words.getOrDefault(known.packageName() + ".*", "");
    }
}
