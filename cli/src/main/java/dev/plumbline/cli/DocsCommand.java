package dev.plumbline.cli;

import dev.plumbline.cli.manual.Manual;
import dev.plumbline.report.SettingsSchema;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDocs;
import dev.plumbline.rules.spotbugs.PluginFiles;
import dev.plumbline.testkit.KnownGaps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the generated files of Plumbline's own documentation and distribution. */
@Command(name = "docs", hidden = true,
    description = "Write the generated pages, completions and manual page of a checkout of Plumbline.")
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
            .with(PluginFiles.of(rules)).with(Map.of(SettingsSchema.PATH, SettingsSchema.of(rules)));
        Manual manual = Manual.of(Main.commands(terminal));
        List<String> stale = Stream.concat(docs.stale(checkout).stream(), manual.stale(checkout).stream()).toList();
        stale.forEach(terminal.out()::println);
        if (check) {
            return (stale.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS).number();
        }
        docs.write(checkout);
        manual.write(checkout);
        return ExitCode.CLEAN.number();
    }
}
