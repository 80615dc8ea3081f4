/**
 * What libraries mean: which methods are entered from outside, which calls reach the world outside, which classes are
 * beans. Read from the data files beside the classes.
 *
 * <p>Floor 4. Start with {@link dev.plumbline.framework.Roots}.
 */
package dev.plumbline.framework;
