package dev.plumbline.rule;

import dev.plumbline.program.Unit;

/** Runs on every source file, whatever its rung; ask {@link Unit#join} for bytecode facts, which may be absent. */
public non-sealed interface SourceRule extends Rule {

    void check(Unit unit, Context context, Sink out);
}
