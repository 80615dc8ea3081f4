/**
 * The pack {@code resources}: one class a rule, listed in {@link dev.plumbline.rules.resources.ResourcesPack}.
 *
 * <p>Uses the program model of {@code plumbline-core}.
 */
package dev.plumbline.rules.resources;
