package dev.plumbline.report;

import dev.plumbline.finding.Severity;

/** Colours for a terminal, or none. */
enum Paint {
    NONE, ANSI;

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> wrap("1;31", text);
            case WARNING -> wrap("1;33", text);
            case NOTE -> wrap("1;36", text);
        };
    }

    /** What is to be read first. */
    String strong(String text) {
        return wrap("1", text);
    }

    /** What is to be read when needed. */
    String faint(String text) {
        return wrap("2", text);
    }

    /** What belongs to a step of a trace. */
    String step(String text) {
        return wrap("36", text);
    }

    private String wrap(String code, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
