package dev.plumbline.engine;

import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import java.util.List;
import java.util.function.Consumer;

/**
 * What to scan and with what.
 *
 * @param project where code and classes are
 * @param catalog all installed rules; the report lists them all, whichever run
 * @param rules ids of the rules to run; empty for the default set
 * @param packs ids of packs to run, previews included when named by {@code rules} only; empty for all
 * @param include globs over report paths; empty for everything
 * @param exclude globs over report paths
 * @param threads at least 1
 * @param progress told one short line at a time while the scan runs
 */
public record ScanRequest(Project project, RuleCatalog catalog, List<String> rules, List<String> packs,
        List<String> include, List<String> exclude, int threads, Consumer<String> progress) {
}
