/**
 * What libraries mean: which methods are entered from outside, which calls reach the world outside, which classes are
 * beans. Read from the data files beside the classes, whose lines {@link dev.plumbline.framework.MethodLines},
 * {@link dev.plumbline.framework.TaskLines} and {@link dev.plumbline.framework.BeanLines} explain.
 *
 * <p>Floor 4; uses the program, its bytecode and the class index. Start with {@link dev.plumbline.framework.Roots}.
 */
package dev.plumbline.framework;
