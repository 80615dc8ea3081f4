package dev.plumbline.cli;

import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleList;
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
        RuleList.lines(RuleCatalog.installed()).forEach(terminal.out()::println);
        return ExitCode.CLEAN.number();
    }
}
