package dev.plumbline.cli;

import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDocs;
import dev.plumbline.testkit.KnownGaps;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the generated part of the documentation; for those who work on Plumbline itself. */
@Command(name = "docs", hidden = true, mixinStandardHelpOptions = true,
    description = "Writes the pages of the rules and their table in the README.")
final class DocsCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", defaultValue = ".", paramLabel = "REPOSITORY",
        description = "The folder of Plumbline's own repository; the current one unless given.")
    private Path repository;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path tests = repository.resolve("rules/src/test/java");
        RuleDocs docs = RuleDocs.of(RuleCatalog.installed(), KnownGaps.in(tests), repository);
        List<String> stale = docs.stale(repository);
        docs.write(repository);
        PrintWriter out = spec.commandLine().getOut();
        stale.forEach(out::println);
        out.flush();
        return 0;
    }
}
