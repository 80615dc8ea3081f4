package dev.plumbline.cli;

import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDocs;
import dev.plumbline.rules.spotbugs.PluginFiles;
import dev.plumbline.testkit.KnownGaps;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the generated pages of Plumbline's own documentation. */
@Command(name = "docs", hidden = true, description = "Write the rule pages and tables of a checkout of Plumbline.")
final class DocsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "CHECKOUT", defaultValue = ".",
        description = "The top folder of the checkout (default: the working folder).")
    private Path checkout = Path.of(".");

    @Option(names = "--check", description = "Write nothing; exit code 1 when something is stale.")
    private boolean check;

    private final Terminal terminal;

    DocsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleCatalog rules = RuleCatalog.installed();
        RuleDocs docs = RuleDocs.of(rules, KnownGaps.in(checkout.resolve("rules/src/test/java")), checkout)
            .with(PluginFiles.of(rules));
        List<String> stale = docs.stale(checkout);
        stale.forEach(terminal.out()::println);
        if (check) {
            return (stale.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS).number();
        }
        docs.write(checkout);
        return ExitCode.CLEAN.number();
    }
}
