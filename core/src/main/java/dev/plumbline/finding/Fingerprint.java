package dev.plumbline.finding;

/** What a finding is recognised by in a later revision: 16 hex digits that hold no line number. */
public record Fingerprint(String text) implements Comparable<Fingerprint> {

    @Override
    public int compareTo(Fingerprint other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
