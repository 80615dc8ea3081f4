package dev.plumbline.rules.spotbugs.plugin;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.ba.AnalysisContext;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the default rules over what SpotBugs analyses, once, after SpotBugs has seen all classes. Our rules see a whole
 * program and the text of its files, so the classes alone do not do: the source folders must be known to SpotBugs.
 */
public final class PlumblineDetector implements Detector2 {

    /** Sources are read as text and never compiled here: SpotBugs has the classes of a build. */
    private static final int NOT_TO_BE_COMPILED = 0;
    /** {@code build/classes/java/main} lies that far below a module. */
    private static final int FURTHEST = 5;
    private static final String SOURCES = "src/main/java";

    private final BugReporter reporter;
    private final List<ClassDescriptor> classes = new ArrayList<>();

    public PlumblineDetector(BugReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void visitClass(ClassDescriptor type) {
        classes.add(type);
    }

    @Override
    public void finishPass() {
        edu.umd.cs.findbugs.Project given = AnalysisContext.currentAnalysisContext().getSourceFinder().getProject();
        List<Path> classFolders = existing(given.getFileList());
        List<Path> sources = existing(given.getSourceDirList());
        if (sources.isEmpty()) {
            sources = classFolders.stream().flatMap(folder -> beside(folder).stream()).distinct().toList();
        }
        if (sources.isEmpty()) {
            reporter.logError("Plumbline found no source folder, so its rules did not run; tell SpotBugs where the"
                + " sources are (-sourcepath, or addSourceDirs in a Maven build).");
            return;
        }
        Module module = new Module("spotbugs", sources, classFolders,
            existing(given.getAuxClasspathEntryList()), NOT_TO_BE_COMPILED);
        Project project = new Project(root(sources), List.of(module), List.of());
        try {
            report(Scan.run(ScanRequest.of(project, RuleCatalog.installed(), 1)));
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            reporter.logError("Plumbline itself failed, so its findings are not here; please report it.", failure);
        }
        classes.clear();
    }

    @Override
    public String getDetectorClassName() {
        return getClass().getName();
    }

    /** What was read as text alone is not what SpotBugs was asked about: the tests, for example. */
    private void report(Report report) {
        AnalysedLines lines = AnalysedLines.of(classes);
        for (Finding finding : report.findings()) {
            if (report.files().get(finding.place().path()) == Rung.COMPILED) {
                lines.bug(finding).ifPresent(reporter::reportBug);
            }
        }
        report.notices().stream().filter(notice -> notice.kind().equals("rule-crashed")).map(Notice::message)
            .forEach(reporter::logError);
    }

    private static Path root(List<Path> sources) {
        Path root = sources.get(0);
        for (Path source : sources) {
            while (!source.startsWith(root)) {
                root = root.getParent();
            }
        }
        return Files.isDirectory(root) ? root : root.getParent();
    }

    /** Builds do not always say where the sources are; of the usual layout they are near the class folder. */
    private static Optional<Path> beside(Path classes) {
        return Stream.iterate(classes, folder -> folder != null, Path::getParent)
            .limit(FURTHEST)
            .map(folder -> folder.resolve(SOURCES))
            .filter(Files::isDirectory)
            .findFirst();
    }

    private static List<Path> existing(List<String> paths) {
        return paths.stream().map(path -> Path.of(path).toAbsolutePath().normalize()).filter(Files::exists).distinct()
            .toList();
    }
}
