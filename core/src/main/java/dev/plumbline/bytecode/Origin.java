package dev.plumbline.bytecode;

import java.util.Optional;
import java.util.OptionalInt;

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

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** A field of some object, or a static field. */
    public boolean isField() {
        throw new UnsupportedOperationException("stub");
    }

    /** A constant: text, number, {@code null} or class. */
    public boolean isConstant() {
        throw new UnsupportedOperationException("stub");
    }

    /** The index of the parameter, when this is one. */
    public OptionalInt argument() {
        throw new UnsupportedOperationException("stub");
    }

    /** The instruction that makes the value, for {@code new@}, {@code call@} and their like. */
    public Optional<Site> site() {
        throw new UnsupportedOperationException("stub");
    }

    /** The object whose field this is: {@code this} for {@code this.cache}. */
    public Optional<Origin> base() {
        throw new UnsupportedOperationException("stub");
    }

    @Override
    public String toString() {
        return path;
    }
}
