package dev.plumbline.cli.manual;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * The generated files about the command line.
 *
 * @param files text by path relative to the repository, with forward slashes
 */
public record Manual(SortedMap<String, String> files) {

    private static final String COMPLETION = "cli/src/dist/completion/";

    public static Manual of(CommandLine root) {
        String name = root.getCommandName();
        CommandEntry command = CommandEntry.of(root);
        return new Manual(new TreeMap<>(Map.of(
            COMPLETION + name + ".bash", BashCompletion.of(command),
            COMPLETION + "_" + name, ZshCompletion.of(command),
            COMPLETION + name + ".fish", FishCompletion.of(command),
            "cli/src/dist/man/man1/" + name + ".1", ManPage.of(command),
            "docs/command-line.md", CommandPage.of(command))));
    }

    /** The paths that are missing or differ, in order. */
    public List<String> stale(Path repository) {
        return files.entrySet().stream()
            .filter(file -> !file.getValue().equals(textOf(repository.resolve(file.getKey()))))
            .map(Map.Entry::getKey)
            .toList();
    }

    /** Writes what changed. */
    public void write(Path repository) {
        for (String path : stale(repository)) {
            Path file = repository.resolve(path);
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, files.get(path));
            } catch (IOException e) {
                throw new UsageException("Can not write " + file + ": " + e.getMessage());
            }
        }
    }

    /** Empty when there is none. */
    private static String textOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
        } catch (IOException e) {
            throw new UsageException("Can not read " + file + ": " + e.getMessage());
        }
    }
}
