package dev.plumbline.bytecode;

/**
 * A lock that is held.
 *
 * @param path the object that is locked, as an access path of the method that holds it
 * @param shared whether it is a read lock
 */
public record Lock(Origin path, boolean shared) {

    /** Not a lock, but as good as one: the object is still being made and no other thread can reach it. */
    public static final Lock UNSHARED = new Lock(new Origin("unshared"), false);

    /** The same lock under another path. */
    public Lock at(String other) {
        return new Lock(new Origin(other), shared);
    }
}
