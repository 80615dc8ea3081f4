/**
 * Names of classes, methods and fields as class files write them: values without behaviour of their own.
 *
 * <p>Floor 0; uses nothing but the JDK. Start with {@link dev.plumbline.name.MethodRef}.
 */
package dev.plumbline.name;
