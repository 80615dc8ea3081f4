package dev.plumbline.engine;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import java.util.List;

/** Another tool, or what it has written down. What it finds stands in the report and is in no score. */
public interface FindingSource {

    /**
     * @param project where the code is
     * @param program the same, opened
     * @param units the files that are asked about; what is found elsewhere is dropped where the source knows them
     */
    Findings find(Project project, Program program, List<Unit.Id> units);

    /**
     * What a source found.
     *
     * @param found in any order
     * @param notices on what it did not see
     */
    record Findings(List<OtherTool> tools, List<Reported> found, List<Notice> notices) {

        public Findings {
            tools = List.copyOf(tools);
            found = List.copyOf(found);
            notices = List.copyOf(notices);
        }
    }

    /**
     * One finding, without the fingerprint, which is for the engine to give.
     *
     * @param rule begins with the id of the tool
     * @param subject class and method as they are known; may be empty
     */
    record Reported(String rule, Severity severity, Confidence confidence, Place place, String message,
            List<Step> trace, String subject) {

        public Reported {
            trace = List.copyOf(trace);
        }
    }
}
