package dev.plumbline.rule;

import dev.plumbline.bytecode.ClassFile;

/** Runs on every class of the project that has bytecode. */
public non-sealed interface ClassRule extends Rule {

    void check(ClassFile type, Context context, Sink out);
}
