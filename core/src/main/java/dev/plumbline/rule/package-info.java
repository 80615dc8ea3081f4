/**
 * The contract of a rule: five kinds, what a rule says of itself, where its findings go.
 *
 * <p>Floor 5. Start with {@link dev.plumbline.rule.MethodRule}.
 */
package dev.plumbline.rule;
