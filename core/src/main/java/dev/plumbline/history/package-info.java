/**
 * What the changes of a history introduced: commits of people and of assistants, measured one by one as any change is,
 * so that a team is held against itself.
 *
 * <p>Floor 9. Start with {@link dev.plumbline.history.Calibration}.
 */
package dev.plumbline.history;
