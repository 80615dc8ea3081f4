/**
 * SpotBugs, both ways: its findings in our report, and our rules inside it.
 *
 * <p>What is here uses no type of SpotBugs, which may be missing; {@code inside} is loaded beside it, in a class loader
 * of its own. Start with {@link dev.plumbline.rules.spotbugs.SpotBugs}.
 */
package dev.plumbline.rules.spotbugs;
