package dev.plumbline.bytecode;

/**
 * A conditional jump.
 *
 * @param tested the value compared; of a comparison of two values the left one, of a long with zero the long
 * @param against the right one: {@code null}, {@code #0} or another origin
 * @param test what makes it jump
 * @param taken where it goes when the test holds
 * @param otherwise where it goes when not
 */
public record Branch(Site site, Origin tested, Origin against, Test test, Site taken, Site otherwise) {

    /** What makes it jump. Switches are not branches. */
    public enum Test {
        EQUAL, NOT_EQUAL, LESS, GREATER_OR_EQUAL, GREATER, LESS_OR_EQUAL
    }

    /** Whether it tests one value for {@code null}. */
    public boolean isNullTest() {
        return against.equals(Origin.NULL) && (test == Test.EQUAL || test == Test.NOT_EQUAL);
    }

    /** Where control goes when the tested value is {@code null} (for a null test) or zero or false. */
    public Site whenZero() {
        return test == Test.EQUAL ? taken : otherwise;
    }
}
