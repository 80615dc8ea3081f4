package dev.plumbline.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenProjectTest {

    @TempDir
    private Path folder;
    private Workbench bench;

    @BeforeEach
    void workbench() {
        bench = new Workbench(folder);
    }

    @Test
    void nestedAggregatorsGiveEveryModuleItsClassesSiblingsAndJars() {
        bench.installed("http", "<dependencies>" + Workbench.on("log", "") + "</dependencies>")
            .installed("log", "")
            .pom("app/pom.xml", "app", "<packaging>pom</packaging><modules><module>services</module></modules>")
            .pom("app/services/pom.xml", "services", "<packaging>pom</packaging><modules><module>api</module>"
                + "<module>core/pom.xml</module></modules>")
            .pom("app/services/api/pom.xml", "api", "<properties><maven.compiler.release>21</maven.compiler.release>"
                + "</properties><dependencies><dependency><groupId>shop</groupId><artifactId>core</artifactId>"
                + "<version>1</version></dependency></dependencies>")
            .pom("app/services/core/pom.xml", "core", "<dependencies>" + Workbench.on("http", "") + "</dependencies>")
            .write("app/services/api/src/main/java/Api.java", "class Api {}")
            .write("app/services/api/src/test/java/ApiTest.java", "class ApiTest {}")
            .write("app/services/core/src/main/java/Core.java", "class Core {}")
            .write("app/services/core/target/classes/Core.class", "");

        Project project = bench.discover("app");

        assertEquals(List.of(), project.notices());
        assertEquals(bench.path("").normalize(), project.root());
        assertEquals(List.of("api", "core"), project.modules().stream().map(Module::name).toList());
        Module api = project.modules().get(0);
        assertEquals(List.of("app/services/api/src/main/java"), bench.shown(api.sources()));
        assertEquals(List.of(), api.classes());
        assertEquals(List.of("app/services/core/target/classes", "repository/lib/http/1/http-1.jar",
            "repository/lib/log/1/log-1.jar"), bench.shown(api.classpath()));
        assertEquals(21, api.release());
        Module core = project.modules().get(1);
        assertEquals(List.of("app/services/core/target/classes"), bench.shown(core.classes()));
        assertEquals(17, core.release());
    }

    @Test
    void aModuleNamedAloneStillFindsItsSiblings() {
        bench.pom("pom.xml", "all", "<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>")
            .write("a/pom.xml", "<project><parent><groupId>shop</groupId><artifactId>all</artifactId>"
                + "<version>1</version></parent><modelVersion>4.0.0</modelVersion><artifactId>a</artifactId>"
                + "<dependencies><dependency><groupId>shop</groupId><artifactId>b</artifactId>"
                + "<version>${project.version}</version></dependency></dependencies></project>")
            .pom("b/pom.xml", "b", "")
            .write("a/src/main/java/A.java", "class A {}")
            .write("b/target/classes/B.class", "");

        Project project = bench.discover("a");

        assertEquals(List.of(), project.notices());
        assertEquals(List.of("b/target/classes"), bench.shown(project.modules().get(0).classpath()));
    }

    @Test
    void testDependenciesAreLeftOutAndProvidedOnesAreNot() {
        bench.installed("servlet", "").installed("junit", "").installed("driver", "")
            .pom("pom.xml", "app", "<dependencies>" + Workbench.on("servlet", "<scope>provided</scope>")
                + Workbench.on("junit", "<scope>test</scope>") + Workbench.on("driver", "<scope>runtime</scope>")
                + "</dependencies>")
            .write("src/main/java/A.java", "class A {}");

        assertEquals(List.of("repository/lib/servlet/1/servlet-1.jar", "repository/lib/driver/1/driver-1.jar"),
            bench.shown(bench.discover("").modules().get(0).classpath()));
    }

    @Test
    void aMissingArtefactIsSaidOnceAndTheRestIsResolved() {
        bench.installed("here", "")
            .pom("pom.xml", "all", "<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>")
            .pom("a/pom.xml", "a", "<dependencies>" + Workbench.on("gone", "") + Workbench.on("here", "")
                + "</dependencies>")
            .pom("b/pom.xml", "b", "<dependencies>" + Workbench.on("gone", "") + "</dependencies>")
            .write("a/src/main/java/A.java", "class A {}")
            .write("b/src/main/java/B.java", "class B {}");

        Project project = bench.discover("");

        assertEquals(List.of("repository/lib/here/1/here-1.jar"), bench.shown(project.modules().get(0).classpath()));
        assertEquals(1, project.notices().size());
        Notice notice = project.notices().get(0);
        assertEquals(Notice.Level.INCOMPLETE, notice.level());
        assertEquals("missing-dependency", notice.kind());
        assertEquals(Optional.of("a/pom.xml"), notice.file());
        assertTrue(notice.message().startsWith("lib:gone:1 is not in the local Maven repository (one more module"));
    }

    @Test
    void aMissingParentOrImportDoesNotTakeTheRestWithIt() {
        bench.installed("here", "")
            .write("pom.xml", "<project><modelVersion>4.0.0</modelVersion><parent><groupId>boot</groupId>"
                + "<artifactId>parent</artifactId><version>3</version></parent><artifactId>app</artifactId>"
                + "<properties><java.version>21</java.version></properties><dependencyManagement><dependencies>"
                + Workbench.on("bom", "<type>pom</type><scope>import</scope>")
                + "</dependencies></dependencyManagement>"
                + "<dependencies>" + Workbench.on("here", "") + "<dependency><groupId>boot</groupId>"
                + "<artifactId>web</artifactId></dependency></dependencies></project>")
            .write("src/main/java/A.java", "class A {}");

        Project project = bench.discover("");

        assertEquals(List.of("repository/lib/here/1/here-1.jar"), bench.shown(project.modules().get(0).classpath()));
        assertEquals(21, project.modules().get(0).release());
        assertEquals(List.of("missing-dependency", "missing-dependency", "missing-dependency"),
            Workbench.kinds(project));
        assertTrue(project.notices().get(0).message().startsWith("boot:parent:3 is not"));
        assertTrue(project.notices().get(1).message().startsWith("boot:web (of unknown version) is not"));
        assertTrue(project.notices().get(2).message().startsWith("lib:bom:1 is not"));
    }

    @Test
    void anUnparsablePomFallsBackToTheStandardFolders() {
        bench.write("pom.xml", "<project><modelVersion>4.0.0</modelVersion><groupId>")
            .write("src/main/java/A.java", "class A {}")
            .write("target/classes/A.class", "");

        Project project = bench.discover("");

        assertEquals(List.of("unreadable-pom"), Workbench.kinds(project));
        assertEquals(Optional.of("pom.xml"), project.notices().get(0).file());
        assertEquals(List.of("src/main/java"), bench.shown(project.modules().get(0).sources()));
        assertEquals(List.of("target/classes"), bench.shown(project.modules().get(0).classes()));
    }

    @Test
    void profilesRevisionsAndTheCompilerPluginAreUnderstood() {
        bench.write(".mvn/maven.config", "-Dmaven.repo.local=repository\n-Pextra\n-Drevision=7")
            .write("pom.xml", "<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId>"
                + "<artifactId>all</artifactId><version>${revision}</version><packaging>pom</packaging>"
                + "<profiles><profile><id>extra</id><modules><module>x</module></modules></profile></profiles>"
                + "</project>")
            .write("x/pom.xml", "<project><modelVersion>4.0.0</modelVersion><parent><groupId>shop</groupId>"
                + "<artifactId>all</artifactId><version>${revision}</version></parent><artifactId>x</artifactId>"
                + "<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration>"
                + "<source>1.8</source></configuration></plugin></plugins></build></project>")
            .write("x/src/main/java/A.java", "class A {}");

        Project project = bench.discover("");

        assertEquals(List.of(), project.notices());
        assertEquals(8, project.modules().get(0).release());
    }

    @Test
    void aVersionRangeChoosesAmongWhatIsThere() {
        bench.installed("core", "")
            .pom("pom.xml", "app", "<dependencies><dependency><groupId>lib</groupId><artifactId>core</artifactId>"
                + "<version>[1,2)</version></dependency></dependencies>")
            .write("src/main/java/A.java", "class A {}");

        Project project = bench.discover("");

        assertEquals(List.of(), project.notices());
        assertEquals(List.of("repository/lib/core/1/core-1.jar"), bench.shown(project.modules().get(0).classpath()));
    }

    @Test
    void aModuleThatIsListedButNotThereIsSaid() {
        bench.pom("pom.xml", "all", "<packaging>pom</packaging><modules><module>gone</module></modules>");

        assertEquals(List.of("missing-module", "nothing-to-scan"), Workbench.kinds(bench.discover("")));
    }

    @Test
    void generatedSourcesAreNotSourcesButAddedOnesAre() {
        bench.pom("pom.xml", "app", "<build><plugins><plugin><groupId>org.codehaus.mojo</groupId>"
            + "<artifactId>build-helper-maven-plugin</artifactId><version>3</version><executions><execution>"
            + "<goals><goal>add-source</goal></goals><configuration><sources><source>src/extra</source>"
            + "<source>${project.build.directory}/generated-sources/x</source></sources></configuration>"
            + "</execution></executions></plugin></plugins></build>")
            .write("src/main/java/A.java", "class A {}")
            .write("src/extra/B.java", "class B {}")
            .write("target/generated-sources/x/C.java", "class C {}");

        assertEquals(List.of("src/main/java", "src/extra"), bench.shown(bench.discover("").modules().get(0).sources()));
    }

    @Test
    void aFileOrPackageOfAModuleHasTheModulesClassPath() {
        bench.installed("http", "")
            .pom("pom.xml", "app", "<dependencies>" + Workbench.on("http", "") + "</dependencies>")
            .write("src/main/java/shop/A.java", "package shop; class A {}")
            .write("target/classes/shop/A.class", "");

        Project project = bench.discover("src/main/java/shop/A.java");

        assertEquals(List.of("src/main/java/shop/A.java"), bench.shown(project.modules().get(0).sources()));
        assertEquals(List.of("target/classes"), bench.shown(project.modules().get(0).classes()));
        assertEquals(List.of("repository/lib/http/1/http-1.jar"), bench.shown(project.modules().get(0).classpath()));
        assertEquals(List.of("src/main/java"), bench.shown(bench.discover("src").modules().get(0).sources()));
    }
}
