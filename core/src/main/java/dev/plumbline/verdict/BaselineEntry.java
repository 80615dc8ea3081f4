package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;

/**
 * One line of a {@link BaselineFile}. The rule and the fingerprint say which finding is meant; the path and the message
 * are for the people who read the file.
 */
public record BaselineEntry(String rule, String fingerprint, String path, String message)
        implements Comparable<BaselineEntry> {

    private static final int FIELDS = 4;

    record Identity(String rule, String fingerprint) {
    }

    public BaselineEntry {
        path = oneLine(path);
        message = oneLine(message);
        if (!rule.matches("[^\\p{Cntrl}\\s]+")) {
            throw new IllegalArgumentException("`" + rule + "` is not the id of a rule");
        }
        if (!fingerprint.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("`" + fingerprint + "` is not a fingerprint, 16 hex digits");
        }
    }

    static BaselineEntry of(Finding finding) {
        return new BaselineEntry(finding.rule(), finding.fingerprint().text(), finding.place().path(),
            finding.message());
    }

    static BaselineEntry parse(String line) {
        if (line.matches("(<{7}|={7}|>{7}|\\|{7}).*")) {
            throw new IllegalArgumentException(
                "a merge left its marks; keep the lines of both sides, without the marks");
        }
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("expected a rule, a fingerprint, a path and a message, parted by tabs");
        }
        return new BaselineEntry(fields[0], fields[1], fields[2], fields[3]);
    }

    Identity identity() {
        return new Identity(rule, fingerprint);
    }

    String line() {
        return String.join("\t", rule, fingerprint, path, message);
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return line().compareTo(other.line());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
