package dev.plumbline.cli;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleNames;
import dev.plumbline.rule.RulePage;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the page of a rule. */
@Command(name = "explain", description = "Print what a rule finds, why it matters and what to write instead.")
final class ExplainCommand implements Callable<Integer> {

    /** For the shell. */
    static final class RuleIds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return RuleCatalog.installed().rules().stream().map(RuleCard::id).iterator();
        }
    }

    @Parameters(paramLabel = "RULE", description = "The id of the rule.", completionCandidates = RuleIds.class)
    private String rule = "";

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(RulePage.markdown(new RuleNames(RuleCatalog.installed()).rule(rule)));
        return ExitCode.CLEAN.number();
    }
}
