package dev.plumbline.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.ReaderFactory;
import org.junit.jupiter.api.Test;

/** The tables of the page on Maven are what the plugin says of itself. */
class GoalsPageTest {

    private static final Path PAGE = Path.of("../docs/maven.md");

    @Test
    void thePageHasTheGoalsAndParametersThatThePluginHas() throws Exception {
        String page = Files.readString(PAGE);
        String fresh = between(between(page, "goals", goals()), "parameters", parameters());
        if (Boolean.getBoolean("plumbline.refresh")) {
            Files.writeString(PAGE, fresh);
            return;
        }
        assertEquals(fresh, page, "refresh it: mvn test -pl maven-plugin -am -Dtest=GoalsPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.refresh=true");
    }

    private static String goals() throws Exception {
        StringBuilder table = new StringBuilder("| Goal | Bound to | Does |\n|---|---|---|\n");
        for (MojoDescriptor goal : sorted()) {
            table.append("| `").append(goal.getGoal()).append("` | ")
                .append(goal.getPhase() == null ? "" : "`" + goal.getPhase() + "`").append(" | ")
                .append(line(goal.getDescription())).append(" |\n");
        }
        return table.toString();
    }

    private static String parameters() throws Exception {
        Map<String, String> says = new TreeMap<>();
        Map<String, String> defaults = new TreeMap<>();
        Map<String, List<String>> users = new TreeMap<>();
        for (MojoDescriptor goal : sorted()) {
            for (Parameter parameter : goal.getParameters()) {
                if (parameter.isEditable() && parameter.getDescription() != null) {
                    String name = parameter.getName();
                    says.putIfAbsent(name, line(parameter.getDescription()));
                    defaults.putIfAbsent(name, byDefault(goal, name));
                    users.computeIfAbsent(name, any -> new ArrayList<>()).add("`" + goal.getGoal() + "`");
                }
            }
        }
        StringBuilder table = new StringBuilder("| Parameter | Default | Means | Of |\n|---|---|---|---|\n");
        int most = users.values().stream().mapToInt(List::size).max().orElse(0);
        says.forEach((name, meaning) -> table.append("| `").append(name).append("` | ").append(defaults.get(name))
            .append(" | ").append(meaning).append(" | ")
            .append(users.get(name).size() == most ? "all but `explain`" : String.join(", ", users.get(name)))
            .append(" |\n"));
        return table.toString();
    }

    private static String byDefault(MojoDescriptor goal, String name) {
        String value = goal.getMojoConfiguration().getChild(name).getAttribute("default-value", "");
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static List<MojoDescriptor> sorted() throws IOException, PlexusConfigurationException {
        try (InputStream in = CheckMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            PluginDescriptor plugin = new PluginDescriptorBuilder().build(ReaderFactory.newXmlReader(in));
            return plugin.getMojos().stream()
                .filter(goal -> !goal.getGoal().equals("help"))
                .sorted((one, other) -> one.getGoal().compareTo(other.getGoal()))
                .collect(Collectors.toList());
        }
    }

    private static String line(String html) {
        return html.replaceAll("<[^>]+>", "`").replace("&quot;", "\"").replaceAll("\\s+", " ").strip();
    }

    private static String between(String page, String name, String table) {
        String begin = "<!-- " + name + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + table + page.substring(page.indexOf("<!-- /" + name + " -->"));
    }
}
