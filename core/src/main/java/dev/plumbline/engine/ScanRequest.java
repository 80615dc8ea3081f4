package dev.plumbline.engine;

import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.settings.Globs;
import dev.plumbline.settings.ProjectSettings;
import dev.plumbline.settings.Selection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What to scan and with what.
 *
 * @param project where code and classes are
 * @param catalog all installed rules; the report lists them all, whichever run
 * @param rules ids of the rules to run, previews among them; empty for those of the settings
 * @param packs ids of packs to run; empty for those of the settings
 * @param include globs over report paths; empty for those of the settings
 * @param exclude globs over report paths, besides those of the settings
 * @param threads at least 1
 * @param progress told one short line at a time while the scan runs
 * @param settings what the team wants; options of rules are in the catalog already
 */
public record ScanRequest(Project project, RuleCatalog catalog, List<String> rules, List<String> packs,
        List<String> include, List<String> exclude, int threads, Consumer<String> progress, ProjectSettings settings) {

    /** Without settings. */
    public ScanRequest(Project project, RuleCatalog catalog, List<String> rules, List<String> packs,
            List<String> include, List<String> exclude, int threads, Consumer<String> progress) {
        this(project, catalog, rules, packs, include, exclude, threads, progress, ProjectSettings.none());
    }

    /** All default rules over everything. */
    public static ScanRequest of(Project project, RuleCatalog catalog, int threads) {
        return new ScanRequest(project, catalog, List.of(), List.of(), List.of(), List.of(), threads, line -> {});
    }

    /** Which files are looked at. */
    Predicate<Unit.Id> covered() {
        Globs in = Globs.of(include.isEmpty() ? settings.include() : include);
        Globs out = Globs.of(Stream.concat(settings.exclude().stream(), exclude.stream()).toList());
        return unit -> (in.isEmpty() || in.match(unit.path())) && !out.match(unit.path());
    }

    Selection selection() {
        return Selection.of(catalog, settings, rules, packs);
    }
}
