package dev.plumbline.rules.spotbugs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What SpotBugs said, row by row, in an order that its own does not show in.
 *
 * @param rows each with its {@code kind}
 */
record SpotBugsResult(List<SortedMap<String, String>> rows) {

    private static final String HEAD = "plumbline-spotbugs 1";

    static SpotBugsResult of(List<Map<String, String>> rows) {
        List<SortedMap<String, String>> sorted = new ArrayList<>();
        rows.forEach(row -> sorted.add(new TreeMap<>(row)));
        sorted.sort((one, other) -> one.toString().compareTo(other.toString()));
        return new SpotBugsResult(sorted);
    }

    List<SortedMap<String, String>> of(String kind) {
        return rows.stream().filter(row -> row.get("kind").equals(kind)).toList();
    }

    /** One line a row; the last line says that nothing is missing. */
    String text() {
        return rows.stream()
            .map(row -> row.entrySet().stream().map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n", HEAD + "\n", "\n" + rows.size() + "\n"));
    }

    /** Empty for anything that {@link #text} does not write. */
    static Optional<SpotBugsResult> parse(String text) {
        List<String> lines = text.lines().toList();
        int last = lines.size() - 1;
        if (last < 1 || !lines.get(0).equals(HEAD) || !lines.get(last).equals(Integer.toString(last - 1))) {
            return Optional.empty();
        }
        List<SortedMap<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, last)) {
            SortedMap<String, String> row = new TreeMap<>();
            for (String field : line.split("\t", -1)) {
                int equals = field.indexOf('=');
                if (equals < 0) {
                    return Optional.empty();
                }
                row.put(field.substring(0, equals), unescaped(field.substring(equals + 1)));
            }
            if (!row.containsKey("kind")) {
                return Optional.empty();
            }
            rows.add(row);
        }
        return Optional.of(new SpotBugsResult(rows));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (at != '\\' || i + 1 == value.length()) {
                text.append(at);
                continue;
            }
            i++;
            text.append(switch (value.charAt(i)) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> value.charAt(i);
            });
        }
        return text.toString();
    }
}
