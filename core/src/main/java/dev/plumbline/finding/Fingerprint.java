package dev.plumbline.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a finding is recognised by in a later revision. It holds no line number and no path, so it survives edits
 * elsewhere, another indentation and a renamed file.
 *
 * @param text 16 hex digits: a hash of the rule, the subject, the line and which of its equals it is
 * @param subject the class and method it is in, as far as they are known; may be empty
 * @param line the text of the line it stands on, without white space; may be empty
 */
public record Fingerprint(String text, String subject, String line) implements Comparable<Fingerprint> {

    private static final int BYTES = 8;

    /** @param ordinal which of the findings with the same rule, subject and line, from 1 */
    public static Fingerprint of(String rule, String subject, String line, int ordinal) {
        String bare = line.replaceAll("\\s+", "");
        return new Fingerprint(hash(rule + "\n" + subject + "\n" + bare + "\n" + ordinal), subject, bare);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
