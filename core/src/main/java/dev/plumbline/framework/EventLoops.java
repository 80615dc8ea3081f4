package dev.plumbline.framework;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.DataLine;
import dev.plumbline.program.Program;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What runs on the threads of an event loop, by {@code loops.txt}:
 *
 * <table>
 * <caption>Words</caption>
 * <tr><td>{@code ENTERS}</td><td>who overrides it is called on an event loop</td></tr>
 * <tr><td>{@code SERVES}</td><td>a method that is given one of these and answers with a reactive type is called
 * there, too</td></tr>
 * <tr><td>{@code LOOPS}</td><td>what it is handed runs on an event loop</td></tr>
 * <tr><td>{@code EMITS}</td><td>what it is handed runs in the thread that emits: on an event loop when that one is; its
 * types are those of reactive results</td></tr>
 * <tr><td>{@code NOW}</td><td>what it is handed runs before it returns</td></tr>
 * <tr><td>{@code MOVES}</td><td>takes a chain to another thread</td></tr>
 * <tr><td>{@code ASKS}</td><td>tells whether this thread may wait</td></tr>
 * <tr><td>{@code GROUPS}</td><td>gives handlers threads of their own</td></tr>
 * <tr><td>{@code WORKERS}</td><td>lets what {@code LOOPS} says of its library run on workers</td></tr>
 * <tr><td>{@code ELSEWHERE}</td><td>methods with this annotation, or in such a class, are run by workers</td></tr>
 * </table>
 */
public final class EventLoops {

    /** What a line says. */
    public enum Word {
        ENTERS, SERVES, LOOPS, EMITS, NOW, MOVES, ASKS, GROUPS, WORKERS, ELSEWHERE
    }

    private static final MethodLines<Word> LINES = MethodLines.of(lines(), EventLoops::word);
    private static final Set<String> NAMES = lines().stream()
        .filter(line -> !line.rest().startsWith("#@"))
        .flatMap(line -> Stream.of(line.rest().replaceAll(".*#|\\(.*", "").split("\\|")))
        .collect(Collectors.toUnmodifiableSet());
    private static final Set<ClassName> STREAMS = types(Word.EMITS);
    private static final Set<ClassName> EXCHANGES = types(Word.SERVES);

    private final Program program;
    private final ClassIndex index;

    private EventLoops(Program program) {
        this.program = program;
        this.index = program.index();
    }

    public static EventLoops of(Program program) {
        return new EventLoops(program);
    }

    /** The lines of the data file. */
    static List<DataLine> lines() {
        return DataLine.read(EventLoops.class, "loops.txt");
    }

    private static Word word(String word, DataLine line) {
        try {
            return Word.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw line.wrong("`" + word + "` says nothing of event loops");
        }
    }

    private static Set<ClassName> types(Word word) {
        return lines().stream()
            .filter(line -> word(line.head(), line) == word)
            .map(line -> ClassName.of(line.rest().replaceAll("#.*", "")))
            .collect(Collectors.toUnmodifiableSet());
    }

    /** What is said of a called method, by the nearest of its types that are spoken of. */
    public Optional<Word> of(MethodRef called) {
        boolean isNamed = NAMES.contains(called.name()) || STREAMS.contains(called.owner());
        return isNamed ? LINES.nearest(index.ancestors(called.owner()), called).stream().findFirst() : Optional.empty();
    }

    /** Whether the type is a reactive one: what happens after its values arrive is handed to it. */
    public boolean isStream(ClassName type) {
        return STREAMS.contains(type) || index.ancestors(type).stream().anyMatch(STREAMS::contains);
    }

    /** Whether the method answers with a reactive type. */
    public boolean givesStream(MethodRef method) {
        return Descriptor.classIn(method.descriptor().result()).filter(this::isStream).isPresent();
    }

    /**
     * Whether this method of the program is called on an event loop, because of what it overrides or what it is given
     * and answers with.
     */
    public boolean isEntered(MethodCode method) {
        MethodHeader header = method.header();
        boolean serves = header.descriptor().parameters().stream()
            .anyMatch(type -> Descriptor.classIn(type).filter(EXCHANGES::contains).isPresent());
        return serves ? !header.isSynthetic() && givesStream(method.ref()) : overrides(method, header);
    }

    private boolean overrides(MethodCode method, MethodHeader header) {
        return !header.isStatic() && !header.isPrivate() && !header.isSynthetic() && NAMES.contains(header.name())
            && LINES.nearest(index.ancestors(method.ref().owner()), method.ref()).contains(Word.ENTERS);
    }

    /** Whether annotations of the method or its classes say that workers run it. */
    public boolean isElsewhere(MethodRef method) {
        Optional<ClassHeader> owner = index.find(method.owner());
        Stream<Annotation> own = owner.flatMap(type -> type.method(method.name(), method.descriptor())).stream()
            .flatMap(header -> header.annotations().stream());
        Stream<Annotation> all = Stream.concat(own, owner.stream().flatMap(type -> type.annotations().stream()));
        return LINES.ofAnnotations(index.withMeta(all.toList())).contains(Word.ELSEWHERE);
    }

    /**
     * The classes of handlers that a method gives threads of their own: what it makes or fetches for the call that adds
     * them, or, when that shows none, anywhere in it.
     */
    public Set<ClassName> grouped(MethodCode method) {
        Set<ClassName> types = new HashSet<>();
        Site before = new Site(-1);
        for (Call call : method.calls()) {
            if (isGroup(call, method)) {
                Set<ClassName> here = handlers(method, before, call.site());
                types.addAll(here.isEmpty() ? handlers(method, new Site(-1), call.site()) : here);
            }
            if (call.name().startsWith("add")) {
                before = call.site();
            }
        }
        return types;
    }

    private boolean isGroup(Call call, MethodCode method) {
        return of(call.target()).filter(Word.GROUPS::equals).isPresent()
            && !call.arguments().get(0).equals(Origin.NULL);
    }

    /** The program's own classes whose objects are made or fetched between two instructions. */
    private Set<ClassName> handlers(MethodCode method, Site after, Site until) {
        Stream<String> made = method.calls().stream()
            .filter(call -> call.site().compareTo(after) > 0 && call.site().compareTo(until) < 0)
            .map(call -> call.target().isConstructor()
                ? "L" + call.target().owner().internal() + ";"
                : call.target().descriptor().result());
        Stream<String> read = method.fields().stream()
            .filter(access -> access.site().compareTo(after) > 0 && access.site().compareTo(until) < 0)
            .map(access -> access.field().type());
        return Stream.concat(made, read)
            .flatMap(type -> Descriptor.classIn(type).stream())
            .filter(program::owns)
            .collect(Collectors.toSet());
    }
}
