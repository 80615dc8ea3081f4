package dev.plumbline.rule;

import dev.plumbline.bytecode.MethodCode;

/** Runs on every method of the project that has bytecode and that a person wrote. */
public non-sealed interface MethodRule extends Rule {

    void check(MethodCode method, Context context, Sink out);
}
