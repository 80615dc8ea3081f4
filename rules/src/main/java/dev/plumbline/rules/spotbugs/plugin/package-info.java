/**
 * Plumbline inside SpotBugs: what the plugin jar is for. Its classes run in the class loader that SpotBugs makes for
 * the jar, beside the whole of Plumbline's engine and rules.
 *
 * <p>Start with {@link dev.plumbline.rules.spotbugs.plugin.PlumblineDetector}; {@code findbugs.xml} and
 * {@code messages.xml} are made by {@link dev.plumbline.rules.spotbugs.PluginFiles}.
 */
package dev.plumbline.rules.spotbugs.plugin;
