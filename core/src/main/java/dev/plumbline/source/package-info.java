/**
 * Source files: text, syntax tree, an outline without parsing, requests for silence.
 *
 * <p>Floor 1; uses places, notices and JavaParser, whose nodes are public API for source rules. Start with
 * {@link dev.plumbline.source.SourceFile}.
 */
package dev.plumbline.source;
