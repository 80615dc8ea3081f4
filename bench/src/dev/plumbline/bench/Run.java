package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * One process from start to end.
 *
 * @param wall from before it was started until it had ended
 * @param cpu of all its threads, as last seen
 * @param peakBytes the most memory it ever had resident, as last seen; only Linux tells
 */
record Run(Duration wall, Duration cpu, OptionalLong peakBytes, int exit) {

    private static final int POLL_MILLIS = 20;

    /** Both the output and the errors of the process go to the log. */
    static Run of(List<String> command, Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
        process.getOutputStream().close();
        Duration cpu = Duration.ZERO;
        OptionalLong peak = OptionalLong.empty();
        try {
            // A process that has ended tells nothing of its past. What it does in its last poll is not seen.
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                cpu = process.info().totalCpuDuration().orElse(cpu);
                OptionalLong now = peakOf(process.pid());
                peak = now.isPresent() ? now : peak;
            }
            return new Run(Duration.ofNanos(System.nanoTime() - start), cpu, peak, process.exitValue());
        } finally {
            process.destroy();
        }
    }

    private static OptionalLong peakOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
        } catch (IOException gone) { // or never there: not Linux
            return OptionalLong.empty();
        }
    }
}
