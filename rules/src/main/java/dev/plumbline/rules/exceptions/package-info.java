/**
 * The pack {@code exceptions}: one class a rule, listed in {@link dev.plumbline.rules.exceptions.ExceptionsPack}.
 *
 * <p>Uses the program model of {@code plumbline-core}.
 */
package dev.plumbline.rules.exceptions;
