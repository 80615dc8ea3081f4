package dev.plumbline.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of SARIF as one line of plain text. */
final class SarifText {

    private static final int LONGEST = 2_000;
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[((?:[^\\[\\]\\\\]|\\\\.)+)]\\([^()\\s]*\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d{1,3})}");

    private SarifText() {
    }

    /** A message that only names its text takes it from the rule, which has it under that name. */
    static String message(JsonNode message, JsonNode descriptor) {
        String text = message.path("text").asText(descriptor.path("messageStrings")
            .path(message.path("id").asText()).path("text").asText(message.path("markdown").asText("")));
        if (text.isBlank()) {
            text = descriptor.path("shortDescription").path("text").asText("");
        }
        String filled = PLACEHOLDER.matcher(text).replaceAll(at -> Matcher.quoteReplacement(
            message.path("arguments").path(Integer.parseInt(at.group(1))).asText(at.group())));
        String plain = LINK.matcher(filled).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
        return oneLine(plain.replaceAll("\\\\([\\[\\]\\\\])", "$1"));
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }
}
