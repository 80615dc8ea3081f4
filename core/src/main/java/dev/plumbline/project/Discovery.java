package dev.plumbline.project;

import dev.plumbline.finding.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * From the paths a user named to a project: (1) the paths are checked; (2) each gives modules by what lies
 * there, a Maven build before a Gradle build before a plain folder; (3) what was given by hand replaces what
 * was found; (4) a source that two modules have stays with the wider one.
 */
final class Discovery {

    private final Project.Request request;
    private final List<Path> paths;
    private final Remarks remarks;

    Discovery(Project.Request request) {
        this.request = request;
        if (request.paths().isEmpty()) {
            throw new UsageException("Nothing to scan was named; give a project folder, a source file or a jar.");
        }
        this.paths = existing(request.paths());
        this.remarks = new Remarks(ReportRoot.of(paths));
    }

    Project project() {
        List<Path> classes = existing(request.classes());
        List<Path> classpath = existing(request.classpath());
        List<Module> found = new ArrayList<>();
        List<Path> looseFiles = new ArrayList<>();
        List<Path> jars = new ArrayList<>();
        for (Path path : paths) {
            String name = Objects.toString(path.getFileName(), "");
            if (Files.isDirectory(path)) {
                found.addAll(inFolder(path));
            } else if (name.endsWith(".java")) {
                List<Module> around = new EnclosingModule(remarks, resolvesDependencies()).of(path);
                found.addAll(around);
                looseFiles.addAll(around.isEmpty() ? List.of(path) : List.of());
            } else if (name.endsWith(".jar")) {
                jars.add(path);
            } else if (isBuildFile(name)) {
                found.addAll(inFolder(path.getParent()));
            } else {
                throw new UsageException(path + " cannot be scanned; give a project folder, a .java file or a jar.");
            }
        }
        if (!looseFiles.isEmpty()) {
            found.add(new Module(looseFiles.get(0).getFileName().toString(), looseFiles, List.of(), List.of(),
                ClassFolders.RELEASE_UNSAID));
        }
        found.addAll(new Jars(remarks).modules(jars));

        List<Module> modules = withoutOverlap(found).stream()
            .map(module -> classes.isEmpty() ? module : module.withClasses(classes))
            .map(module -> classpath.isEmpty() ? module : module.withClasspath(classpath))
            .sorted(Comparator.comparing(module -> remarks.name(module.sources().get(0))))
            .toList();
        return new Project(ReportRoot.of(paths), modules, remarks.all());
    }

    private boolean resolvesDependencies() {
        return request.classpath().isEmpty();
    }

    private List<Module> inFolder(Path folder) {
        List<Module> found = new ArrayList<>(builtFolder(folder));
        if (!BuildFile.isIn(folder)) {
            found.addAll(new EnclosingModule(remarks, resolvesDependencies()).of(folder));
            if (found.isEmpty()) {
                SourceTree tree = SourceTree.below(folder, BuildFile::isIn);
                tree.boundaries().forEach(nested -> found.addAll(builtFolder(nested)));
                found.addAll(new PlainLayout(remarks).modules(folder, tree));
            }
        }
        if (found.isEmpty()) {
            remarks.incomplete("nothing-to-scan", folder, "No Java sources were found in " + remarks.name(folder)
                + "; name a folder that holds a Java project.");
        }
        return found;
    }

    private List<Module> builtFolder(Path folder) {
        return switch (BuildFile.of(folder)) {
            case MAVEN -> new MavenLayout(remarks, resolvesDependencies()).modules(folder.resolve("pom.xml"));
            case GRADLE -> new GradleLayout(remarks, resolvesDependencies()).modules(folder);
            case NONE -> List.of();
        };
    }

    private static boolean isBuildFile(String name) {
        return name.equals("pom.xml") || name.matches("(settings|build)\\.gradle(\\.kts)?");
    }

    private static List<Path> existing(List<Path> named) {
        List<Path> existing = new ArrayList<>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new UsageException("There is no file or folder " + path + ".");
            }
            existing.add(path.toAbsolutePath().normalize());
        }
        return existing.stream().distinct().toList();
    }

    /** A project and a file in it may both be named; each file is scanned once, as part of the most. */
    private static List<Module> withoutOverlap(List<Module> modules) {
        List<Path> all = modules.stream().flatMap(module -> module.sources().stream()).toList();
        List<Path> taken = new ArrayList<>();
        List<Module> disjoint = new ArrayList<>();
        for (Module module : modules) {
            List<Path> own = module.sources().stream()
                .filter(source -> all.stream().noneMatch(wider -> !wider.equals(source) && source.startsWith(wider)))
                .filter(source -> !taken.contains(source))
                .toList();
            taken.addAll(own);
            if (!own.isEmpty()) {
                disjoint.add(module.withSources(own));
            }
        }
        return disjoint;
    }
}
