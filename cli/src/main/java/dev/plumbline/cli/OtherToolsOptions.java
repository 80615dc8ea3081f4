package dev.plumbline.cli;

import dev.plumbline.engine.FindingSource;
import dev.plumbline.finding.UsageException;
import dev.plumbline.rules.spotbugs.SpotBugs;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which other tools have a say. The Maven plugin has parameters of the same names. */
final class OtherToolsOptions {

    /** Where the jars of SpotBugs lie, beside the jar of this program. */
    private static final String SPOTBUGS = "spotbugs";

    @Option(names = "--spotbugs", description = "Run SpotBugs over the same classes, too; what it finds is in the "
        + "report and in no score.")
    boolean spotbugs;

    /** @throws UsageException when SpotBugs is wanted and not there, before anything is scanned */
    List<FindingSource> sources(Terminal terminal) {
        List<FindingSource> sources = new ArrayList<>();
        if (spotbugs) {
            sources.add(SpotBugs.in(home().resolve(SPOTBUGS), terminal.environment()));
        }
        return sources;
    }

    /** The folder that this program was started from. */
    private static Path home() {
        try {
            return Path.of(OtherToolsOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .getParent();
        } catch (URISyntaxException e) {
            throw new UsageException("The folder of plumbline.jar has a name that is no path (" + e.getMessage()
                + "); rename it.");
        }
    }
}
