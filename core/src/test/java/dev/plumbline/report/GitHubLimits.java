package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;

/**
 * What GitHub code scanning asks of a SARIF file beyond the standard: its limits, what it needs to show an alert and to
 * recognise it again, and what makes it refuse a whole file. See
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
final class GitHubLimits {

    private static final int MOST_BYTES = 10 << 20;
    private static final Pattern LINE_HASH = Pattern.compile("[0-9a-f]{1,16}:[1-9][0-9]*");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)]\\((\\d+)\\)");
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    private final List<String> complaints = new ArrayList<>();

    private GitHubLimits() {
    }

    static List<String> complaints(String sarif) {
        GitHubLimits limits = new GitHubLimits();
        limits.most("bytes when packed", packed(sarif), MOST_BYTES);
        limits.log(SchemaCheck.parse(sarif));
        return limits.complaints;
    }

    private void log(JsonNode log) {
        is("2.1.0".equals(log.at("/version").asText()), "version is not 2.1.0");
        is(log.hasNonNull("$schema"), "there is no $schema");
        most("runs", log.at("/runs").size(), 20);
        is(log.at("/runs").size() > 0, "there is no run");
        Set<String> categories = new TreeSet<>();
        for (JsonNode run : log.at("/runs")) {
            String category = run.at("/tool/driver/name").asText() + " " + run.at("/automationDetails/id").asText();
            is(categories.add(category), "two runs of one tool and category: " + category);
            run(run);
        }
    }

    private void run(JsonNode run) {
        is(!run.has("originalUriBaseIds"), "originalUriBaseIds are not resolved");
        is(!run.at("/tool/driver/name").asText().isEmpty(), "the driver has no name");
        is(run.at("/tool/driver/semanticVersion").asText().matches("\\d+\\.\\d+\\.\\d+.*"), "no semantic version");
        is(run.at("/tool/driver/rules").isArray(), "the driver has no rules");
        is(run.at("/results").isArray(), "there are no results");
        most("extensions", run.at("/tool/extensions").size(), 100);
        most("results", run.at("/results").size(), 25_000);
        List<JsonNode> components = new ArrayList<>(List.of(run.at("/tool/driver")));
        run.at("/tool/extensions").forEach(components::add);
        components.forEach(component -> rules(component.at("/rules")));
        for (JsonNode result : run.at("/results")) {
            result(result, components);
        }
    }

    private void rules(JsonNode rules) {
        most("rules", rules.size(), 25_000);
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : rules) {
            String id = rule.at("/id").asText();
            is(!id.isEmpty() && ids.add(id), "a rule has no id, or another's: " + id);
            words("name of " + id, rule.at("/name").asText(), 255);
            words("shortDescription of " + id, rule.at("/shortDescription/text").asText(), 1024);
            words("fullDescription of " + id, rule.at("/fullDescription/text").asText(), 1024);
            is(!rule.at("/help/text").asText().isEmpty(), id + " has no help");
            properties(id, rule.at("/properties"));
        }
    }

    private void properties(String id, JsonNode properties) {
        most("tags of " + id, properties.at("/tags").size(), 20);
        boolean isSecurity = StreamSupport.stream(properties.at("/tags").spliterator(), false)
            .anyMatch(tag -> tag.asText().equals("security"));
        is(isSecurity == properties.has("security-severity"),
            id + " has security-severity and is not tagged security, or the other way round");
        if (properties.has("security-severity")) {
            double severity = properties.at("/security-severity").asDouble();
            is(properties.at("/security-severity").isTextual() && severity > 0 && severity <= 10,
                id + " has no security-severity that GitHub reads");
        }
        is(Set.of("very-high", "high", "medium", "low").contains(properties.at("/precision").asText("high")),
            id + " has a precision that GitHub does not know");
        is(Set.of("error", "warning", "recommendation").contains(properties.at("/problem.severity").asText("error")),
            id + " has a problem.severity that GitHub does not know");
    }

    private void result(JsonNode result, List<JsonNode> components) {
        String id = result.at("/ruleId").asText(result.at("/rule/id").asText());
        is(!result.at("/message/text").asText().isBlank(), "a result of " + id + " has no message");
        is(LEVELS.contains(result.at("/level").asText("warning")), "a result of " + id + " has an unknown level");
        is(isRule(id, result, components), "a result names a rule that is not where it says: " + id);
        is(result.at("/locations").size() > 0, "a result of " + id + " has no location");
        most("locations", result.at("/locations").size(), 1_000);
        result.at("/locations").forEach(this::location);
        result.at("/relatedLocations").forEach(this::location);
        // GitHub's upload makes one where it is missing; a wrong one makes every alert a new one.
        is(LINE_HASH.matcher(result.at("/partialFingerprints/primaryLocationLineHash").asText("0:1")).matches(),
            "a result of " + id + " has a primaryLocationLineHash that is none");
        int steps = 0;
        for (JsonNode location : result.findValues("threadFlows")) {
            for (JsonNode flow : location) {
                steps += flow.at("/locations").size();
            }
        }
        most("steps", steps, 1_000);
        links(result);
    }

    private static boolean isRule(String id, JsonNode result, List<JsonNode> components) {
        int component = result.at("/rule/toolComponent/index").asInt(-1) + 1;
        int index = result.at("/ruleIndex").asInt(result.at("/rule/index").asInt(-1));
        return component < components.size()
            && components.get(component).at("/rules/" + index + "/id").asText().equals(id);
    }

    private void links(JsonNode result) {
        Matcher link = LINK.matcher(result.at("/message/text").asText());
        while (link.find()) {
            String id = link.group(1);
            is(StreamSupport.stream(result.at("/relatedLocations").spliterator(), false)
                .anyMatch(related -> related.at("/id").asText().equals(id)), "a link leads nowhere: " + id);
        }
    }

    private void location(JsonNode location) {
        String uri = location.at("/physicalLocation/artifactLocation/uri").asText();
        is(isRelative(uri), "not a path below the root: " + uri);
        JsonNode region = location.at("/physicalLocation/region");
        int line = region.at("/startLine").asInt();
        int column = region.at("/startColumn").asInt();
        int endLine = region.at("/endLine").asInt();
        int endColumn = region.at("/endColumn").asInt();
        is(line >= 1 && column >= 1 && endLine >= line && endColumn >= (endLine == line ? column : 1),
            "not a region: " + region);
    }

    private static boolean isRelative(String text) {
        try {
            URI uri = new URI(text);
            return !text.isEmpty() && !uri.isAbsolute() && !text.startsWith("/") && !text.startsWith("../");
        } catch (java.net.URISyntaxException invalid) {
            return false;
        }
    }

    private void words(String what, String text, int most) {
        is(!text.isBlank(), what + " is empty");
        most("characters in the " + what, text.length(), most);
    }

    private void most(String what, int number, int most) {
        is(number <= most, number + " " + what + ", and GitHub takes " + most);
    }

    private void is(boolean right, String complaint) {
        if (!right) {
            complaints.add(complaint);
        }
    }

    private static int packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.size();
    }
}
