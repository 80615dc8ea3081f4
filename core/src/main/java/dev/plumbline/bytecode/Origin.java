package dev.plumbline.bytecode;

import dev.plumbline.name.FieldRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where a value comes from, in one word: an access path. Two equal origins in one method are the same value, unless a
 * loop or a store lies between (see {@link Origins#same}).
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code this}, {@code arg0}</td><td>the receiver; the first parameter (long and double count one)</td></tr>
 * <tr><td>{@code this.cache}, {@code arg1.items}</td><td>a field of such a value</td></tr>
 * <tr><td>{@code static a/b/C.X}</td><td>a static field</td></tr>
 * <tr><td>{@code 'text'}, {@code #5}, {@code null}, {@code class a/b/C}</td><td>constants</td></tr>
 * <tr><td>{@code new@17}, {@code call@23}, {@code op@9}, {@code elem@4}, {@code lambda@8}, {@code caught@40}</td>
 * <td>the value that this instruction makes</td></tr>
 * <tr><td>{@code phi@30:2}</td><td>a join of different values in frame slot 2 at instruction 30</td></tr>
 * <tr><td>{@code ?}</td><td>not known</td></tr>
 * </table>
 */
public record Origin(String path) {

    public static final Origin UNKNOWN = new Origin("?");
    public static final Origin THIS = new Origin("this");
    public static final Origin NULL = new Origin("null");

    private static final String STATIC = "static ";
    private static final String ARGUMENT = "arg";
    private static final Set<String> MAKERS = Set.of("new", "call", "op", "elem", "lambda", "caught");
    /** Longer paths say little and make big words: they start anew as the value of an instruction. */
    private static final int DEEPEST = 6;

    static Origin ofStatic(FieldRef field) {
        return new Origin(STATIC + field.owner().internal() + "." + field.name());
    }

    static Origin ofArgument(int index) {
        return new Origin(ARGUMENT + index);
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** A field of some object, or a static field. */
    public boolean isField() {
        return !isConstant() && path.indexOf('.') > 0;
    }

    public boolean isStaticField() {
        return path.startsWith(STATIC) && path.indexOf('.') == path.lastIndexOf('.');
    }

    /** A constant: text, number, {@code null} or class. */
    public boolean isConstant() {
        return path.startsWith("'") || path.startsWith("#") || path.startsWith("class ") || equals(NULL);
    }

    /** A join of different values. */
    public boolean isPhi() {
        return path.startsWith("phi@") && path.indexOf('.') < 0;
    }

    /** The index of the parameter, when this is one. */
    public OptionalInt argument() {
        return path.startsWith(ARGUMENT) ? number(ARGUMENT.length(), path.length()) : OptionalInt.empty();
    }

    /** The instruction that makes the value, for {@code new@}, {@code call@} and their like. */
    public Optional<Site> site() {
        int at = path.indexOf('@');
        if (at < 0 || !MAKERS.contains(path.substring(0, at))) {
            return Optional.empty();
        }
        OptionalInt index = number(at + 1, path.length());
        return index.isPresent() ? Optional.of(new Site(index.getAsInt())) : Optional.empty();
    }

    /** Whether an instruction of that name makes it: {@code is("new")} for {@code new@17}. */
    public boolean is(String maker) {
        return path.startsWith(maker + "@") && path.indexOf('.') < 0;
    }

    /** The object whose field this is: {@code this} for {@code this.cache}. */
    public Optional<Origin> base() {
        return isField() && !isStaticField()
            ? Optional.of(new Origin(path.substring(0, path.lastIndexOf('.'))))
            : Optional.empty();
    }

    /** The value at the start of the path: {@code arg1} for {@code arg1.items.first}. */
    public Origin root() {
        Origin root = this;
        while (root.base().isPresent()) {
            root = root.base().get();
        }
        return root;
    }

    /** The names of the fields on the path, outermost object first; empty when it is no field. */
    public List<String> fieldNames() {
        if (!isField()) {
            return List.of();
        }
        String[] parts = path.substring(path.indexOf('.') + 1).split("\\.");
        return List.of(parts);
    }

    /** A field of this value; unknown when nothing can be said of it. */
    Origin field(String name) {
        if (!isKnown() || equals(NULL)) {
            return UNKNOWN;
        }
        return new Origin(path + "." + name);
    }

    boolean isDeep() {
        return path.chars().filter(letter -> letter == '.').count() >= DEEPEST;
    }

    /** The instruction whose every run makes a new value of this name: that of the maker, or of the join. */
    Optional<Site> renewedAt() {
        Origin root = root();
        if (!root.isPhi()) {
            return root.site();
        }
        OptionalInt index = root.number("phi@".length(), root.path.indexOf(':'));
        return index.isPresent() ? Optional.of(new Site(index.getAsInt())) : Optional.empty();
    }

    private OptionalInt number(int from, int to) {
        boolean digits = from < to && to - from < 10
            && path.substring(from, to).chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(path.substring(from, to))) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return path;
    }
}
