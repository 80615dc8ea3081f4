/**
 * Source files: text, syntax tree, requests for silence.
 *
 * <p>Floor 1; uses JavaParser, whose nodes are public API for source rules. Start with
 * {@link dev.plumbline.source.SourceFile}.
 */
package dev.plumbline.source;
