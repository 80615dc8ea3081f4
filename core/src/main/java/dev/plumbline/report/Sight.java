package dev.plumbline.report;

import dev.plumbline.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a host is asked to show an introduced finding.
 *
 * @param real where the finding is
 * @param shown lines that the change touched, if it touched any
 * @param remark what has to be said of where it is; may be empty
 */
record Sight(Place real, Place shown, String remark) {

    /** Whether a reader who looks at the shown line does not see the finding. */
    boolean isElsewhere() {
        return !shown.file().equals(real.file()) || shown.line() != real.line();
    }

    /**
     * The message of the finding with what has to be said of its place.
     *
     * @param link how the format writes the real place
     */
    String said(String message, UnaryOperator<String> link) {
        List<String> asides = new ArrayList<>();
        if (isElsewhere()) {
            asides.add(link.apply(real.path() + ":" + real.line()));
        }
        if (!remark.isEmpty()) {
            asides.add(remark);
        }
        return asides.isEmpty() ? message : message + " (" + String.join(", ", asides) + ")";
    }
}
