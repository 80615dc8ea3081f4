package dev.plumbline.rules.spotbugs;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files that tell SpotBugs what the plugin jar reports. They are made from the rules and committed. */
public final class PluginFiles {

    private static final String FOLDER = "rules/src/spotbugs/";
    private static final String DETECTOR = "dev.plumbline.rules.spotbugs.plugin.PlumblineDetector";
    private static final String CODE = "PLUMB";
    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Made from the rules: `./plumbline docs` writes it anew. -->
        """;

    private PluginFiles() {
    }

    /** The text of each file by its path in the repository. */
    public static SortedMap<String, String> of(RuleCatalog catalog) {
        List<RuleCard> rules = catalog.rules().stream().filter(rule -> !rule.info().preview()).toList();
        SortedMap<String, String> files = new TreeMap<>();
        files.put(FOLDER + "findbugs.xml", descriptor(rules));
        files.put(FOLDER + "messages.xml", messages(rules));
        files.put(FOLDER + "bugrank.txt", rules.stream().map(PluginFiles::rank).collect(Collectors.joining()));
        return files;
    }

    /** What a rule is called in SpotBugs. */
    public static String type(String rule) {
        return "PLUMBLINE_" + rule.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String descriptor(List<RuleCard> rules) {
        return HEAD + """
            <FindbugsPlugin xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:noNamespaceSchemaLocation="findbugsplugin.xsd"
                pluginid="dev.plumbline.spotbugs" provider="Plumbline" website="https://plumbline.dev"
                defaultenabled="true">
              <Detector class="%s" speed="slow"
                  reports="%s"/>
            %s</FindbugsPlugin>
            """.replaceFirst("%s", DETECTOR)
            .replaceFirst("%s", rules.stream().map(rule -> type(rule.id())).collect(Collectors.joining(",")))
            .replaceFirst("%s", rules.stream().map(PluginFiles::pattern).collect(Collectors.joining()));
    }

    private static String pattern(RuleCard rule) {
        int[] cwe = rule.info().cwe();
        return "  <BugPattern abbrev=\"" + CODE + "\" type=\"" + type(rule.id()) + "\" category=\""
            + category(rule.pack()) + "\"" + (cwe.length == 0 ? "" : " cweid=\"" + cwe[0] + "\"") + "/>\n";
    }

    /** Without ranks of its own a plugin gets those of the categories twice, which hides what is about threads. */
    private static String rank(RuleCard rule) {
        int rank = switch (rule.info().severity()) {
            case ERROR -> 2;
            case WARNING -> 9;
            case NOTE -> 16;
        };
        return rank + " BugPattern " + type(rule.id()) + "\n";
    }

    /** The categories are SpotBugs' own, so that everything that shows them knows them. */
    private static String category(String pack) {
        return switch (pack) {
            case "concurrency" -> "MT_CORRECTNESS";
            case "security" -> "SECURITY";
            case "performance" -> "PERFORMANCE";
            default -> "CORRECTNESS";
        };
    }

    private static String messages(List<RuleCard> rules) {
        StringBuilder text = new StringBuilder(HEAD).append("""
            <MessageCollection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:noNamespaceSchemaLocation="messagecollection.xsd">
              <Plugin>
                <ShortDescription>Plumbline</ShortDescription>
                <Details>The rules of Plumbline, which join class files with their sources.</Details>
              </Plugin>
              <Detector class="%s">
                <Details>Runs the default rules of Plumbline over all classes; needs the source folders.</Details>
              </Detector>
            """.replace("%s", DETECTOR));
        rules.forEach(rule -> text.append(message(rule)));
        return text.append("  <BugCode abbrev=\"" + CODE + "\">Plumbline</BugCode>\n</MessageCollection>\n").toString();
    }

    private static String message(RuleCard rule) {
        RuleInfo info = rule.info();
        return "  <BugPattern type=\"" + type(rule.id()) + "\">\n"
            + "    <ShortDescription>" + escaped(info.title().replace("`", "")) + "</ShortDescription>\n"
            + "    <LongDescription>{1}</LongDescription>\n"
            + "    <Details><![CDATA[\n" + html(info.why()) + "<p><b>Instead:</b></p>\n" + html(info.instead())
            + "<p>Plumbline calls this rule <code>" + rule.id() + "</code>.</p>\n]]></Details>\n"
            + "  </BugPattern>\n";
    }

    private static String html(String markdown) {
        return List.of(escaped(markdown.strip()).split("\\R[ \\t]*\\R")).stream()
            .map(paragraph -> "<p>" + paragraph.replaceAll("`([^`]*)`", "<code>$1</code>") + "</p>\n")
            .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
