package dev.plumbline.verdict;

/** How a change compares with what people write, mildest first. */
public enum Verdict {
    /** Nothing was scored; the score says why. */
    WITHHELD,
    /** More likely than not no worse than a person's change. */
    LIKE_HUMAN,
    /** Between. */
    ABOVE_HUMAN,
    /** Above the published ratio of AI-written changes with a probability of 80 % or more. */
    BEYOND_AI;

    private static final double MORE_LIKELY_THAN_NOT = 0.5;
    private static final double SURELY = 0.8;

    static Verdict on(Ratio ratio) {
        if (ratio.worse() < MORE_LIKELY_THAN_NOT) {
            return LIKE_HUMAN;
        }
        return ratio.beyond() >= SURELY ? BEYOND_AI : ABOVE_HUMAN;
    }
}
