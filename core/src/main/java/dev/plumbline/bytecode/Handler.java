package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.Set;

/**
 * A {@code catch} clause: all rows of the exception table that lead to one handler, compiler-made ones left out
 * ({@code finally}, {@code synchronized}, try-with-resources).
 *
 * @param start the label of the handler: the caught exception is on the stack from here
 * @param caught the classes caught, more than one for a multi-catch
 * @param guarded the instructions of the protected ranges, in order
 * @param line the first line of the handler
 */
public record Handler(Site start, Set<ClassName> caught, List<Site> guarded, int line) {
}
