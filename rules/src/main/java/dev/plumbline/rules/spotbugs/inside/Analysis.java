package dev.plumbline.rules.spotbugs.inside;

import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.BugPattern;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FieldAnnotation;
import edu.umd.cs.findbugs.FindBugs;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.Version;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One run of SpotBugs with its own detectors, at its default effort and threshold. Paths go in by {@code app} and
 * {@code aux}, rows come out, each with the kind it is of: {@code tool}, {@code bug}, {@code rule}, {@code missing} or
 * {@code error}.
 */
public final class Analysis implements Function<Map<String, List<String>>, List<Map<String, String>>> {

    @Override
    public List<Map<String, String>> apply(Map<String, List<String>> paths) {
        QuietReporter reporter = new QuietReporter();
        try (FindBugs2 engine = new FindBugs2(); Project project = new Project()) {
            paths.get("app").forEach(project::addFile);
            paths.get("aux").forEach(project::addAuxClasspathEntry);
            engine.setProject(project);
            engine.setBugReporter(reporter);
            // Not those that somebody has put into the home folder: other machines do not have them.
            DetectorFactoryCollection.resetInstance(
                new DetectorFactoryCollection(DetectorFactoryCollection.instance().getCorePlugin()));
            engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
            engine.setUserPreferences(UserPreferences.createDefaultUserPreferences());
            engine.setAnalysisFeatureSettings(FindBugs.DEFAULT_EFFORT);
            engine.finishSettings();
            engine.execute();
            reporter.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("SpotBugs was interrupted", e);
        }
        return rows(reporter);
    }

    private static List<Map<String, String>> rows(QuietReporter reporter) {
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(Map.of("kind", "tool", "version", Version.VERSION_STRING, "uri", Version.WEBSITE));
        Map<String, BugPattern> patterns = new TreeMap<>();
        for (BugInstance bug : reporter.bugs()) {
            patterns.put(bug.getType(), bug.getBugPattern());
            rows.add(row(bug));
        }
        patterns.values().forEach(pattern -> rows.add(row(pattern)));
        reporter.missing().forEach(name -> rows.add(Map.of("kind", "missing", "name", name)));
        reporter.errors().forEach(message -> rows.add(Map.of("kind", "error", "message", message)));
        return rows;
    }

    private static Map<String, String> row(BugInstance bug) {
        Map<String, String> row = new TreeMap<>();
        SourceLineAnnotation line = bug.getPrimarySourceLineAnnotation();
        MethodAnnotation method = bug.getPrimaryMethod();
        FieldAnnotation field = bug.getPrimaryField();
        row.put("kind", "bug");
        row.put("type", bug.getType());
        row.put("rank", Integer.toString(bug.getBugRank()));
        row.put("priority", Integer.toString(bug.getPriority()));
        row.put("message", bug.getAbridgedMessage());
        row.put("class", bug.getPrimaryClass().getClassName());
        if (line != null) {
            row.put("lineClass", line.getClassName());
            row.put("line", Integer.toString(line.getStartLine()));
        }
        if (method != null) {
            row.put("methodClass", method.getClassName());
            row.put("method", method.getMethodName());
            row.put("signature", method.getMethodSignature());
        } else if (field != null) {
            row.put("field", field.getFieldName());
        }
        return row;
    }

    private static Map<String, String> row(BugPattern pattern) {
        return Map.of("kind", "rule",
            "type", pattern.getType(),
            "title", pattern.getShortDescription(),
            "help", pattern.getDetailPlainText(),
            "uri", pattern.getUri().map(URI::toString).orElse(""),
            "category", pattern.getCategory(),
            "cwe", Integer.toString(pattern.getCWEid()));
    }
}
