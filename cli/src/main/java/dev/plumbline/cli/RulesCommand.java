package dev.plumbline.cli;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what can be found. */
@Command(name = "rules", description = "List all rules.")
final class RulesCommand implements Callable<Integer> {

    private final Terminal terminal;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RULE", "PACK", "SEVERITY", "STATUS", "FINDS"));
        for (RuleCard card : RuleCatalog.installed().rules()) {
            rows.add(List.of(card.id(), card.pack(), card.info().severity().name().toLowerCase(Locale.ROOT),
                card.info().preview() ? "preview" : "default", card.info().title()));
        }
        rows.forEach(row -> terminal.out().println(line(row, rows)));
        return ExitCode.CLEAN.number();
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
}
