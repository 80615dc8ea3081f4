package dev.plumbline.program;

import dev.plumbline.name.MethodRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which methods a line of a data file is about: {@code java.util.Map#get|put}, {@code java.io.File#delete()},
 * {@code java.util.concurrent.locks.Lock#tryLock(long,java.util.concurrent.TimeUnit)}. No parentheses mean every
 * overload, {@code (..,T)} any parameters before a last {@code T}, and a name that ends in {@code *} every name that
 * begins so; {@code *} never means a constructor, which is written {@code <init>}.
 *
 * @param type the text before {@code #}; what it names is for the reader of the file to say
 * @param parameters as in a descriptor; starts with {@code ..} for any parameters before the last
 */
public record MethodPattern(String type, List<String> names, Optional<String> parameters) {

    private static final int EXACT_NAME = 1000;
    private static final String ANY_BEFORE = "..";
    private static final Map<String, String> PRIMITIVES = Map.of("boolean", "Z", "byte", "B", "char", "C",
        "short", "S", "int", "I", "long", "J", "float", "F", "double", "D");

    public MethodPattern {
        names = List.copyOf(names);
    }

    /** @throws IllegalArgumentException when the text is no such pattern */
    public static MethodPattern parse(String text) {
        int hash = text.indexOf('#');
        int open = text.indexOf('(');
        if (hash < 0 || hash == text.length() - 1 || open >= 0 && !text.endsWith(")")) {
            throw new IllegalArgumentException("expected type#name or type#name(parameters)");
        }
        String names = open < 0 ? text.substring(hash + 1) : text.substring(hash + 1, open);
        return new MethodPattern(text.substring(0, hash), List.of(names.split("\\|")),
            open < 0 ? Optional.empty() : Optional.of(descriptor(text.substring(open + 1, text.length() - 1))));
    }

    private static String descriptor(String parameters) {
        boolean anyBefore = parameters.startsWith(ANY_BEFORE + ",");
        String types = anyBefore ? parameters.substring(ANY_BEFORE.length() + 1) : parameters;
        String descriptor = Arrays.stream(types.split(","))
            .filter(type -> !type.isEmpty())
            .map(MethodPattern::typeDescriptor)
            .collect(Collectors.joining());
        return anyBefore ? ANY_BEFORE + descriptor + ")" : "(" + descriptor + ")";
    }

    private static String typeDescriptor(String type) {
        if (type.endsWith("[]")) {
            return "[" + typeDescriptor(type.substring(0, type.length() - 2));
        }
        return PRIMITIVES.getOrDefault(type, "L" + type.replace('.', '/') + ";");
    }

    /**
     * How exactly the pattern means the method, its type left aside: parameters count more than none, a whole name
     * more than its beginning, a longer beginning more than a shorter one. Empty when it does not mean it.
     */
    public OptionalInt exactness(MethodRef method) {
        if (!parameters.map(wanted -> takes(method, wanted)).orElse(true)) {
            return OptionalInt.empty();
        }
        int best = -1;
        for (String name : names) {
            best = Math.max(best, exactness(name, method.name()));
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(2 * best + (parameters.isPresent() ? 1 : 0));
    }

    private static boolean takes(MethodRef method, String wanted) {
        String actual = method.descriptor().parameterText();
        return wanted.startsWith(ANY_BEFORE)
            ? actual.endsWith(wanted.substring(ANY_BEFORE.length()))
            : actual.equals(wanted);
    }

    private static int exactness(String pattern, String name) {
        if (!pattern.endsWith("*")) {
            return pattern.equals(name) ? EXACT_NAME : -1;
        }
        String beginning = pattern.substring(0, pattern.length() - 1);
        return name.startsWith(beginning) && !name.startsWith("<") ? beginning.length() : -1;
    }
}
