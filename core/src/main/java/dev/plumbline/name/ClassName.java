package dev.plumbline.name;

import java.util.Objects;

/** The binary name of a class, kept in the form the class file uses: {@code java/util/Map$Entry}. */
public record ClassName(String internal) implements Comparable<ClassName> {

    public static final ClassName OBJECT = new ClassName("java/lang/Object");

    public ClassName {
        Objects.requireNonNull(internal);
    }

    /** Accepts both {@code java.util.Map$Entry} and {@code java/util/Map$Entry}. */
    public static ClassName of(String name) {
        return new ClassName(name.replace('.', '/'));
    }

    /** {@code java.util.Map$Entry}. */
    public String dotted() {
        return internal.replace('/', '.');
    }

    /** The last part of the name: {@code Entry} for {@code java/util/Map$Entry}. */
    public String simple() {
        return internal.substring(Math.max(internal.lastIndexOf('/'), internal.lastIndexOf('$')) + 1);
    }

    /** The package, dotted; empty for the unnamed package. */
    public String packageName() {
        int slash = internal.lastIndexOf('/');
        return slash < 0 ? "" : internal.substring(0, slash).replace('/', '.');
    }

    /** The class of the source file this class is nested in, by name: {@code java/util/Map}. */
    public ClassName outermost() {
        int dollar = internal.indexOf('$', internal.lastIndexOf('/') + 2);
        return dollar < 0 ? this : new ClassName(internal.substring(0, dollar));
    }

    /** Written out, as in the other names: what a record gets made is slow until compiled, and names are the keys. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ClassName name && internal.equals(name.internal);
    }

    @Override
    public int hashCode() {
        return internal.hashCode();
    }

    @Override
    public int compareTo(ClassName other) {
        return internal.compareTo(other.internal);
    }

    @Override
    public String toString() {
        return dotted();
    }
}
