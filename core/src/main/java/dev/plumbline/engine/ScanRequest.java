package dev.plumbline.engine;

import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What to scan and with what.
 *
 * @param project where code and classes are
 * @param catalog all installed rules; the report lists them all, whichever run
 * @param rules ids of the rules to run, previews among them; empty for the default set
 * @param packs ids of packs to run; empty for all
 * @param include globs over report paths; empty for everything
 * @param exclude globs over report paths
 * @param threads at least 1
 * @param progress told one short line at a time while the scan runs
 */
public record ScanRequest(Project project, RuleCatalog catalog, List<String> rules, List<String> packs,
        List<String> include, List<String> exclude, int threads, Consumer<String> progress) {

    /** All default rules over everything. */
    public static ScanRequest of(Project project, RuleCatalog catalog, int threads) {
        return new ScanRequest(project, catalog, List.of(), List.of(), List.of(), List.of(), threads, line -> {});
    }

    boolean covers(Unit.Id unit) {
        return (include.isEmpty() || matches(include, unit.path())) && !matches(exclude, unit.path());
    }

    private static boolean matches(List<String> globs, Path path) {
        return globs.stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .anyMatch(matcher -> matcher.matches(path));
    }
}
