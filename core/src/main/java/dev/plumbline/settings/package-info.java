/**
 * What a team wants of Plumbline: {@code plumbline.yml}, its keys, and what follows for each rule and path. Knows
 * nothing of scans.
 *
 * <p>Floor 7; the only place that touches SnakeYAML Engine. Start with {@link dev.plumbline.settings.SettingsFile}
 * and {@link dev.plumbline.settings.FileShape}.
 */
package dev.plumbline.settings;
