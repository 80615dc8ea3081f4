package dev.plumbline.rule;

import dev.plumbline.program.Unit;
import java.util.List;

/**
 * Collects small facts from every file, in parallel, then decides once with all of them.
 *
 * @param <F> the fact
 */
public non-sealed interface ProgramRule<F extends Record> extends Rule {

    List<F> collect(Unit unit, Context context);

    /** @param facts in the order of the units' paths */
    void check(List<F> facts, Context context, Sink out);
}
