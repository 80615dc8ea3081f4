/**
 * What the compiler wrote rather than the author: one small class for each shape of code that javac and the Eclipse
 * compiler add, found in the tree of ASM.
 *
 * <p>Floor 2; uses nothing but ASM. Start with {@link dev.plumbline.bytecode.idiom.CompilerMade}.
 */
package dev.plumbline.bytecode.idiom;
