package dev.plumbline.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.FindingSource;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.UsageException;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import dev.plumbline.sarif.LeftOut.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What any other tool has written down as SARIF 2.1.0. */
public final class SarifImport implements FindingSource {

    private final SarifFile file;

    private SarifImport(SarifFile file) {
        this.file = file;
    }

    /** @throws UsageException for what is no such file */
    public static SarifImport read(Path file) {
        return new SarifImport(SarifFile.read(file));
    }

    @Override
    public Findings find(Project project, Program program, List<Unit.Id> units) {
        List<OtherTool> tools = new ArrayList<>();
        List<Reported> found = new ArrayList<>();
        LeftOut leftOut = new LeftOut();
        for (JsonNode run : file.runs()) {
            SarifTool tool = new SarifTool(run.path("tool"));
            SarifPlaces places = new SarifPlaces(new SarifPaths(run, project.root()), project.root(), program);
            Map<String, OtherRule> rules = new TreeMap<>();
            for (JsonNode result : run.path("results")) {
                Optional<Reported> reported = reported(result, tool, places, leftOut);
                reported.ifPresent(found::add);
                reported.ifPresent(one -> rules.putIfAbsent(one.rule(), tool.rule(one.rule(), tool.descriptor(result),
                    one.severity())));
            }
            tools.add(tool.with(List.copyOf(rules.values())));
        }
        List<Notice> notices = leftOut.notice(file.name()).stream().toList();
        return new Findings(tools, found, notices);
    }

    private static Optional<Reported> reported(JsonNode result, SarifTool tool, SarifPlaces places, LeftOut leftOut) {
        JsonNode location = result.path("locations").path(0);
        if (!result.path("kind").asText("fail").equals("fail")
            || result.path("baselineState").asText().equals("absent")) {
            leftOut.add(Reason.NOT_FAILED);
            return Optional.empty();
        }
        if (isSuppressed(result)) {
            leftOut.add(Reason.SUPPRESSED);
            return Optional.empty();
        }
        if (!SarifPlaces.isSaid(location)) {
            leftOut.add(Reason.NO_PLACE);
            return Optional.empty();
        }
        Optional<String> path = places.file(location);
        if (path.isEmpty()) {
            leftOut.add(Reason.OUTSIDE);
            return Optional.empty();
        }
        Optional<Place> place = places.place(location, path.get());
        if (place.isEmpty()) {
            leftOut.add(Reason.STALE);
        }
        return place.map(at -> reported(result, tool, places, at));
    }

    private static Reported reported(JsonNode result, SarifTool tool, SarifPlaces places, Place place) {
        JsonNode descriptor = tool.descriptor(result);
        Severity severity = SarifTool.severity(result, descriptor);
        String id = tool.id(result, descriptor);
        String message = SarifText.message(result.path("message"), descriptor);
        return new Reported(id, severity, SarifTool.confidence(descriptor), place, message.isEmpty() ? id : message,
            places.trace(result), "");
    }

    /** Suppressions count when somebody has agreed to them. */
    private static boolean isSuppressed(JsonNode result) {
        boolean accepted = false;
        for (JsonNode suppression : result.path("suppressions")) {
            String status = suppression.path("status").asText(suppression.path("state").asText("accepted"));
            if (!status.equals("accepted")) {
                return false;
            }
            accepted = true;
        }
        return accepted;
    }
}
