package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;

/** A finding of head that base did not have, and how near to the edits it stands. */
public record Introduced(Finding finding, Where where) implements Comparable<Introduced> {

    /** How near to the edits of the change a finding stands, nearest first. */
    public enum Where {
        /** The change added or edited its line. */
        CHANGED_LINE,
        /** Its line is as it was, but the change edited the method. */
        CHANGED_METHOD,
        /** Code that the change did not touch, and broke all the same: what reviewers miss. */
        ELSEWHERE
    }

    @Override
    public int compareTo(Introduced other) {
        return finding.compareTo(other.finding);
    }
}
