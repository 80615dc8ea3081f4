package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks what was packaged and runs it. */
class DistributionIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String[] JUDGE = {"pr", "--base-dir", "samples/change/base", "--head-dir",
        "samples/change/head"};

    @TempDir
    private Path folder;
    private Path home;

    @BeforeEach
    void unpacked() throws IOException {
        assumeTrue(Program.exists("bash") && Program.exists("tar"), "needs bash and tar");
        Path place = Files.createDirectories(folder.resolve("a place with blanks"));
        assertEquals(new Program(0, ""), Program.run(place, "tar", "xzf", packed(".tar.gz").toString()));
        try (Stream<Path> top = Files.list(place)) {
            home = top.toList().get(0);
        }
    }

    @Test
    void itRunsWhereItIsUnpackedAndThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("pl"), home.resolve("bin/plumbline"));
        Program first = run(link, Map.of(), JUDGE);
        assertEquals(1, first.exit(), first::output);
        List<Path> archives = archivesIn(home.resolve("lib"));
        assertEquals(1, archives.size());
        assertTrue(Files.size(archives.get(0)) > 1 << 20, "the archive has classes in it");

        assertEquals(first, run(link, Map.of(), JUDGE), "and the second run says the same");
        assertEquals(archives, archivesIn(home.resolve("lib")));
    }

    @Test
    void anArchiveThatIsNotNewerThanTheJarIsMadeAnew() throws IOException {
        Path program = home.resolve("bin/plumbline");
        run(program, Map.of(), "--version");
        List<Path> before = archivesIn(home.resolve("lib"));
        Path jar = home.resolve("lib/plumbline.jar");
        Files.setLastModifiedTime(jar, Files.getLastModifiedTime(before.get(0)));
        Program shown = run(program, Map.of(), "--version");
        assertEquals(0, shown.exit(), shown::output);
        assertEquals(1, archivesIn(home.resolve("lib")).size());
        assertTrue(Files.getLastModifiedTime(archivesIn(home.resolve("lib")).get(0))
            .compareTo(Files.getLastModifiedTime(jar)) > 0);
    }

    @Test
    void aFolderThatCanNotBeWrittenToIsNoHindrance() throws IOException {
        Path lib = home.resolve("lib");
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(lib);
        Files.setPosixFilePermissions(lib,
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
        try {
            assumeFalse(Files.isWritable(lib), "needs a user who may not write everywhere, so not root");
            Path cache = folder.resolve("cache");
            Program shown = run(home.resolve("bin/plumbline"), Map.of("XDG_CACHE_HOME", cache.toString()),
                "--version");
            assertEquals(0, shown.exit(), shown::output);
            assertEquals(1, archivesIn(cache.resolve("plumbline")).size());
        } finally {
            Files.setPosixFilePermissions(lib, modes);
        }
    }

    @Test
    void spotBugsIsFoundBesideTheJar() throws IOException {
        Program scanned = run(home.resolve("bin/plumbline"), Map.of(), "scan", "samples/change/head", "--spotbugs");
        assertEquals(1, scanned.exit(), scanned::output);
        assertTrue(scanned.output().contains("from SpotBugs "), scanned::output);
    }

    @Test
    void aJavaThatIsNotThereIsSaidInOneSentence() throws IOException {
        Program refused = run(home.resolve("bin/plumbline"), Map.of("JAVA_HOME", "/nowhere"), "--version");
        assertEquals(new Program(2, "plumbline: JAVA_HOME is /nowhere, which has no bin/java; point it to Java 17 or"
            + " newer.\n"), refused);
    }

    @Test
    void bothArchivesHoldTheSame() throws IOException {
        List<String> unpacked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile).map(file -> home.getParent().relativize(file).toString())
                .forEach(unpacked::add);
        }
        try (ZipFile zip = new ZipFile(packed(".zip").toFile())) {
            List<String> zipped = zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).sorted()
                .toList();
            assertEquals(unpacked.stream().sorted().toList(), zipped);
        }
        for (String expected : List.of("bin/plumbline.cmd", "completion/_plumbline", "man/man1/plumbline.1", "LICENSE",
            "README.md", "THIRD-PARTY.md", "licenses/org.eclipse.jgit/about.html")) {
            assertTrue(Files.exists(home.resolve(expected)), expected);
        }
        assertEquals("rwxr-xr-x",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("bin/plumbline"))));
    }

    @Test
    void whatIsNotUnderItsOwnLicenceIsNamed() throws IOException {
        Path sbom = home.resolve("sbom.cdx.json");
        assumeTrue(Files.exists(sbom), "needs a build that was online");
        String named = Files.readString(home.resolve("THIRD-PARTY.md")).toLowerCase(Locale.ROOT);
        JsonNode components = new ObjectMapper().readTree(sbom.toFile()).path("components");
        assertTrue(components.size() > 30, () -> components.size() + " components");
        for (JsonNode component : components) {
            String name = component.path("name").asText();
            assertTrue(component.path("licenses").toString().contains("Apache-2.0")
                || Stream.of(name.split("[.-]")).anyMatch(word -> word.length() > 2 && named.contains(word)),
                () -> name + " is missing in cli/src/dist/THIRD-PARTY.md");
        }
    }

    private Program run(Path program, Map<String, String> variables, String... arguments) throws IOException {
        return Program.run(home, variables,
            Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
    }

    private static List<Path> archivesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static Path packed(String ending) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst()
                .orElseThrow(() -> new AssertionError("package first: there is no *" + ending + " in " + TARGET));
        }
    }
}
