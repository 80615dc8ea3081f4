package dev.plumbline.name;

/** A field, named as an instruction names it; {@code type} is a type descriptor. */
public record FieldRef(ClassName owner, String name, String type) {

    @Override
    public String toString() {
        return owner + "#" + name;
    }
}
