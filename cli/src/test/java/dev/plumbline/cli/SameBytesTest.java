package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import dev.plumbline.report.ConsoleWriter;
import dev.plumbline.report.JsonWriter;
import dev.plumbline.report.SarifWriter;
import dev.plumbline.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A report depends on the code and on nothing else. */
class SameBytesTest {

    private static final Path SAMPLE = Path.of("..", "samples", "order-service", "src", "main", "java");
    private final String expected = write(project(0), 1);

    @Property(tries = 6)
    void whateverTheThreadsLocaleTimeZoneAndFileOrder(@ForAll @IntRange(min = 1, max = 8) int threads,
            @ForAll boolean turkish, @ForAll boolean eastern, @ForAll long order) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(turkish ? Locale.forLanguageTag("tr-TR") : Locale.ROOT);
            TimeZone.setDefault(TimeZone.getTimeZone(eastern ? "Pacific/Kiritimati" : "America/New_York"));
            assertEquals(expected, write(project(order), threads));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Every file is a source of its own, so that the order they are met in can be shuffled. */
    private static Project project(long order) {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            List<Path> sources = new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).sorted()
                .map(file -> file.toAbsolutePath().normalize()).toList());
            Collections.shuffle(sources, new Random(order));
            Path root = SAMPLE.toAbsolutePath().normalize();
            return new Project(root, List.of(new Module("shuffled", sources, List.of(), List.of(), 17)), List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Project project, int threads) {
        Report report = Scan.run(ScanRequest.of(project, RuleCatalog.installed(), threads));
        assertTrue(report.findings().size() > 1, "a report without findings would prove little");
        return ConsoleWriter.plain().write(report) + JsonWriter.indented().write(report)
            + SarifWriter.indented().write(report);
    }
}
