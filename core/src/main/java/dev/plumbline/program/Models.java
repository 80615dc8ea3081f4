package dev.plumbline.program;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is known of library methods: one line each in {@code models/*.txt},
 * {@code java.util.concurrent.locks.Lock#lock() acquires this}, facts parted by commas. A line about a type holds for
 * its subtypes. The methods are written as {@link MethodPattern} says.
 *
 * <table>
 * <caption>Facts, by subject</caption>
 * <tr><td>locks</td><td>{@code acquires this}, {@code acquires this shared}, {@code releases this},
 * {@code tries this} (acquires when it returns true), {@code tries this shared}</td></tr>
 * <tr><td>closing</td><td>{@code closes this}, {@code closes arg0} (for a variable argument: its elements);
 * {@code borrows arg0}: uses it while it runs, neither closes nor keeps it</td></tr>
 * <tr><td>result</td><td>{@code returns this}, {@code returns arg0}, {@code returns this.readLock} (always the same
 * part of the receiver), {@code returns null?}, {@code returns nonnull}, {@code returns fresh} (a new object nobody
 * else has)</td></tr>
 * <tr><td>throwing</td><td>{@code nothrow}: in practice nothing, given arguments that are not null;
 * {@code throws a.b.C}: this, beyond what is declared</td></tr>
 * <tr><td>waiting</td><td>{@code blocks}: may wait long for another thread, for time or for the network</td></tr>
 * <tr><td>threads</td><td>{@code virtual}: makes or starts virtual threads, or is a step towards them;
 * {@code virtual by arg0}: when that does; {@code pools arg1}: keeps the threads of that factory</td></tr>
 * <tr><td>resource</td><td>{@code opens}: makes a resource that must be closed; {@code within this}: it is closed with
 * the receiver; {@code wraps arg0}, {@code wraps this}: closing the result closes that too; {@code memory}: makes
 * something whose closing is pointless</td></tr>
 * </table>
 */
public final class Models {

    private static final List<String> FILES =
        List.of("locks", "resources", "nothrow", "blocking", "returns", "threads");

    /** What a fact is about. Facts of one subject hide those of a farther type; facts of others do not. */
    private enum Subject {
        LOCKS("(acquires|tries) this( shared)?|releases this"),
        CLOSING("(closes|borrows) (this|arg\\d)"),
        RESULT("returns (this|arg\\d|this\\.\\w+|null\\?|nonnull|fresh)"),
        THROWING("nothrow|throws [\\w.$]+"),
        WAITING("blocks"),
        THREADS("virtual( by arg\\d)?|pools arg\\d"),
        RESOURCE("opens|wraps (this|arg\\d)|within this|memory");

        private final Pattern form;

        Subject(String form) {
            this.form = Pattern.compile(form);
        }
    }

    private record Fact(Subject subject, String text) {
    }

    private final MethodTable<Fact> table;

    private Models(MethodTable<Fact> table) {
        this.table = table;
    }

    /** The models that ship with Plumbline. */
    public static Models shipped() {
        return of(lines());
    }

    /** @throws IllegalArgumentException naming file and line when one can not be understood */
    public static Models of(List<DataLine> lines) {
        List<MethodTable.Entry<Fact>> entries = new ArrayList<>();
        for (DataLine line : lines) {
            MethodPattern pattern = pattern(line);
            for (String text : line.rest().split(", *")) {
                entries.add(new MethodTable.Entry<>(pattern, new Fact(subject(text, line), text)));
            }
        }
        return new Models(MethodTable.of(entries));
    }

    /** All lines of the models that ship, file by file. */
    static List<DataLine> lines() {
        return FILES.stream()
            .flatMap(file -> DataLine.read(Models.class, "models/" + file + ".txt").stream())
            .toList();
    }

    private static MethodPattern pattern(DataLine line) {
        try {
            return MethodPattern.parse(line.head());
        } catch (IllegalArgumentException e) {
            throw line.wrong(e.getMessage());
        }
    }

    private static Subject subject(String fact, DataLine line) {
        for (Subject subject : Subject.values()) {
            if (subject.form.matcher(fact).matches()) {
                return subject;
            }
        }
        throw line.wrong("`" + fact + "` is no fact");
    }

    /**
     * The facts about a method, each a verb and what it applies to: {@code acquires this}, {@code closes arg0},
     * {@code returns this}, {@code nothrow}, {@code blocks}. For each subject the nearest type that says anything
     * decides, and of its lines the most exact.
     */
    public List<String> facts(MethodRef method, ClassIndex index) {
        List<ClassName> types = method.owner().internal().startsWith("[")
            ? List.of(ClassName.OBJECT)
            : index.ancestors(method.owner());
        Map<Subject, Set<String>> facts = new EnumMap<>(Subject.class);
        for (ClassName type : types.isEmpty() ? List.of(method.owner()) : types) {
            List<MethodTable.Match<Fact>> matches = table.at(type, method);
            if (matches.isEmpty()) {
                continue;
            }
            boolean own = type.equals(method.owner());
            bySubject(matches).forEach((subject, texts) -> {
                if (own || inherits(method, subject)) {
                    facts.putIfAbsent(subject, texts);
                }
            });
        }
        return facts.values().stream().flatMap(Set::stream).toList();
    }

    /** A constructor runs its superclass's, so what that opens or wraps holds; the rest is its own. */
    private static boolean inherits(MethodRef method, Subject subject) {
        return !method.isConstructor() || subject == Subject.RESOURCE;
    }

    private static Map<Subject, Set<String>> bySubject(List<MethodTable.Match<Fact>> all) {
        Map<Subject, List<MethodTable.Match<Fact>>> matches = all.stream()
            .collect(Collectors.groupingBy(match -> match.value().subject()));
        Map<Subject, Set<String>> facts = new EnumMap<>(Subject.class);
        matches.forEach((subject, some) -> facts.put(subject, MethodTable.mostExact(some).stream()
            .map(Fact::text)
            .collect(Collectors.toCollection(LinkedHashSet::new))));
        return facts;
    }
}
