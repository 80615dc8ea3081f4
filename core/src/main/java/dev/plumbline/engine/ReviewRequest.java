package dev.plumbline.engine;

import dev.plumbline.project.Project;
import dev.plumbline.revision.Change;
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
 */
public record ReviewRequest(ScanRequest scan, Project base, Change change, Yardstick humans, Gate gate,
        BaselineFile known, BaselineFile proposed) {

    /** The two sides of a change under the standard gate; what base wants of it is read from base. */
    public static ReviewRequest of(ScanRequest scan, Sides sides, Yardstick humans) {
        return new ReviewRequest(scan, sides.base(), sides.change(), humans, Gate.standard(), sides.known(),
            sides.proposed());
    }
}
