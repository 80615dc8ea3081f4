package dev.plumbline.rules.spotbugs;

import dev.plumbline.engine.FindingSource;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.UsageException;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * SpotBugs, run in this process in a class loader of its own:
 *
 * <ol>
 * <li>the classes that the rules see are put into a jar;
 * <li>what SpotBugs said of the same jar, class path and Java before is taken from the cache;
 * <li>else it runs, one at a time: it keeps its state in static fields;
 * <li>what it says is put into our words.
 * </ol>
 */
public final class SpotBugs implements FindingSource {

    private static final String JAR = "spotbugs";
    /** It brings a log back end, which would write to standard output. */
    private static final String BACK_END = "log4j-slf4j";
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private final List<Path> jars;
    private final ResultCache cache;

    private SpotBugs(List<Path> jars, ResultCache cache) {
        this.jars = List.copyOf(jars);
        this.cache = cache;
    }

    /** The version of SpotBugs that this is built against and tested with. */
    public static String version() {
        try (InputStream in = SpotBugs.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param jars SpotBugs and the libraries that it needs
     * @throws UsageException when SpotBugs is not among them
     */
    public static SpotBugs from(List<Path> jars) {
        return from(jars, System.getenv());
    }

    /** @param environment says where the user keeps what can be made again */
    public static SpotBugs from(List<Path> jars, Map<String, String> environment) {
        List<Path> usable = jars.stream().filter(Files::exists)
            .filter(jar -> !jar.getFileName().toString().startsWith(BACK_END))
            .sorted()
            .toList();
        if (usable.stream().noneMatch(jar -> jar.getFileName().toString().startsWith(JAR))) {
            throw new UsageException("SpotBugs was not found; it belongs into a folder `spotbugs` beside"
                + " plumbline.jar: the jars of the folder `lib` of its distribution.");
        }
        return new SpotBugs(usable, ResultCache.ofUser(environment));
    }

    /** The jars of a folder. */
    public static SpotBugs in(Path folder, Map<String, String> environment) {
        if (!Files.isDirectory(folder)) {
            return from(List.of(), environment);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return from(files.filter(file -> file.toString().endsWith(".jar")).toList(), environment);
        } catch (IOException e) {
            throw new UsageException("The folder " + folder + " can not be read; check its permissions.");
        }
    }

    @Override
    public Findings find(Project project, Program program, List<Unit.Id> units) {
        try (HandedClasses handed = HandedClasses.of(program, units)) {
            if (handed.names().isEmpty()) {
                return new Findings(List.of(), List.of(), unseen(program, units).stream().toList());
            }
            SpotBugsResult result = result(handed, knownClasses(project, handed));
            Translation translation = new Translation(program, units);
            List<Reported> found = translation.findings(result);
            List<Notice> notices = new ArrayList<>(notices(result));
            unseen(program, units).ifPresent(notices::add);
            return new Findings(List.of(Translation.tool(result, found)), found, notices);
        } catch (IOException e) {
            return new Findings(List.of(), List.of(), List.of(failed(e)));
        }
    }

    private SpotBugsResult result(HandedClasses handed, List<Path> known) throws IOException {
        String key = new ClassHash().add(Runtime.version().toString()).add(jars).add(List.of(handed.code()))
            .add(known).text();
        Optional<SpotBugsResult> before = cache.find(key);
        if (before.isPresent()) {
            return before.get();
        }
        SpotBugsResult result = run(handed, known);
        if (result.of("error").isEmpty()) {
            cache.put(key, result);
        }
        return result;
    }

    private SpotBugsResult run(HandedClasses handed, List<Path> known) throws IOException {
        ONE_AT_A_TIME.lock();
        try (SpotBugsLoader loader = new SpotBugsLoader(jars)) {
            return SpotBugsResult.of(loader.ask(Map.of("app", List.of(handed.code().toString()),
                "aux", known.stream().map(Path::toString).toList())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (e instanceof UsageException mistake) {
                throw mistake;
            }
            throw new IOException(e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** All that is known besides, first what was compiled in memory. */
    private static List<Path> knownClasses(Project project, HandedClasses handed) {
        List<Path> known = new ArrayList<>(List.of(handed.others()));
        project.modules().forEach(module -> known.addAll(module.classes()));
        project.modules().forEach(module -> known.addAll(module.classpath()));
        return known.stream().distinct().filter(Files::exists).toList();
    }

    private static List<Notice> notices(SpotBugsResult result) {
        List<Notice> notices = new ArrayList<>();
        List<SortedMap<String, String>> missing = result.of("missing");
        if (!missing.isEmpty()) {
            notices.add(Notice.note("spotbugs-missing-classes", "SpotBugs did not find " + missing.size()
                + (missing.size() == 1 ? " class" : " classes") + " that the code uses, " + missing.get(0).get("name")
                + (missing.size() == 1 ? "" : " for example") + "; --classpath names their jars."));
        }
        List<SortedMap<String, String>> errors = result.of("error");
        if (!errors.isEmpty()) {
            notices.add(Notice.incomplete("spotbugs-failed", "SpotBugs could not analyse something ("
                + errors.get(0).get("message").replaceAll("\\s+", " ")
                + (errors.size() == 1 ? ")." : ", and " + (errors.size() - 1) + " more).")));
        }
        return notices;
    }

    private static Optional<Notice> unseen(Program program, List<Unit.Id> units) {
        List<String> blind = units.stream().filter(id -> program.rungs().get(id) == Rung.SOURCE_ONLY)
            .map(Unit.Id::text).toList();
        return blind.isEmpty() ? Optional.empty()
            : Optional.of(Notice.incomplete("spotbugs-unseen", blind.get(0), "SpotBugs, which needs class files, did"
                + " not see " + blind.get(0) + (blind.size() == 1 ? "" : " and " + (blind.size() - 1) + " more")
                + "; build the project first."));
    }

    private static Notice failed(IOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return Notice.incomplete("spotbugs-failed", "SpotBugs ended with " + cause.toString().replaceAll("\\s+", " ")
            + ", so nothing of what it would find is here.");
    }
}
