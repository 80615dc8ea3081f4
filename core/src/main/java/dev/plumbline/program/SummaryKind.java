package dev.plumbline.program;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import java.util.function.Function;

/**
 * A fact about a method that follows from its code and the same fact about its callees.
 *
 * @param <S> the fact: an immutable value with {@code equals}
 */
public interface SummaryKind<S> {

    /** Where the fixpoint of a recursion starts. */
    S bottom();

    /** What is assumed of a method that nothing is known about, and of a recursion that does not settle. */
    S unknown();

    /** @param callees the fact of any method, resolved by the class index; {@link #unknown} outside the program */
    S of(MethodCode method, Function<MethodRef, S> callees);

    /** What is known of a method whose code is not part of the program: a library model, a declaration. */
    default S library(MethodRef method, Program program) {
        return unknown();
    }

    /** How facts of several possible targets of one call combine. */
    S join(S first, S second);
}
