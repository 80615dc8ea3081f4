package dev.plumbline.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.FindingSource;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.UsageException;
import dev.plumbline.program.Program;
import dev.plumbline.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the shapes that tools write them. */
class SarifImportTest {

    private static final String SOURCE = "src/main/java/shop/Größe A.java";

    @TempDir
    private Path root;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(root.resolve("src/main/java/shop"));
        Files.writeString(root.resolve("pom.xml"), "<project/>\n");
        Files.writeString(root.resolve(SOURCE), """
            package shop;

            class Size {
                int of(String text) {
                    return text.length();
                }
            }
            """);
    }

    @Test
    void pmdWritesAbsoluteUrisAndRulesInTheDriver() throws IOException {
        String uri = root.toUri() + "src/main/java/shop/Gr%C3%B6%C3%9Fe%20A.java";
        FindingSource.Findings findings = read("""
            {"$schema": "x", "version": "2.1.0", "runs": [{
              "tool": {"driver": {"name": "PMD", "version": "7.17.0", "informationUri": "https://docs.pmd-code.org/",
                "rules": [{"id": "CloseResource", "shortDescription": {"text": "Closed?"},
                  "fullDescription": {"text": "\\nIt leaks.\\n"}, "helpUri": "https://docs.pmd-code.org/x#close",
                  "properties": {"tags": ["Error Prone"]}}]}},
              "results": [{"ruleId": "CloseResource", "ruleIndex": 0, "message": {"text": "Close\\n this"},
                "level": "error", "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"},
                  "region": {"startLine": 5, "startColumn": 16, "endLine": 5, "endColumn": 20}}}]}]}]}
            """.replace("%s", uri));
        assertEquals(List.of("pmd/CloseResource ERROR MEDIUM src/main/java/shop/Größe A.java:5:16-5:20 Close this"),
            lines(findings));
        OtherRule rule = findings.tools().get(0).rules().get(0);
        assertEquals("PMD 7.17.0", findings.tools().get(0).title());
        assertEquals("It leaks.", rule.help());
        assertEquals(List.of("Error Prone"), rule.tags());
    }

    @Test
    void spotBugsNamesFilesBelowTheSourceFolderAndWeaknessesByRelation() throws IOException {
        FindingSource.Findings findings = read("""
            {"version": "2.1.0", "runs": [{"originalUriBaseIds": {},
              "tool": {"driver": {"name": "SpotBugs", "version": "4.9.8", "rules": [{"id": "NP_X",
                "messageStrings": {"default": {"text": "{0} is null in {1}."}},
                "relationships": [{"target": {"id": "476", "toolComponent": {"name": "CWE"}}}]}]}},
              "results": [{"ruleId": "NP_X", "ruleIndex": 0,
                "message": {"id": "default", "arguments": ["text", "of()"]},
                "level": "note", "locations": [{"physicalLocation": {"artifactLocation":
                  {"uri": "shop/Größe A.java"}, "region": {"startLine": 5}}}]}]}]}
            """);
        assertEquals(
            List.of("spotbugs/NP_X NOTE MEDIUM src/main/java/shop/Größe A.java:5:9-5:30 "
                + "text is null in of()."),
            lines(findings));
        assertEquals(List.of(476), findings.tools().get(0).rules().get(0).cwe());
    }

    @Test
    void codeQlKeepsRulesInExtensionsLevelsInRulesAndProvesByPath() throws IOException {
        FindingSource.Findings findings = read("""
            {"version": "2.1.0", "runs": [{
              "originalUriBaseIds": {"%SRCROOT%": {}},
              "artifacts": [{"location": {"uri": "src/main/java/shop/Gr%C3%B6%C3%9Fe%20A.java",
                "uriBaseId": "%SRCROOT%"}}],
              "tool": {"driver": {"name": "CodeQL", "semanticVersion": "2.23.1", "rules": []},
                "extensions": [{"name": "codeql/java-queries", "rules": [{"id": "java/sql-injection",
                  "defaultConfiguration": {"level": "error"}, "shortDescription": {"text": "Query from user input"},
                  "properties": {"tags": ["security", "external/cwe/cwe-089"], "precision": "high"}}]}]},
              "results": [{"ruleId": "java/sql-injection",
                "rule": {"id": "java/sql-injection", "index": 0, "toolComponent": {"index": 0}},
                "message": {"text": "This depends on a [user-provided value](1)."},
                "locations": [{"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 5,
                  "startColumn": 9, "endColumn": 15}}}],
                "codeFlows": [{"threadFlows": [{"locations": [{"location": {"physicalLocation": {"artifactLocation":
                  {"index": 0}, "region": {"startLine": 4}}, "message": {"text": "text : String"}}}]}]}]}]}]}
            """);
        assertEquals(List.of("codeql/java/sql-injection ERROR HIGH src/main/java/shop/Größe A.java:5:9-5:15 "
            + "This depends on a user-provided value."), lines(findings));
        assertEquals("text : String", findings.found().get(0).trace().get(0).what());
        assertEquals(List.of(89), findings.tools().get(0).rules().get(0).cwe());
    }

    @Test
    void semgrepErrorProneAndWindowsWriteTheirOwnWay() throws IOException {
        FindingSource.Findings findings = read("""
            {"version": "2.1.0", "runs": [
              {"tool": {"driver": {"name": "Semgrep OSS", "rules": [{"id": "java.lang.sql",
                  "defaultConfiguration": {"level": "note"},
                  "properties": {"precision": "very-high", "tags": ["CWE-89: Improper Neutralization"]}}]}},
                "results": [{"ruleId": "java.lang.sql", "message": {"text": "m"}, "locations": [{"physicalLocation":
                  {"artifactLocation": {"uri": "pom.xml", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 1}}}]}]},
              {"tool": {"driver": {"name": "Error Prone"}},
                "results": [{"ruleId": "DeadException/1", "message": {"text": "not thrown"}, "locations": [
                  {"physicalLocation": {"artifactLocation": {"uri": "src\\\\main\\\\java\\\\shop\\\\Größe A.java"},
                  "region": {"startLine": 3}}}]}]}]}
            """);
        assertEquals(List.of("semgrep-oss/java.lang.sql NOTE HIGH pom.xml:1:1-1:1 m",
            "error-prone/DeadException/1 WARNING MEDIUM src/main/java/shop/Größe A.java:3:1-3:13 not thrown"),
            lines(findings));
    }

    @Test
    void whatHasNoPlaceHereIsCounted() throws IOException {
        FindingSource.Findings findings = read("""
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "T"}}, "results": [
              {"ruleId": "a", "message": {"text": "no place"}},
              {"ruleId": "a", "message": {"text": "fine"}, "kind": "pass"},
              {"ruleId": "a", "message": {"text": "far"}, "locations": [{"physicalLocation": {"artifactLocation":
                {"uri": "../../etc/passwd"}}}]},
              {"ruleId": "a", "message": {"text": "far"}, "locations": [{"physicalLocation": {"artifactLocation":
                {"uri": "file:///etc/passwd"}}}]},
              {"ruleId": "a", "message": {"text": "far"}, "locations": [{"physicalLocation": {"artifactLocation":
                {"uri": "file:///C:/work/A.java"}}}]},
              {"ruleId": "a", "message": {"text": "old"}, "locations": [{"physicalLocation": {"artifactLocation":
                {"uri": "src/main/java/shop/Größe A.java"}, "region": {"startLine": 99}}}]},
              {"ruleId": "a", "message": {"text": "no"}, "suppressions": [{"kind": "inSource"}]}]}]}
            """);
        assertEquals(List.of(), findings.found());
        assertEquals(List.of("Of tool.sarif, 7 results are left out: 1 that is no failure, 1 that is suppressed there,"
            + " 1 that has no place, 3 that are in no file below the root, 1 that is on a line that its file does not"
            + " have any more."), findings.notices().stream().map(notice -> notice.message()).toList());
    }

    @Test
    void whatIsNoSuchFileIsSaidInASentence() throws IOException {
        assertSays("{\"version\": \"2.0.0\", \"runs\": []}", "is SARIF 2.0.0; only 2.1.0 can be imported");
        assertSays("{\"version\": \"2.1.0\"", "it is not JSON (");
        assertSays("[]", "is no SARIF: it has no `version` and `runs`");
        assertTrue(assertThrows(UsageException.class, () -> SarifImport.read(root.resolve("none"))).getMessage()
            .startsWith("There is no file "));
    }

    private void assertSays(String text, String sentence) throws IOException {
        Path file = Files.writeString(root.resolve("tool.sarif"), text);
        String message = assertThrows(UsageException.class, () -> SarifImport.read(file)).getMessage();
        assertTrue(message.contains(sentence), message);
    }

    private FindingSource.Findings read(String text) throws IOException {
        Path file = Files.writeString(root.resolve("tool.sarif"), text);
        Project project = Project.discover(new Project.Request(List.of(root), List.of(), List.of())).rootedAt(root);
        Program program = Program.open(project, 1);
        return SarifImport.read(file).find(project, program, program.units());
    }

    private static List<String> lines(FindingSource.Findings findings) {
        return findings.found().stream().map(one -> one.rule() + " " + one.severity() + " " + one.confidence() + " "
            + one.place().path() + ":" + one.place().line() + ":" + one.place().column() + "-" + one.place().endLine()
            + ":" + one.place().endColumn() + " " + one.message()).toList();
    }
}
