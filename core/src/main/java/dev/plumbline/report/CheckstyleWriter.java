package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A report as Checkstyle writes its own, which Jenkins, reviewdog and many others read. It has no place for what was
 * not analysed.
 */
public final class CheckstyleWriter implements ReportWriter {

    private CheckstyleWriter() {
    }

    public static CheckstyleWriter indented() {
        return new CheckstyleWriter();
    }

    @Override
    public String write(Report report) {
        XmlText xml = new XmlText().open("checkstyle", "version", "8.0");
        Map<String, List<Finding>> files = report.findings().stream()
            .collect(Collectors.groupingBy(finding -> finding.place().path(), TreeMap::new, Collectors.toList()));
        files.forEach((path, findings) -> {
            xml.open("file", "name", path);
            findings.forEach(finding -> write(finding, report, xml));
            xml.close();
        });
        return xml.close().text();
    }

    /** Readers take what follows the last full stop of a source for the kind, and what precedes it for the category. */
    private static void write(Finding finding, Report report, XmlText xml) {
        Place place = Portable.straight(finding.place());
        xml.leaf("error", "",
            "line", Integer.toString(place.line()),
            "column", Integer.toString(place.column()),
            "severity", finding.severity() == Severity.NOTE ? "info" : JsonText.word(finding.severity()),
            "message", finding.message(),
            "source", report.catalog().find(finding.rule()).map(RuleCard::pack).map(pack -> "plumbline." + pack + ".")
                .orElse("") + finding.rule());
    }
}
