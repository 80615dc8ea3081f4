package dev.plumbline.bytecode;

/**
 * A lock that is held.
 *
 * @param path the object that is locked, as an access path of the method that holds it
 * @param shared whether it is a read lock
 */
public record Lock(Origin path, boolean shared) {
}
