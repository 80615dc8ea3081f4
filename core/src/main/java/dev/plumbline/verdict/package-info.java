/**
 * Findings in, judgement out: what a change introduced, how that compares with what people's changes introduce, and
 * whether it may pass. Knows nothing of code.
 *
 * <p>Floor 1; the only place that touches Commons Statistics. Start with
 * {@link dev.plumbline.verdict.Matching}, then {@link dev.plumbline.verdict.Score}.
 */
package dev.plumbline.verdict;
