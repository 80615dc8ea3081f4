/**
 * The contract of a rule: five kinds, what a rule says of itself and the pages made from it, where its findings go,
 * the packs that are installed.
 *
 * <p>Floor 6. Start with {@link dev.plumbline.rule.MethodRule}.
 */
package dev.plumbline.rule;
