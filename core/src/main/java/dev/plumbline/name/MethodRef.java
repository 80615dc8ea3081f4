package dev.plumbline.name;

import java.util.Comparator;

/** A method, named as an instruction names it: owner, name and erased descriptor. */
public record MethodRef(ClassName owner, String name, Descriptor descriptor) implements Comparable<MethodRef> {

    private static final Comparator<MethodRef> ORDER = Comparator.comparing(MethodRef::owner)
        .thenComparing(MethodRef::name)
        .thenComparing(MethodRef::descriptor);

    public static MethodRef of(String owner, String name, String descriptor) {
        return new MethodRef(ClassName.of(owner), name, new Descriptor(descriptor));
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }

    public boolean isStaticInitializer() {
        return name.equals("<clinit>");
    }

    /** The same method looked up in another class. */
    public MethodRef in(ClassName other) {
        return new MethodRef(other, name, descriptor);
    }

    /** What a reader calls it: {@code Sessions.open}, {@code new Sessions}. */
    public String display() {
        return isConstructor() ? "new " + owner.simple() : owner.simple() + "." + name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodRef method && name.equals(method.name) && owner.equals(method.owner)
            && descriptor.equals(method.descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
    }

    @Override
    public int compareTo(MethodRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return owner + "#" + name + descriptor;
    }
}
