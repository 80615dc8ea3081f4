package dev.plumbline.compile;

import dev.plumbline.name.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sources of empty types for those that the sources name and that could not be found, so that the code around the
 * names keeps its meaning. What calls on them mean is guessed where they stand ({@link Guesses}). No stand-in ever
 * leaves the compiler: for everyone else the types stay unknown.
 */
final class StandIns {

    /** What all stand-ins are. */
    static final char[][] ANY = {"unknown".toCharArray(), "StandIn".toCharArray()};
    /** The type of every value of which nothing is known. */
    static final char[][] UNKNOWN = {"unknown".toCharArray(), "Unknown".toCharArray()};
    static final String FUNCTIONS = "Function";

    private static final String PATH = "unknown:/";
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z]\\w*[a-z]\\w*|[A-Z]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> AFTER_TYPE = Set.of("class", "this", "super", "new");
    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
    /** No list of type arguments is longer. */
    private static final int LONGEST_LIST = 60;

    /** One type to be made up. */
    private static final class StandIn {
        private final Set<String> fields = new TreeSet<>();
        private final Set<String> methods = new TreeSet<>();
        private final Map<String, StandIn> nested = new TreeMap<>();
        private boolean isInterface;
        private boolean isThrown;
        private int parameters;
    }

    private final Set<String> unknownFields = new TreeSet<>();
    private final Map<String, StandIn> byName = new TreeMap<>();
    private final Predicate<ClassName> isKnown;

    /**
     * @param sources the sources that lack types, by path
     * @param missing the names that could not be resolved, by path
     * @param isKnown whether there is a type of this name
     */
    static StandIns of(Map<String, String> sources, Map<String, Set<String>> missing, Predicate<ClassName> isKnown) {
        StandIns standIns = new StandIns(isKnown);
        sources.forEach((path, text) -> standIns.read(CodeWords.in(text), missing.getOrDefault(path, Set.of())));
        return standIns;
    }

    static boolean isStandIn(String path) {
        return path.startsWith(PATH);
    }

    private StandIns(Predicate<ClassName> isKnown) {
        this.isKnown = isKnown;
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The names that messages about stand-ins mention. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("Unknown", "StandIn"));
        byName.forEach((name, type) -> {
            names.add(simple(name));
            names.addAll(type.nested.keySet());
        });
        return names;
    }

    /**
     * Adds what was found to be missing in stand-ins.
     *
     * @param fields names of fields by name of type, as the compiler writes them
     * @return whether anything is new
     */
    boolean add(Map<String, Set<String>> fields) {
        boolean isNew = false;
        for (Map.Entry<String, Set<String>> entry : fields.entrySet()) {
            for (String field : entry.getValue()) {
                if (entry.getKey().equals("unknown.Unknown")) {
                    isNew |= unknownFields.add(field);
                } else {
                    StandIn type = member(entry.getKey());
                    isNew |= TYPE_NAME.matcher(field).matches()
                        ? type.nested.putIfAbsent(field, new StandIn()) == null
                        : type.fields.add(field);
                }
            }
        }
        return isNew;
    }

    private void read(List<String> words, Set<String> missing) {
        String home = words.indexOf("package") == 0 ? name(words, 1) + "." : "";
        Map<String, String> visible = new TreeMap<>();
        for (int i = 0; i < words.size() && !KINDS.contains(words.get(i)); i++) {
            if (words.get(i).equals("import")) {
                imported(words, i + 1, visible);
            }
        }
        Set<String> values = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        Set<String> starred = new TreeSet<>();
        for (int i = 0; i < words.size() && !KINDS.contains(words.get(i)); i++) {
            if (words.get(i).equals("import") && after(words, i, 1).equals("static")) {
                String whole = name(words, i + 2);
                if (whole.endsWith(".") && !isThere(parent(whole))) {
                    starred.add(parent(whole));
                }
            }
        }
        for (String name : missing) {
            String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            if (visible.containsKey(first)) {
                continue;
            }
            if (TYPE_NAME.matcher(first).matches()) {
                visible.put(first, home + first);
            } else if (WORD.matcher(first).matches()) {
                values.add(first);
            }
        }
        visible.values().removeIf(this::isThere);
        visible.values().forEach(this::member);
        starred.forEach(name -> member(name).fields.addAll(values));
        for (int i = 0; i < words.size(); i++) {
            boolean isFirst = after(words, i, 1).equals(".") && !before(words, i, 1).equals(".");
            if (isFirst && values.contains(words.get(i)) && qualified(words, i)) {
                values.remove(words.get(i));
                packages.add(words.get(i));
            } else if (isFirst && packages.contains(words.get(i))) {
                qualified(words, i);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (KINDS.contains(words.get(i)) && i + 1 < words.size()) {
                inherited(words, i, visible, values);
            } else if (visible.containsKey(words.get(i)) && !before(words, i, 1).equals(".")) {
                used(visible.get(words.get(i)), words, i);
                if (before(words, i, 1).equals("new")) {
                    member(visible.get(words.get(i))).fields.addAll(values);
                }
            }
        }
    }

    /** A type that is written with its package. */
    private boolean qualified(List<String> words, int from) {
        StringBuilder name = new StringBuilder(words.get(from));
        for (int i = from + 1; i + 1 < words.size() && words.get(i).equals("."); i += 2) {
            name.append('.').append(words.get(i + 1));
            if (TYPE_NAME.matcher(words.get(i + 1)).matches()) {
                if (!isThere(name.toString())) {
                    used(name.toString(), words, i + 1);
                }
                return true;
            }
        }
        return false;
    }

    /** A name up to the first part that looks like a type's; empty if it begins with that. */
    private static String path(List<String> words, int from) {
        StringBuilder name = new StringBuilder(words.get(from));
        for (int i = from + 1; i + 1 < words.size() && words.get(i).equals("."); i += 2) {
            name.append('.').append(words.get(i + 1));
            if (TYPE_NAME.matcher(words.get(i + 1)).matches()) {
                return name.toString();
            }
        }
        return "";
    }

    private void imported(List<String> words, int at, Map<String, String> visible) {
        boolean isStatic = words.get(at).equals("static");
        String whole = name(words, isStatic ? at + 1 : at);
        String name = isStatic ? parent(whole) : whole;
        if (whole.endsWith(".") || name.isEmpty()) {
            return;
        }
        visible.put(simple(name), name);
        if (isStatic && !isThere(name)) {
            member(name).methods.add(simple(whole));
            member(name).fields.add(simple(whole));
        }
    }

    /** A name with dots; it ends with one before a star. */
    private static String name(List<String> words, int from) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < words.size() && (words.get(i).equals(".") || WORD.matcher(words.get(i)).matches());
            i++) {
            name.append(words.get(i));
        }
        return name.toString();
    }

    private static String before(List<String> words, int at, int distance) {
        return at >= distance ? words.get(at - distance) : "";
    }

    private static String after(List<String> words, int at, int distance) {
        return at + distance < words.size() ? words.get(at + distance) : "";
    }

    private boolean isThere(String name) {
        for (String at = name; !at.isEmpty(); at = parent(at)) {
            if (isKnown.test(ClassName.of(at))) {
                return true;
            }
        }
        return false;
    }

    private StandIn member(String name) {
        String outer = parent(name);
        return TYPE_NAME.matcher(simple(outer)).matches()
            ? member(outer).nested.computeIfAbsent(simple(name), none -> new StandIn())
            : byName.computeIfAbsent(name, none -> new StandIn());
    }

    /** What a place says about the type that is named there. */
    private void used(String name, List<String> words, int at) {
        StandIn type = member(name);
        String simple = simple(name);
        type.isThrown |= simple.endsWith("Exception") || simple.endsWith("Error")
            || before(words, at, 1).equals("new") && before(words, at, 2).equals("throw")
            || before(words, at, 1).equals("(") && before(words, at, 2).equals("catch");
        String next = after(words, at, 1);
        if (next.equals("<")) {
            type.parameters = Math.max(type.parameters, arguments(words, at + 2));
        } else if (next.equals(".")) {
            String inner = after(words, at, 2);
            if (TYPE_NAME.matcher(inner).matches() && !after(words, at, 3).equals("(")) {
                type.nested.computeIfAbsent(inner, none -> new StandIn());
                used(name + "." + inner, words, at + 2);
            } else if (WORD.matcher(inner).matches() && !after(words, at, 3).equals("(")
                && !AFTER_TYPE.contains(inner)) {
                type.fields.add(inner);
            }
        }
    }

    private static int arguments(List<String> words, int from) {
        int depth = 1;
        int count = 1;
        for (int i = from; i < words.size() && i < from + LONGEST_LIST; i++) {
            switch (words.get(i)) {
                case "<" -> depth++;
                case ">" -> depth--;
                case "," -> count += depth == 1 ? 1 : 0;
                case "(", ")", ";", "{", "}", "0", "=", "+", "-" -> {
                    return 0;
                }
                default -> {
                    // A name, or a part of one.
                }
            }
            if (depth == 0) {
                return count;
            }
        }
        return 0;
    }

    /** The head of a type: which supertypes are interfaces, and what it seems to inherit from the others. */
    private void inherited(List<String> words, int from, Map<String, String> visible, Set<String> values) {
        boolean interfaces = false;
        boolean isFirst = true;
        int depth = 0;
        for (int i = from + 2; i < words.size() && !"{;()".contains(words.get(i)); i++) {
            String word = words.get(i);
            depth += word.equals("<") ? 1 : word.equals(">") ? -1 : 0;
            interfaces |= depth == 0 && (word.equals("implements")
                || word.equals("extends") && words.get(from).equals("interface"));
            if (depth == 0 && byName.containsKey(path(words, i)) && !before(words, i, 1).equals(".")) {
                StandIn type = member(path(words, i));
                type.isInterface |= interfaces;
                if (isFirst) {
                    type.fields.addAll(values);
                }
                isFirst = false;
            } else if (depth == 0 && visible.containsKey(word) && !before(words, i, 1).equals(".")) {
                StandIn type = member(visible.get(word));
                if (after(words, i, 1).equals(".")) {
                    type = type.nested.computeIfAbsent(after(words, i, 2), none -> new StandIn());
                }
                type.isInterface |= interfaces;
                if (isFirst) {
                    type.fields.addAll(values);
                }
                isFirst = false;
            }
        }
    }

    /** Sources by path, among them the one of {@link #UNKNOWN}. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        sources.put(PATH + "unknown/StandIn.java", "package unknown; public interface StandIn extends"
            + " java.io.Closeable, Iterable<Unknown> { default void close() { }"
            + " default java.util.Iterator<Unknown> iterator() { return null; } }");
        StringBuilder any = new StringBuilder("package unknown; public interface Unknown extends StandIn {");
        unknownFields.forEach(field -> any.append(" Unknown ").append(field).append(" = null;"));
        sources.put(PATH + "unknown/Unknown.java", any + " }");
        List<String> parameters = List.of("", "Unknown a", "Unknown a, Unknown b", "Unknown a, Unknown b, Unknown c");
        for (int i = 0; i < parameters.size(); i++) {
            sources.put(PATH + "unknown/" + FUNCTIONS + i + ".java", "package unknown; public interface " + FUNCTIONS
                + i + " { Object apply(" + parameters.get(i) + "); }");
        }
        byName.forEach((name, type) -> {
            StringBuilder text = new StringBuilder();
            if (!parent(name).isEmpty()) {
                text.append("package ").append(parent(name)).append("; ");
            }
            write(simple(name), type, "public ", text);
            sources.put(PATH + name.replace('.', '/') + ".java", text.toString());
        });
        return sources;
    }

    private static void write(String name, StandIn type, String access, StringBuilder text) {
        boolean isInterface = type.isInterface && !type.isThrown;
        text.append(access).append(isInterface ? "interface " : "class ").append(name);
        if (type.parameters > 0 && !type.isThrown) {
            List<String> letters = new ArrayList<>();
            for (int i = 0; i < type.parameters; i++) {
                letters.add("T" + i);
            }
            text.append('<').append(String.join(", ", letters)).append('>');
        }
        text.append(isInterface
            ? " extends unknown.StandIn {"
            : (type.isThrown ? " extends Exception" : "") + " implements unknown.StandIn {");
        if (!isInterface) {
            text.append(" public ").append(name).append("(Object... any) { }");
        }
        for (String field : type.fields) {
            if (!type.nested.containsKey(field)) {
                text.append(" public static unknown.Unknown ").append(field).append(isInterface ? " = null;" : ";");
            }
        }
        for (String method : type.methods) {
            text.append(" public static unknown.Unknown ").append(method).append("(Object... any) { return null; }");
        }
        type.nested.forEach((inner, nested) -> {
            if (!inner.equals(name)) {
                write(inner, nested, " public static ", text);
            }
        });
        text.append(" }");
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String parent(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }
}
