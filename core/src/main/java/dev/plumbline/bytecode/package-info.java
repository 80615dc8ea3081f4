/**
 * One compiled method and the flow facts about it: origins of values, control flow with exception edges and what goes
 * along them, locks held, lifetimes of values, which instructions a compiler added.
 *
 * <p>Floor 2; uses the class index, its own {@code idiom} and ASM, whose types never leave here. Start with
 * {@link dev.plumbline.bytecode.MethodCode}.
 */
package dev.plumbline.bytecode;
