package dev.plumbline.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Locations of a run as places of the program, or of another file below the root. */
final class SarifPlaces {

    private static final int MOST_STEPS = 100;

    private final SarifPaths paths;
    private final Path root;
    private final Program program;
    private final Map<String, Optional<String>> files = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();

    SarifPlaces(SarifPaths paths, Path root, Program program) {
        this.paths = paths;
        this.root = root;
        this.program = program;
    }

    /** Whether a location says where it is at all. */
    static boolean isSaid(JsonNode location) {
        JsonNode artifact = location.path("physicalLocation").path("artifactLocation");
        return artifact.has("uri") || artifact.has("index");
    }

    /** The file that a location names; empty when it is not below the root, or not there. */
    Optional<String> file(JsonNode location) {
        return paths.path(location.path("physicalLocation").path("artifactLocation"))
            .flatMap(path -> files.computeIfAbsent(path, this::existing));
    }

    /** Empty when the file has no such line: then it has changed since the tool looked. */
    Optional<Place> place(JsonNode location, String file) {
        JsonNode region = location.path("physicalLocation").path("region");
        int line = Math.max(1, region.path("startLine").asInt(1));
        int endLine = Math.max(line, region.path("endLine").asInt(line));
        List<String> text = lines.computeIfAbsent(file,
            name -> program.text(Path.of(name)).map(all -> all.lines().toList()).orElse(List.of()));
        if (text.isEmpty()) {
            int column = Math.max(1, region.path("startColumn").asInt(1));
            return Optional.of(new Place(Path.of(file), line, column, endLine,
                Math.max(endLine == line ? column : 1, region.path("endColumn").asInt(column))));
        }
        if (line > text.size()) {
            return Optional.empty();
        }
        int last = Math.min(endLine, text.size());
        int column = column(region, "startColumn", text.get(line - 1), margin(text.get(line - 1)) + 1);
        int end = column(region, "endColumn", text.get(last - 1), text.get(last - 1).stripTrailing().length() + 1);
        return Optional.of(new Place(Path.of(file), line, column, last,
            last == line ? Math.max(column, end) : end));
    }

    /** The first way through the code that proves a result. */
    List<Step> trace(JsonNode result) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode at : result.path("codeFlows").path(0).path("threadFlows").path(0).path("locations")) {
            JsonNode location = at.path("location");
            Optional<Place> place = file(location).flatMap(file -> place(location, file));
            if (place.isPresent() && steps.size() < MOST_STEPS) {
                String what = SarifText.message(location.path("message"), location);
                steps.add(new Step(place.get(), what.isEmpty() ? "step " + (steps.size() + 1) : what));
            }
        }
        return steps;
    }

    private static int column(JsonNode region, String name, String line, int otherwise) {
        int column = region.path(name).asInt(otherwise);
        return Math.max(1, Math.min(column, line.length() + 1));
    }

    private static int margin(String line) {
        return line.isBlank() ? 0 : line.indexOf(line.strip());
    }

    /** Compilers and bytecode tools name files below a source folder; one file that ends so is meant. */
    private Optional<String> existing(String path) {
        if (program.outline(Unit.Id.at(path)).isPresent() || Files.isRegularFile(root.resolve(path))) {
            return Optional.of(path);
        }
        List<String> ends = program.units().stream().map(Unit.Id::text)
            .filter(text -> text.endsWith("/" + path)).toList();
        return ends.size() == 1 ? Optional.of(ends.get(0)) : Optional.empty();
    }
}
