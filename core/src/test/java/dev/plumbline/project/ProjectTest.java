package dev.plumbline.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Notice;
import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    private static final byte[] JAVA_11_CLASS = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 55};
    private static final byte[] SOURCE = "package a; class A {}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;
    private Workbench bench;

    @BeforeEach
    void workbench() {
        bench = new Workbench(folder);
    }

    @Test
    void aMissingPathIsNamedAsTheUserWroteIt() {
        Project.Request request = new Project.Request(List.of(Path.of("no/such")), List.of(), List.of());
        assertEquals("There is no file or folder " + Path.of("no/such") + ".",
            assertThrows(UsageException.class, () -> Project.discover(request)).getMessage());
    }

    @Test
    void anEmptyFolderIsIncompleteNotClean() throws IOException {
        Files.createDirectories(bench.path("empty"));
        Project project = bench.discover("empty");
        assertEquals(List.of(), project.modules());
        assertEquals(List.of("nothing-to-scan"), Workbench.kinds(project));
        assertEquals(Notice.Level.INCOMPLETE, project.notices().get(0).level());
        assertEquals(Optional.of("empty"), project.notices().get(0).file());
    }

    @Test
    void rootsOfAPlainFolderComeFromItsPackages() {
        bench.write("p/src/shop/a/A.java", "/* package wrong; */\n@Deprecated\npackage shop.a; class A {}")
            .write("p/src/shop/B.java", "// B\npackage shop; class B {}")
            .write("p/extra/C.java", "class C {}")
            .write("p/bin/shop/B.class", "")
            .write("p/target/generated-sources/x/D.java", "class D {}")
            .write("p/node_modules/E.java", "class E {}")
            .jar("p/lib/b.jar", Map.of()).jar("p/lib/a.jar", Map.of()).jar("p/lib/a-sources.jar", Map.of());

        Project project = bench.discover("p");

        assertEquals(List.of(), project.notices());
        assertEquals(1, project.modules().size());
        Module module = project.modules().get(0);
        assertEquals(List.of("p/extra", "p/src"), bench.shown(module.sources()));
        assertEquals(List.of("p/bin"), bench.shown(module.classes()));
        assertEquals(List.of("p/lib/a.jar", "p/lib/b.jar"), bench.shown(module.classpath()));
    }

    @Test
    void aPackageNamedBuildIsNotBuildOutput() {
        bench.write("p/shop/build/A.java", "package shop.build; class A {}")
            .write("p/build/gen/shop/B.java", "package shop; class B {}");

        assertEquals(List.of("p/shop/build/A.java"), bench.shown(SourceTree.below(bench.path("p")).files()));
    }

    @Test
    void linksThatLeadBackEndTheWalkAndAreSaid() throws IOException {
        bench.write("p/src/A.java", "class A {}").write("shared/S.java", "class S {}");
        Files.createSymbolicLink(bench.path("p/src/again"), bench.path("p"));
        Files.createSymbolicLink(bench.path("p/src/self"), bench.path("p/src/self"));
        Files.createSymbolicLink(bench.path("p/src/shared"), bench.path("shared"));
        Files.createSymbolicLink(bench.path("shared/up"), bench.path(""));

        Project project = bench.discover("p");

        assertEquals(List.of("link-not-followed", "link-not-followed"), Workbench.kinds(project));
        assertEquals(List.of("p/src/A.java", "p/src/shared/S.java"),
            bench.shown(SourceTree.below(bench.path("p")).files()));
    }

    @Test
    void gradleSubprojectsSeeEachOtherAndTheirLibFolders() {
        bench.write("g/settings.gradle.kts", "include(\"a\", \"deep:b\")")
            .write("g/a/src/main/java/A.java", "class A {}")
            .write("g/a/src/test/java/ATest.java", "class ATest {}")
            .write("g/deep/b/src/main/java/B.java", "class B {}")
            .write("g/deep/b/build/classes/java/main/B.class", "")
            .jar("g/libs/x.jar", Map.of());

        Project project = bench.discover("g");

        assertEquals(List.of("unknown-class-path"), Workbench.kinds(project));
        assertEquals(Notice.Level.NOTE, project.notices().get(0).level());
        assertEquals(List.of("a", "b"), project.modules().stream().map(Module::name).toList());
        assertEquals(List.of("g/a/src/main/java"), bench.shown(project.modules().get(0).sources()));
        assertEquals(List.of("g/deep/b/build/classes/java/main", "g/libs/x.jar"),
            bench.shown(project.modules().get(0).classpath()));
        assertEquals(List.of("g/deep/b/build/classes/java/main"), bench.shown(project.modules().get(1).classes()));
    }

    @Test
    void aFolderOfProjectsGivesAllOfThemAndItsLooseFiles() {
        bench.pom("all/maven/pom.xml", "maven", "").write("all/maven/src/main/java/M.java", "class M {}")
            .write("all/gradle/build.gradle", "").write("all/gradle/src/main/java/G.java", "class G {}")
            .write("all/Loose.java", "class Loose {}");

        Project project = bench.discover("all");

        assertEquals(List.of("all", "gradle", "maven"), project.modules().stream().map(Module::name).toList());
        assertEquals(List.of("all/Loose.java"), bench.shown(project.modules().get(0).sources()));
    }

    @Test
    void jarsFindTheirSourcesByNameByPlaceOrBesideThem() {
        bench.jar("one.jar", Map.of("a/A.class", JAVA_11_CLASS)).jar("one-sources.jar", Map.of("a/A.java", SOURCE))
            .jar("x.jar", Map.of("a/A.java", SOURCE)).jar("y.jar", Map.of("a/A.class", JAVA_11_CLASS));

        Module beside = bench.discover("one.jar").modules().get(0);
        assertEquals(List.of("one-sources.jar"), bench.shown(beside.sources()));
        assertEquals(List.of("one.jar"), bench.shown(beside.classes()));
        assertEquals(11, beside.release());

        Project project = bench.discover("one-sources.jar", "x.jar", "y.jar", "one.jar");
        assertEquals(List.of(), project.notices());
        assertEquals(List.of("one", "y"), project.modules().stream().map(Module::name).toList());
        assertEquals(List.of("x.jar"), bench.shown(project.modules().get(1).sources()));
    }

    @Test
    void aJarWithoutSourcesIsIncomplete() {
        bench.jar("y.jar", Map.of("a/A.class", JAVA_11_CLASS));
        Project project = bench.discover("y.jar");
        assertEquals(List.of(), project.modules());
        assertEquals(List.of("no-sources"), Workbench.kinds(project));
    }

    @Test
    void whatIsNotAJarIsTheUsersMistake() {
        bench.write("broken.jar", "not a zip");
        assertThrows(UsageException.class, () -> bench.discover("broken.jar"));
        bench.write("notes.txt", "");
        assertThrows(UsageException.class, () -> bench.discover("notes.txt"));
    }

    @Test
    void looseFilesAreOneModuleAndDoublesCountOnce() {
        bench.write("s/A.java", "class A {}").write("s/B.java", "class B {}");
        Project project = bench.discover("s/B.java", "s/A.java", "s/A.java");
        assertEquals(1, project.modules().size());
        assertEquals(List.of("s/B.java", "s/A.java"), bench.shown(project.modules().get(0).sources()));
        assertEquals(1, bench.discover("s/A.java", "s").modules().size());
    }

    @Test
    void whatIsGivenByHandReplacesWhatIsFound() {
        bench.pom("m/pom.xml", "m", "<dependencies>" + Workbench.on("gone", "") + "</dependencies>")
            .write("m/src/main/java/A.java", "class A {}").write("m/target/classes/A.class", "")
            .write("k/A.class", "").jar("d.jar", Map.of());
        Project project = Project.discover(new Project.Request(List.of(bench.path("m")), List.of(bench.path("k")),
            List.of(bench.path("d.jar"))));
        assertEquals(List.of(), project.notices());
        assertEquals(List.of("k"), bench.shown(project.modules().get(0).classes()));
        assertEquals(List.of("d.jar"), bench.shown(project.modules().get(0).classpath()));
    }

    @Test
    void theRootIsTheWorkTreeOrTheFolderAllPathsShare(@TempDir Path outside) throws IOException {
        bench.write("deep/er/A.java", "class A {}");
        assertEquals(bench.path("").normalize(), bench.discover("deep/er").root());

        Path free = outside.toAbsolutePath();
        Files.createDirectories(free.resolve("x/y"));
        Files.writeString(free.resolve("x/y/B.java"), "class B {}");
        Files.writeString(free.resolve("x/C.java"), "class C {}");
        assertEquals(free.resolve("x"), Project.discover(new Project.Request(
            List.of(free.resolve("x/y"), free.resolve("x/C.java")), List.of(), List.of())).root());
        assertTrue(free.startsWith(Project.discover(new Project.Request(
            List.of(free.resolve("x/y"), bench.path("deep")), List.of(), List.of())).root()));
    }
}
