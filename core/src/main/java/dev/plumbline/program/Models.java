package dev.plumbline.program;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.MethodRef;
import java.util.List;

/**
 * What is known of library methods: one line each in {@code models/*.txt},
 * {@code java.util.concurrent.locks.Lock#lock() acquires this}. A line about a type holds for its subtypes.
 */
public final class Models {

    /** The models that ship with Plumbline. */
    public static Models shipped() {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * The facts about a method, each a verb and what it applies to: {@code acquires this}, {@code closes arg0},
     * {@code returns this}, {@code nothrow}, {@code blocks}. The nearest type that says anything decides.
     */
    public List<String> facts(MethodRef method, ClassIndex index) {
        throw new UnsupportedOperationException("stub");
    }
}
