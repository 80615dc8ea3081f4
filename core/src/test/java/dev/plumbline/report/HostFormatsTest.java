package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The formats of hosts that have one of their own. */
class HostFormatsTest {

    @Test
    void gitLabGetsOneArrayWithUniqueFingerprints() {
        JsonNode issues = SchemaCheck.parse(GitLabWriter.codeQuality().write(of(SampleReport.leak(),
            SampleReport.race(), SampleReport.race(), moved(SampleReport.race()))));
        assertEquals(4, issues.size());
        assertEquals(SchemaCheck.parse("""
            {"description": "`out` stays open when `Tables.rows` throws", "check_name": "resource-leak-on-path",
             "fingerprint": "99887766ffeeddcc-a8758de5", "severity": "major",
             "location": {"path": "src/main/java/shop/Export.java", "lines": {"begin": 6}}}"""), issues.get(0));
        Set<String> fingerprints = new HashSet<>();
        issues.forEach(issue -> assertTrue(fingerprints.add(issue.get("fingerprint").asText()), issue::toString));
        assertEquals("critical", issues.at("/1/severity").asText());
    }

    @Test
    void gitLabLeavesOutWhatItCouldNotFind() {
        Finding outside = new Finding("a", Severity.ERROR, Confidence.HIGH, at("/tmp/A.java"), "m", List.of(),
            Optional.empty(), new Fingerprint("00", "", ""));
        assertEquals("[]\n", GitLabWriter.codeQuality().write(of(outside)));
    }

    @Test
    void aFormatWithoutNoticesLeavesThemToTheCommand() {
        assertTrue(ReportFormat.gitlab.unsaid(SampleReport.report()).contains("  stale-classes (17)"));
        assertEquals(List.of(), ReportFormat.junit.unsaid(SampleReport.report()));
        assertEquals(List.of(), ReportFormat.checkstyle.unsaid(of(SampleReport.race())));
    }

    @Test
    void checkstyleHasAFileAndItsErrors() {
        Element root = parse(CheckstyleWriter.indented().write(SampleReport.report()));
        assertEquals("checkstyle", root.getTagName());
        NodeList files = root.getElementsByTagName("file");
        assertEquals(2, files.getLength());
        assertEquals(SampleReport.EXPORT, ((Element) files.item(0)).getAttribute("name"));
        Element error = (Element) root.getElementsByTagName("error").item(1);
        assertEquals("8 13 error plumbline.concurrency.concurrent-map-compound", String.join(" ",
            error.getAttribute("line"), error.getAttribute("column"), error.getAttribute("severity"),
            error.getAttribute("source")));
        assertEquals(SampleReport.race().message(), error.getAttribute("message"));
    }

    @Test
    void junitCountsWhatFailedAndWhatWasNotSeen() {
        Element suite = (Element) parse(JUnitWriter.indented().write(SampleReport.report()))
            .getElementsByTagName("testsuite").item(0);
        assertEquals("21 1 19 1", String.join(" ", suite.getAttribute("tests"), suite.getAttribute("failures"),
            suite.getAttribute("errors"), suite.getAttribute("skipped")));
        assertEquals(21, suite.getElementsByTagName("testcase").getLength());
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertTrue(failure.getTextContent().contains(SampleReport.SESSIONS + ":8 and changed here"),
            failure::getTextContent);
        assertFalse(suite.getTextContent().contains("/home/me"), suite::getTextContent);
    }

    @Test
    void aRuleWithoutFindingsIsAPassedTest() {
        Element suite = parse(JUnitWriter.indented().write(of()));
        assertEquals(2, suite.getElementsByTagName("testcase").getLength());
        assertEquals(0, suite.getElementsByTagName("failure").getLength());
    }

    @Test
    void annotationsOfAScanShowTheGravestTenOfALevel() {
        Finding leak = SampleReport.leak();
        List<Finding> many = IntStream.range(0, 13).mapToObj(i -> i == 12 ? SampleReport.race() : leak).toList();
        List<String> lines = ReportAnnotations.commands().write(of(many.toArray(Finding[]::new))).lines().toList();
        assertEquals(12, lines.size());
        assertTrue(lines.get(0).startsWith("::error file=src/main/java/shop/Sessions.java,line=8,endLine=8,col=13,"),
            lines.get(0));
        assertTrue(lines.get(11).startsWith("::notice title=Plumbline::2 more findings are not shown"), lines.get(11));
        assertEquals("", ReportAnnotations.commands().write(of()));
        assertTrue(ReportAnnotations.commands().write(SampleReport.report())
            .startsWith("::warning title=Plumbline::Not everything was analysed; 19 notices"));
    }

    /** Source under scan is not trusted, and messages quote it. */
    @Property(tries = 200)
    void anyMessageGivesWellFormedXml(@ForAll String message) {
        Finding finding = new Finding("a", Severity.ERROR, Confidence.HIGH, at("A.java"), message, List.of(),
            Optional.empty(), new Fingerprint("00", "", ""));
        assertEquals(1, parse(CheckstyleWriter.indented().write(of(finding))).getElementsByTagName("error")
            .getLength());
        assertEquals(1, parse(JUnitWriter.indented().write(of(finding))).getElementsByTagName("failure").getLength());
    }

    private static Finding moved(Finding finding) {
        return new Finding(finding.rule(), finding.severity(), finding.confidence(), at(SampleReport.TABLES),
            finding.message(), finding.trace(), finding.edit(), finding.fingerprint());
    }

    private static Place at(String file) {
        return new Place(Path.of(file), 1, 1, 1, 2);
    }

    private static Report of(Finding... findings) {
        return SampleReport.of(List.of(findings), List.of(), List.of(), Map.of());
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new AssertionError(xml, broken);
        }
    }
}
