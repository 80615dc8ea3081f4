package dev.plumbline.bytecode;

/**
 * A {@code return} or {@code throw} instruction.
 *
 * @param value what is returned or thrown; {@link Origin#UNKNOWN} for a void return
 */
public record Exit(Site site, boolean throwing, Origin value) {
}
