package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Medians, and how many times as long as Plumbline each tool took; Markdown, to be pasted. */
final class Table {

    private final Map<Tool, List<Run>> runs;

    Table(Map<Tool, List<Run>> runs) {
        this.runs = runs;
    }

    String text() throws IOException {
        StringBuilder text = new StringBuilder("""
            | scan of kafka-clients 4.1.0 | wall s | least - most | cpu s | peak MB | findings | wall / Plumbline's |
            |---|---:|---:|---:|---:|---:|---:|
            """);
        OptionalLong ours = runs.keySet().stream()
            .filter(tool -> tool.id().equals("plumbline"))
            .mapToLong(tool -> median(runs.get(tool).stream().map(Run::wall)).toNanos())
            .findFirst();
        for (Map.Entry<Tool, List<Run>> entry : runs.entrySet()) {
            text.append(row(entry.getKey(), entry.getValue(), ours));
        }
        return text.toString();
    }

    private static String row(Tool tool, List<Run> runs, OptionalLong ours) throws IOException {
        List<Duration> walls = runs.stream().map(Run::wall).sorted().toList();
        Duration wall = median(walls.stream());
        String ratio = ours.isPresent() ? String.format(Locale.ROOT, "%.2f", (double) wall.toNanos() / ours.getAsLong())
            : "-";
        return "| " + String.join(" | ", tool.name(), seconds(wall),
            seconds(walls.get(0)) + " - " + seconds(walls.get(walls.size() - 1)),
            seconds(median(runs.stream().map(Run::cpu))), megabytes(runs), findings(tool), ratio) + " |\n";
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e9);
    }

    static String megabytes(List<Run> runs) {
        List<Long> peaks = runs.stream().flatMap(run -> run.peakBytes().stream().boxed()).toList();
        return peaks.isEmpty() ? "-" : String.valueOf(median(peaks.stream()) / 1_000_000);
    }

    /** The lower one of two in the middle. */
    private static <T extends Comparable<T>> T median(Stream<T> values) {
        List<T> sorted = values.sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static String findings(Tool tool) throws IOException {
        if (!Files.exists(tool.report())) {
            return "-";
        }
        try (Stream<String> lines = Files.lines(tool.report())) {
            return String.valueOf(lines.filter(tool.finding()).count());
        }
    }
}
