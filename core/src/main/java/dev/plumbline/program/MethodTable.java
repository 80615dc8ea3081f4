package dev.plumbline.program;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What data files say about methods, found by type; an immutable value once it is made. */
public final class MethodTable<T> {

    /** A line's value, and how exactly the line means the method (see {@link MethodPattern#exactness}). */
    public record Match<T>(T value, int exactness) {
    }

    /** A line. */
    public record Entry<T>(MethodPattern pattern, T value) {
    }

    private final Map<ClassName, List<Entry<T>>> byType = new HashMap<>();

    private MethodTable() {
    }

    public static <T> MethodTable<T> of(List<Entry<T>> entries) {
        MethodTable<T> table = new MethodTable<>();
        for (Entry<T> entry : entries) {
            table.byType.computeIfAbsent(ClassName.of(entry.pattern().type()), type -> new ArrayList<>()).add(entry);
        }
        return table;
    }

    /** Everything said of the method under this very type, in the order of the lines. */
    public List<Match<T>> at(ClassName type, MethodRef method) {
        List<Match<T>> matches = new ArrayList<>();
        for (Entry<T> entry : byType.getOrDefault(type, List.of())) {
            OptionalInt exactness = entry.pattern().exactness(method);
            if (exactness.isPresent()) {
                matches.add(new Match<>(entry.value(), exactness.getAsInt()));
            }
        }
        return matches;
    }

    /** What the first of the types that says anything says of the method, in its most exact lines. */
    public List<T> nearest(List<ClassName> types, MethodRef method) {
        for (ClassName type : types) {
            List<Match<T>> matches = at(type, method);
            if (!matches.isEmpty()) {
                return mostExact(matches);
            }
        }
        return List.of();
    }

    /** The values of the most exact matches. */
    public static <T> List<T> mostExact(List<Match<T>> matches) {
        int most = matches.stream().mapToInt(Match::exactness).max().orElse(0);
        return matches.stream().filter(match -> match.exactness() == most).map(Match::value).toList();
    }
}
