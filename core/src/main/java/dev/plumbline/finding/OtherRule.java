package dev.plumbline.finding;

import java.util.List;

/**
 * A rule of another tool, as far as that tool tells.
 *
 * @param id the id its findings have here: {@code spotbugs/NP_NULL_ON_SOME_PATH}
 * @param title what it finds, on one line
 * @param help why that matters, in plain text; may be empty
 * @param helpUri where to read more; may be empty
 * @param severity of its findings, unless a finding says otherwise
 * @param cwe numbers of weaknesses
 * @param tags in the words of the tool
 */
public record OtherRule(String id, String title, String help, String helpUri, Severity severity, List<Integer> cwe,
        List<String> tags) implements Comparable<OtherRule> {

    public OtherRule {
        cwe = List.copyOf(cwe);
        tags = List.copyOf(tags);
    }

    @Override
    public int compareTo(OtherRule other) {
        return id.compareTo(other.id);
    }
}
