package dev.plumbline.compile;

import java.util.Arrays;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.CompilationResult;

/**
 * Keeps the errors of a unit away from code generation. The compiler writes the messages of all of them into
 * each method that is lost, which for a large file with many errors fills the memory.
 */
final class HeldProblems {

    private final CompilationResult result;
    private final CategorizedProblem[] held;

    /** Leaves one, for where there is none the compiler does not expect to meet methods that are lost. */
    static HeldProblems of(CompilationResult result) {
        int count = result.problemCount;
        CategorizedProblem[] all = count == 0
            ? new CategorizedProblem[0]
            : Arrays.copyOf(result.problems, count);
        if (count > 1) {
            result.problems = Arrays.copyOf(all, 1);
            result.problemCount = 1;
        }
        return new HeldProblems(result, all);
    }

    private HeldProblems(CompilationResult result, CategorizedProblem[] held) {
        this.result = result;
        this.held = held;
    }

    /** Puts the errors back, before those that came up meanwhile. */
    void release() {
        if (held.length > 1) {
            int later = result.problemCount - 1;
            CategorizedProblem[] all = Arrays.copyOf(held, held.length + later);
            System.arraycopy(result.problems, 1, all, held.length, later);
            result.problems = all;
            result.problemCount = all.length;
        }
    }
}
