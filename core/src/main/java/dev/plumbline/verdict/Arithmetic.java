package dev.plumbline.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The numbers behind a ratio in one sentence, for people to check. */
final class Arithmetic {

    private static final double SMALL = 0.95;
    private static final double TINY = 0.01;

    private Arithmetic() {
    }

    static String of(Ratio ratio, int lines) {
        return ratio.introduced() + " introduced in " + lines + (lines == 1 ? " changed line" : " changed lines")
            + "; a human change of that size brings " + number(ratio.expected()) + "; the " + Ratio.PUBLISHED
            + "x line is " + number(ratio.expected() * Ratio.PUBLISHED) + ".";
    }

    /** As many digits as mean something: {@code 12.3}, {@code 0.25}. */
    private static String number(double value) {
        if (value < TINY) {
            return "less than " + TINY;
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return (value < SMALL ? exact.round(new MathContext(2)) : exact.setScale(1, RoundingMode.HALF_UP))
            .toPlainString();
    }
}
