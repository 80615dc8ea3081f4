package dev.plumbline.maven;

import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleNames;
import dev.plumbline.settings.ProjectSettings;
import dev.plumbline.settings.SettingsSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was asked for, as values; the one place that makes the engine's request of it.
 *
 * @param classes class folders or jars given by hand; when not empty they replace Maven's
 * @param classpath likewise for dependencies
 * @param settings where the settings come from
 */
record Analysis(List<String> rules, List<String> packs, List<String> include, List<String> exclude,
        List<Path> classes, List<Path> classpath, Optional<Integer> threads, SettingsSource settings,
        Consumer<String> progress) {

    /** With the settings at the root of the repository, or those that were asked for. */
    ScanRequest request(Project project) {
        return request(project, settings.at(project.root(), RuleCatalog.installed()));
    }

    /** @throws UsageException for names that nothing has, and for paths that do not exist */
    ScanRequest request(Project project, ProjectSettings chosen) {
        new RuleNames(RuleCatalog.installed()).check(rules, packs);
        return new ScanRequest(project, RuleCatalog.installed(chosen.options()), rules, packs, include, exclude,
            threadsToUse(), progress, chosen);
    }

    private int threadsToUse() {
        int wanted = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (wanted < 1) {
            throw new UsageException("plumbline.threads must be at least 1.");
        }
        return wanted;
    }
}
