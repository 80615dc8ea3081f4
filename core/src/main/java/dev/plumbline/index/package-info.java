/**
 * Which classes there are and what they say of themselves: headers, hierarchy, annotations, over folders,
 * jars and the runtime's image.
 *
 * <p>Floor 1; uses names, notices and ASM. Start with {@link dev.plumbline.index.ClassIndex}.
 */
package dev.plumbline.index;
