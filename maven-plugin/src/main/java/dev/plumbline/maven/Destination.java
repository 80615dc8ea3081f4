package dev.plumbline.maven;

import dev.plumbline.finding.UsageException;
import dev.plumbline.report.ReportFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Where a report goes.
 *
 * @param formats the formats it can have; one of them is {@code text}
 * @param format the one that was asked for
 * @param output the file for it; empty for the log or, when it is not for people, the build folder
 * @param further other files, each as {@code FORMAT=FILE}
 * @param project whose folder files are relative to
 */
record Destination<F extends Enum<F>>(Class<F> formats, F format, Optional<Path> output, List<String> further,
        MavenProject project) {

    private static final String TEXT = "text";
    /** What GitHub reads off the log, if it stands at the beginning of a line. */
    private static final String ANNOTATIONS = "github";

    /**
     * @param report writes it in a format
     * @param calm whether there is nothing in it that a person has to see
     */
    void write(Function<F, String> report, boolean calm, Log log) {
        for (String one : further) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new UsageException("plumbline.report is " + one
                    + "; write a format, '=' and a file, as in json=target/plumbline.json.");
            }
            F other = format(one.substring(0, equals));
            ReportFile.write(base().resolve(one.substring(equals + 1).strip()), report.apply(other));
        }
        if (output.isEmpty() && format.name().equals(ANNOTATIONS)) {
            System.out.print(report.apply(format));
            return;
        }
        boolean isFile = output.isPresent() || !format.name().equals(TEXT);
        if (!isFile || !calm) {
            log(report.apply(format(TEXT)), calm, log);
        }
        if (isFile) {
            Path file = output.orElseGet(() -> Path.of(project.getBuild().getDirectory(), "plumbline." + format));
            ReportFile.write(file, report.apply(format));
            log.info("plumbline: the report is in " + file);
        }
    }

    private static void log(String text, boolean calm, Log log) {
        text.lines().forEach(line -> {
            if (calm) {
                log.info(line);
            } else {
                log.warn(line);
            }
        });
    }

    private Path base() {
        return project.getBasedir().toPath();
    }

    private F format(String name) {
        return Stream.of(formats.getEnumConstants())
            .filter(known -> known.name().equals(name.strip()))
            .findFirst()
            .orElseThrow(() -> new UsageException("plumbline.report asks for the format " + name + "; there are "
                + String.join(", ", Stream.of(formats.getEnumConstants()).map(Enum::name).toList()) + "."));
    }
}
