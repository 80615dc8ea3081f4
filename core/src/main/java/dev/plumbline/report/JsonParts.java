package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import java.util.List;

/** What Plumbline's own JSON says in the same way of a scan and of a change. */
final class JsonParts {

    private JsonParts() {
    }

    static ObjectNode finding(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rule", finding.rule());
        node.put("severity", JsonText.word(finding.severity()));
        node.put("confidence", JsonText.word(finding.confidence()));
        node.put("message", finding.message());
        node.set("place", place(finding.place()));
        ArrayNode trace = node.putArray("trace");
        finding.trace().forEach(step -> trace.addObject()
            .put("what", step.what())
            .set("place", place(step.place())));
        finding.edit().ifPresent(edit -> node.putObject("edit")
            .put("what", edit.what())
            .put("replacement", edit.replacement())
            .set("place", place(edit.place())));
        node.put("fingerprint", finding.fingerprint().text());
        return node;
    }

    static ObjectNode place(Place place) {
        return JsonNodeFactory.instance.objectNode()
            .put("path", place.path())
            .put("line", place.line())
            .put("column", place.column())
            .put("endLine", place.endLine())
            .put("endColumn", place.endColumn());
    }

    private static ObjectNode notice(Notice notice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode()
            .put("level", JsonText.word(notice.level()))
            .put("kind", notice.kind())
            .put("message", notice.message());
        notice.file().ifPresent(file -> node.put("file", file));
        return node;
    }

    /** Without folders of this machine. */
    static ArrayNode notices(List<Notice> notices) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        notices.stream().map(Portable::notice).forEach(notice -> array.add(notice(notice)));
        return array;
    }

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> array.add(finding(finding)));
        return array;
    }

    /** Other tools with the rules that their findings name. */
    static ArrayNode tools(List<OtherTool> tools) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (OtherTool tool : tools) {
            ObjectNode node = array.addObject()
                .put("id", tool.id())
                .put("name", tool.name())
                .put("version", tool.version())
                .put("uri", tool.uri());
            ArrayNode rules = node.putArray("rules");
            tool.rules().forEach(rule -> rules.add(rule(rule)));
        }
        return array;
    }

    private static ObjectNode rule(OtherRule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode()
            .put("id", rule.id())
            .put("title", rule.title())
            .put("help", rule.help())
            .put("uri", rule.helpUri())
            .put("severity", JsonText.word(rule.severity()));
        ArrayNode cwe = node.putArray("cwe");
        rule.cwe().forEach(cwe::add);
        node.set("tags", strings(rule.tags()));
        return node;
    }

    static ArrayNode strings(List<String> strings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        strings.forEach(array::add);
        return array;
    }
}
