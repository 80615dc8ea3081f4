package dev.plumbline.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All rules in a table of plain text. */
public final class RuleList {

    /** The heading, then one line for each rule, in order of their ids. */
    public static List<String> lines(RuleCatalog catalog) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RULE", "PACK", "SEVERITY", "STATUS", "FINDS"));
        for (RuleCard card : catalog.rules()) {
            rows.add(List.of(card.id(), card.pack(), card.info().severity().name().toLowerCase(Locale.ROOT),
                card.info().preview() ? "preview" : "default", card.info().title()));
        }
        return rows.stream().map(row -> line(row, rows)).toList();
    }

    /** All columns but the last are as wide as their widest cell. */
    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size() - 1; column++) {
            int at = column;
            int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(width - cell.length() + 2));
        }
        return line.append(row.get(row.size() - 1)).toString();
    }

    private RuleList() {
    }
}
