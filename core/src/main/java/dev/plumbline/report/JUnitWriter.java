package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as test results, for hosts that show nothing else: a failed test for each error, a skipped one for each
 * lesser finding, one with an error for each thing that was not analysed, and a passed one for each rule that found
 * nothing.
 */
public final class JUnitWriter implements ReportWriter {

    private JUnitWriter() {
    }

    public static JUnitWriter indented() {
        return new JUnitWriter();
    }

    @Override
    public String write(Report report) {
        List<Finding> findings = report.findings();
        List<Notice> unseen = report.notices().stream()
            .filter(notice -> notice.level() == Notice.Level.INCOMPLETE).map(Portable::notice).toList();
        List<String> calm = report.ran().stream()
            .filter(rule -> findings.stream().noneMatch(finding -> finding.rule().equals(rule))).toList();
        long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        String[] counts = {
            "name", "Plumbline",
            "tests", Long.toString(findings.size() + unseen.size() + calm.size()),
            "failures", Long.toString(errors),
            "errors", Long.toString(unseen.size()),
            "skipped", Long.toString(findings.size() - errors)};
        XmlText xml = new XmlText().open("testsuites").open("testsuite", counts);
        findings.forEach(finding -> write(finding, xml));
        unseen.forEach(notice -> xml.open("testcase", "classname", "not analysed", "name", notice.kind())
            .leaf("error", "", "message", notice.message()).close());
        calm.forEach(rule -> xml.leaf("testcase", "", "classname", "rules", "name", rule));
        return xml.close().close().text();
    }

    private static void write(Finding finding, XmlText xml) {
        String where = finding.place().path() + ":" + finding.place().line();
        xml.open("testcase", "classname", finding.place().path(), "name",
            finding.rule() + " in line " + finding.place().line());
        if (finding.severity() == Severity.ERROR) {
            xml.leaf("failure", where + "\n" + trace(finding), "message", finding.message(), "type", finding.rule());
        } else {
            xml.leaf("skipped", "", "message", JsonText.word(finding.severity()) + ": " + finding.message());
        }
        xml.close();
    }

    private static String trace(Finding finding) {
        return finding.trace().stream().map(JUnitWriter::line).collect(Collectors.joining("\n"));
    }

    private static String line(Step step) {
        return "  " + step.place().path() + ":" + step.place().line() + " " + step.what();
    }
}
