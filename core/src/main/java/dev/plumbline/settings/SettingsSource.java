package dev.plumbline.settings;

import dev.plumbline.finding.UsageException;
import dev.plumbline.rule.RuleCatalog;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where settings come from: a file that somebody names, nowhere, or else what the project or its base revision has.
 *
 * @param named the file
 * @param none whether there are to be none, not even the project's own
 */
public record SettingsSource(Optional<Path> named, boolean none) {

    /** @throws UsageException when both are wanted, before anything is read */
    public void check() {
        if (none && named.isPresent()) {
            throw new UsageException("A settings file and no settings file contradict each other; say one of them.");
        }
    }

    /** The settings that do not depend on a revision; empty when that is left to the project. */
    public Optional<ProjectSettings> given(Path root, RuleCatalog catalog) {
        check();
        return none ? Optional.of(ProjectSettings.none()) : named.map(file -> SettingsFile.read(file, root, catalog));
    }

    /** The settings of a scan: those given, or those at the root. */
    public ProjectSettings at(Path root, RuleCatalog catalog) {
        return given(root, catalog).orElseGet(() -> SettingsFile.at(root, catalog));
    }
}
