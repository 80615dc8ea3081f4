/**
 * The pack {@code concurrency}: one class a rule, listed in {@link dev.plumbline.rules.concurrency.ConcurrencyPack}.
 *
 * <p>Uses the program model of {@code plumbline-core}.
 */
package dev.plumbline.rules.concurrency;
