/**
 * How rules are tested: snippets with markers, strict both ways. Throws {@code AssertionError} and needs no test
 * framework, but a JDK with its compiler.
 *
 * <p>Floor 9. Start with {@link dev.plumbline.testkit.RuleTest}.
 */
package dev.plumbline.testkit;
