package dev.plumbline.cli;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Review;
import dev.plumbline.verdict.FailOn;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the command says to the program that started it. */
enum ExitCode {
    CLEAN(0, "Everything was analysed and no finding reaches --fail-on; the change passes the gate."),
    FINDINGS(1, "At least one finding reaches --fail-on, or the change fails the gate; said even when the analysis was"
        + " incomplete."),
    USAGE(2, "The command line or a file it names is wrong; nothing was scanned."),
    INCOMPLETE(3, "No finding reaches --fail-on, but something was not analysed; the notices say what."),
    INTERNAL(4, "Plumbline itself failed; please report it."),
    WITHHELD(5, "The change has code, but too little of it was analysed for a score.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    static ExitCode of(Report report, FailOn failOn) {
        if (report.findings().stream().anyMatch(failOn::isReachedBy)) {
            return FINDINGS;
        }
        return report.isIncomplete() ? INCOMPLETE : CLEAN;
    }

    static ExitCode of(Review review) {
        if (review.hasFailed()) {
            return FINDINGS;
        }
        if (review.isWithheld()) {
            return WITHHELD;
        }
        return review.report().isIncomplete() ? INCOMPLETE : CLEAN;
    }

    int number() {
        return number;
    }

    /** Numbers and meanings for {@code --help}, in order. */
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            table.put(" " + code.number, code.meaning);
        }
        return table;
    }
}
