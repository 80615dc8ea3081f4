package dev.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file to which a step of a GitHub workflow adds what the page of the job shows. */
final class StepSummary {

    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";
    /** GitHub shows nothing at all of a file that is larger. */
    private static final long MOST_BYTES = 1 << 20;

    private final Terminal terminal;

    StepSummary(Terminal terminal) {
        this.terminal = terminal;
    }

    boolean isWanted() {
        return !terminal.environment().getOrDefault(VARIABLE, "").isEmpty();
    }

    /** What cannot be added is said and spoils nothing: the verdict does not depend on it. */
    void add(String markdown) {
        byte[] bytes = ("\n" + markdown).getBytes(StandardCharsets.UTF_8);
        try {
            Path file = Path.of(terminal.environment().get(VARIABLE));
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size + bytes.length > MOST_BYTES) {
                terminal.err()
                    .println("plumbline: The summary of this step holds " + size + " bytes already, and GitHub"
                        + " shows 1 MiB; run plumbline in a step of its own to see its summary.");
                return;
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException refused) {
            terminal.err().println("plumbline: The summary could not be added to " + VARIABLE + " ("
                + refused.getMessage() + ").");
        }
    }
}
