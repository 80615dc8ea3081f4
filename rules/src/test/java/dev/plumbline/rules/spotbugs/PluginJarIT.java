package dev.plumbline.rules.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SpotBugs itself, in a process of its own, loads the plugin jar and says what the command says of the same code. */
class PluginJarIT {

    private static final Path JARS = Path.of("target/spotbugs");

    @TempDir
    private Path folder;

    @Test
    void spotBugsWithThePluginSaysWhatTheCommandSays() throws Exception {
        Path sources = examples();
        Path classes = compiled(sources);
        List<Path> classpath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of).filter(entry -> entry.toString().endsWith(".jar")).toList();

        SortedSet<String> ours = new TreeSet<>();
        Project project = new Project(sources, List.of(new Module("examples", List.of(sources), List.of(classes),
            classpath, 17)), List.of());
        Report report = Scan.run(ScanRequest.of(project, RuleCatalog.installed(), 2));
        report.findings().forEach(finding -> ours.add(PluginFiles.type(finding.rule()) + " " + finding.place().path()
            + ":" + finding.place().line()));

        assertTrue(ours.size() >= 20, ours.toString());
        assertEquals(ours, bugs(spotBugs(sources, classes, classpath)));
    }

    /** What the rules say of themselves is shown by SpotBugs as its own patterns are. */
    @Test
    void messagesAndMethodsArrive() throws Exception {
        Path sources = folder.resolve("src");
        Files.createDirectories(sources);
        Files.writeString(sources.resolve("Locked.java"), """
            class Locked {
                final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
                void work(Runnable task) {
                    lock.lock();
                    task.run();
                    lock.unlock();
                }
            }
            """);
        Document found = spotBugs(sources, compiled(sources), List.of());
        NodeList bugs = found.getElementsByTagName("BugInstance");
        Element bug = IntStream.range(0, bugs.getLength()).mapToObj(bugs::item).map(Element.class::cast)
            .filter(one -> one.getAttribute("type").equals("PLUMBLINE_LOCK_LEAK_ON_EXCEPTION"))
            .findFirst().orElseThrow();
        assertEquals("667", bug.getAttribute("cweid"));
        assertEquals("2", bug.getAttribute("rank"));
        assertEquals("`lock` stays locked when `run` throws", text(bug, "LongMessage"));
        assertEquals("work", ((Element) bug.getElementsByTagName("Method").item(0)).getAttribute("name"));
    }

    /** The bad example of every default rule, each in a package of its own. */
    private Path examples() throws IOException {
        Path sources = folder.resolve("src");
        for (RuleCard rule : RuleCatalog.installed().rules()) {
            if (!rule.info().preview()) {
                String pack = "ex." + rule.id().replace('-', '_');
                Path file = sources.resolve(pack.replace('.', '/')).resolve(publicType(rule.info().bad()) + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, "package " + pack + "; " + rule.info().bad());
            }
        }
        return sources;
    }

    private static String publicType(String code) {
        return code.contains("public class ") ? code.replaceFirst("(?s).*?public class (\\w+).*", "$1") : "Example";
    }

    private Path compiled(Path sources) throws IOException {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(List.of("-g", "-parameters", "-nowarn", "-proc:none", "-d",
            classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        return classes;
    }

    private Document spotBugs(Path sources, Path classes, List<Path> classpath) throws Exception {
        Path plugin;
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            plugin = built.filter(file -> file.toString().endsWith("-spotbugs.jar")).findFirst().orElseThrow();
        }
        Path output = folder.resolve("spotbugs.xml");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            JARS + File.separator + "*", "edu.umd.cs.findbugs.FindBugs2", "-pluginList", plugin.toString(),
            "-sourcepath", sources.toString(), "-auxclasspath",
            classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            "-xml:withMessages", "-output", output.toString(), classes.toString())
            .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertTrue(Files.exists(output), said);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(output.toFile());
    }

    private static SortedSet<String> bugs(Document found) {
        SortedSet<String> bugs = new TreeSet<>();
        NodeList instances = found.getElementsByTagName("BugInstance");
        for (int i = 0; i < instances.getLength(); i++) {
            Element bug = (Element) instances.item(i);
            if (bug.getAttribute("type").startsWith("PLUMBLINE_")) {
                NodeList children = bug.getChildNodes();
                for (int j = 0; j < children.getLength(); j++) {
                    if (children.item(j) instanceof Element line && line.getTagName().equals("SourceLine")) {
                        bugs.add(bug.getAttribute("type") + " " + line.getAttribute("sourcepath") + ":"
                            + line.getAttribute("start"));
                    }
                }
            }
        }
        return bugs;
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }
}
