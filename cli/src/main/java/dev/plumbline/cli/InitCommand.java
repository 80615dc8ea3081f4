package dev.plumbline.cli;

import dev.plumbline.finding.UsageException;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.settings.SettingsFile;
import dev.plumbline.settings.SettingsTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the files that a repository starts with. */
@Command(name = "init", description = {"Write a plumbline.yml with every key explained, and a workflow for GitHub.",
    "A file that is there already is never changed."})
final class InitCommand implements Callable<Integer> {

    private static final String WORKFLOW = ".github/workflows/plumbline.yml";

    @Parameters(arity = "0..1", paramLabel = "FOLDER", defaultValue = ".",
        description = "The top folder of the repository (default: the working folder).")
    private Path folder = Path.of(".");

    private final Terminal terminal;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder + ".");
        }
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(folder.resolve(SettingsFile.NAME), SettingsTemplate.of(RuleCatalog.installed()));
        texts.put(folder.resolve(WORKFLOW), workflow());
        for (Path file : texts.keySet()) {
            if (Files.exists(file)) {
                throw new UsageException(file + " exists already; nothing was written. Move it away to get a new one.");
            }
        }
        texts.forEach(this::write);
        return ExitCode.CLEAN.number();
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
            terminal.out().println("written: " + file);
        } catch (IOException refused) {
            throw new UsageException(file + " could not be written (" + refused.getMessage() + ").");
        }
    }

    private static String workflow() {
        try (InputStream in = InitCommand.class.getResourceAsStream("workflow.yml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
