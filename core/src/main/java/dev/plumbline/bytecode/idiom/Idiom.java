package dev.plumbline.bytecode.idiom;

/** A shape of code that a compiler adds. */
interface Idiom {

    /** Marks what it recognises in {@link Code#made}. */
    void find(Code code);
}
