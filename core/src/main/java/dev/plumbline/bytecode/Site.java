package dev.plumbline.bytecode;

/** An instruction of a method, by its index in the method's instruction list. */
public record Site(int index) implements Comparable<Site> {

    @Override
    public int compareTo(Site other) {
        return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return "@" + index;
    }
}
