package dev.plumbline.engine;

import dev.plumbline.project.Project;
import dev.plumbline.revision.Change;
import dev.plumbline.settings.SettingsChange;
import dev.plumbline.verdict.BaselineFile;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.Yardstick;

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
}
