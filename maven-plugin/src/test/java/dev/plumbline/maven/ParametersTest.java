package dev.plumbline.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

class ParametersTest {

    /** What Maven hands in. */
    private static final Set<String> OF_MAVEN = Set.of("project", "session", "execution", "dependencies",
        "repositories");

    /** What only a build has: it runs without being asked, so it must be possible to turn it off. */
    private static final Set<String> OF_A_BUILD = Set.of("skip", "failOnIncomplete");

    /** Maven colours its own output, and a build is in one folder; parts that options share are no options. */
    private static final Set<String> OF_A_COMMAND_LINE =
        Set.of("noColor", "analysis", "others", "SPOTBUGS", "terminal", "folder", "baseFolder", "headFolder",
            "baseClasses");

    @Test
    void aCheckHasTheOptionsOfTheScanOnTheCommandLine() throws ClassNotFoundException {
        Set<String> options = options("ScanOptions", "AnalysisOptions", "OtherToolsOptions",
            "OutputOptions");
        assertEquals(options, parameters(CheckMojo.class, OF_A_BUILD));
        assertEquals(options, parameters(AggregateCheckMojo.class, OF_A_BUILD));
    }

    @Test
    void aScanHasAllOfThemButTheOneThatFails() throws ClassNotFoundException {
        Set<String> options = options("ScanOptions", "AnalysisOptions", "OtherToolsOptions",
            "OutputOptions");
        options.remove("failOn");
        assertEquals(options, parameters(ScanMojo.class, Set.of("skip")));
        assertEquals(options, parameters(AggregateMojo.class, Set.of("skip")));
    }

    @Test
    void theJudgementOfAChangeHasTheOptionsOfTheCommandLine() throws ClassNotFoundException {
        assertEquals(options("PrCommand", "AnalysisOptions", "OtherToolsOptions",
            "OutputOptions"), parameters(PrMojo.class, OF_A_BUILD));
    }

    @Test
    void aParameterIsOnePropertyOfItsName() throws IOException {
        Pattern parameter = Pattern.compile("<(\\w+) implementation=\"[^\"]*\"[^>]*>\\$\\{plumbline\\.([^}]*)}</");
        Matcher properties = parameter.matcher(descriptor());
        int found = 0;
        while (properties.find()) {
            assertEquals(properties.group(1), properties.group(2));
            found++;
        }
        assertTrue(found > 60, found + " properties");
    }

    @Test
    void theDescriptorSaysHowGoalsAreBound() throws IOException {
        assertTrue(descriptor().contains("<goalPrefix>plumbline</goalPrefix>"));
        for (String goal : List.of("check", "scan")) {
            assertTrue(goal(goal).contains("<requiresDependencyResolution>test</requiresDependencyResolution>"), goal);
            assertTrue(goal(goal).contains("<aggregator>false</aggregator>"), goal);
        }
        for (String goal : List.of("aggregate", "aggregate-check", "pr", "baseline")) {
            assertTrue(goal(goal).contains("<aggregator>true</aggregator>"), goal);
        }
        for (String goal : List.of("check", "scan", "aggregate", "aggregate-check", "pr")) {
            assertTrue(goal(goal).contains("<phase>verify</phase>"), goal);
        }
        assertTrue(goal("explain").contains("<requiresProject>false</requiresProject>"));
        for (String goal : descriptor().split("<mojo>")) {
            assertTrue(goal.contains("<goalPrefix>") || goal.contains("<threadSafe>true</threadSafe>"), goal);
        }
    }

    private static String goal(String name) throws IOException {
        String all = descriptor();
        int from = all.indexOf("<goal>" + name + "</goal>");
        return all.substring(from, all.indexOf("</mojo>", from));
    }

    private static String descriptor() throws IOException {
        try (InputStream in = CheckMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> options(String... parts) throws ClassNotFoundException {
        Set<String> options = new TreeSet<>();
        for (String part : parts) {
            options.addAll(fields(Class.forName("dev.plumbline.cli." + part)));
        }
        options.removeAll(OF_A_COMMAND_LINE);
        return options;
    }

    private static Set<String> parameters(Class<?> goal, Set<String> ofABuild) {
        Set<String> parameters = new TreeSet<>();
        for (Class<?> type = goal; type != AbstractMojo.class; type = type.getSuperclass()) {
            parameters.addAll(fields(type));
        }
        assertTrue(parameters.removeAll(OF_MAVEN));
        assertTrue(parameters.containsAll(ofABuild));
        parameters.removeAll(ofABuild);
        return parameters;
    }

    private static Set<String> fields(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (!field.isSynthetic()) {
                names.add(field.getName());
            }
        }
        return names;
    }
}
