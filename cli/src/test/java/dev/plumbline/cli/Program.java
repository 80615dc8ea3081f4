package dev.plumbline.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine that was run to its end.
 *
 * @param output both streams, as they came
 */
record Program(int exit, String output) {

    private static final long MINUTES = 3;

    /** Whether the machine has it; what needs it is skipped where it has not. */
    static boolean exists(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** @param variables added to those of this process */
    static Program run(Path folder, Map<String, String> variables, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        variables.forEach(builder.environment()::put);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " does not end: " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return new Program(process.exitValue(), output);
    }

    static Program run(Path folder, String... command) throws IOException {
        return run(folder, Map.of(), List.of(command));
    }
}
