package dev.plumbline.cli;

import dev.plumbline.engine.FindingSource;
import dev.plumbline.finding.UsageException;
import dev.plumbline.rules.spotbugs.SpotBugs;
import dev.plumbline.sarif.SarifImport;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which other tools have a say. The Maven plugin has parameters of the same names. */
final class OtherToolsOptions {

    @Option(names = "--spotbugs", description = "Run SpotBugs over the same classes, too; what it finds is in the "
        + "report and in no score.")
    boolean spotbugs;

    @Option(names = "--import", paramLabel = "FILE",
        description = "Show what another tool has found, too: its report as SARIF 2.1.0, in no score; may"
            + " be repeated.")
    List<Path> imports = new ArrayList<>();

    /** @throws UsageException when SpotBugs is wanted and missing, or a file is no SARIF; nothing is scanned then */
    List<FindingSource> sources(Terminal terminal) {
        List<FindingSource> sources = new ArrayList<>();
        if (spotbugs) {
            sources.add(SpotBugs.in(folder(), terminal.environment()));
        }
        imports.forEach(file -> sources.add(SarifImport.read(file)));
        return sources;
    }

    /** Where the jars of SpotBugs lie: beside the jar of this program. */
    private static Path folder() {
        try {
            return Path.of(OtherToolsOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolveSibling("spotbugs");
        } catch (URISyntaxException e) {
            throw new UsageException("The folder of plumbline.jar has a name that is no path (" + e.getMessage()
                + "); rename it.");
        }
    }
}
