package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.Optional;

/**
 * A row of the exception table, in instruction indexes.
 *
 * @param from the first protected instruction
 * @param to the instruction after the last protected one
 * @param caught empty when everything is caught
 */
record Row(int from, int to, int handler, Optional<ClassName> caught) {
}
