package dev.plumbline.engine;

import dev.plumbline.project.Project;
import dev.plumbline.revision.Change;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.settings.ProjectSettings;
import dev.plumbline.settings.SettingsChange;
import dev.plumbline.settings.SettingsFile;
import dev.plumbline.settings.SettingsSource;
import dev.plumbline.verdict.BaselineFile;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.Yardstick;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change to be judged.
 *
 * @param scan what to run, on the project as it is at head
 * @param base the project as it is at base
 * @param change what lies between the two
 * @param humans what people's changes introduce
 * @param gate as the base revision wants it
 * @param known the baseline file of the base revision
 * @param proposed the baseline file of head
 * @param settings what the change does to the settings of base, which are those of the scan
 */
public record ReviewRequest(ScanRequest scan, Project base, Change change, Yardstick humans, Gate gate,
        BaselineFile known, BaselineFile proposed, SettingsChange settings) {

    /** A change that leaves the settings alone. */
    public ReviewRequest(ScanRequest scan, Project base, Change change, Yardstick humans, Gate gate,
            BaselineFile known, BaselineFile proposed) {
        this(scan, base, change, humans, gate, known, proposed, SettingsChange.none());
    }

    /**
     * The two sides of a change under the policy of base: its settings, unless others are given by hand.
     *
     * @param scan of head, with the settings that apply
     */
    public static ReviewRequest of(Sides sides, Yardstick humans, SettingsSource source,
            Function<ProjectSettings, ScanRequest> scan) {
        RuleCatalog catalog = RuleCatalog.installed();
        Optional<ProjectSettings> given = source.given(sides.head().root(), catalog);
        ProjectSettings settings = given.orElseGet(() -> SettingsFile.of(sides.change().base(), catalog));
        SettingsChange proposed = given.isPresent() ? SettingsChange.none()
            : SettingsChange.between(settings, sides.change().head(), catalog);
        return new ReviewRequest(scan.apply(settings), sides.base(), sides.change(), humans, settings.gate(),
            sides.known(), sides.proposed(), proposed);
    }
}
