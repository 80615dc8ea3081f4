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
import org.junit.jupiter.api.Test;

class ParametersTest {

    /** What only a build has: it runs without being asked, so it must be possible to turn it off. */
    private static final Set<String> OF_A_BUILD = Set.of("project", "skip", "failOnIncomplete");

    /** Maven colours its own output; a part of the options that others share is not an option. */
    private static final Set<String> OF_A_COMMAND_LINE = Set.of("noColor", "analysis", "others");

    @Test
    void theGoalHasTheOptionsOfTheCommandLine() throws ClassNotFoundException {
        Set<String> options = new TreeSet<>();
        for (String part : List.of("ScanOptions", "AnalysisOptions", "OtherToolsOptions", "OutputOptions")) {
            options.addAll(fields(Class.forName("dev.plumbline.cli." + part)));
        }
        assertTrue(options.removeAll(OF_A_COMMAND_LINE));
        Set<String> parameters = fields(CheckMojo.class);
        assertTrue(parameters.removeAll(OF_A_BUILD));
        assertEquals(options, parameters);
    }

    @Test
    void theDescriptorSaysHowTheGoalIsBound() throws IOException {
        String descriptor;
        try (InputStream in = CheckMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(descriptor.contains("<goalPrefix>plumbline</goalPrefix>"));
        String check = descriptor.substring(descriptor.indexOf("<goal>check</goal>"));
        check = check.substring(0, check.indexOf("</mojo>"));
        assertTrue(check.contains("<phase>verify</phase>"));
        assertTrue(check.contains("<threadSafe>true</threadSafe>"));
        assertTrue(check.contains("<requiresDependencyResolution>test</requiresDependencyResolution>"));
        Set<String> settable = fields(CheckMojo.class);
        settable.remove("project");
        for (String parameter : settable) {
            Matcher expression = Pattern.compile("<" + parameter + " [^>]*>\\$\\{([^}]*)}").matcher(check);
            assertTrue(expression.find(), parameter);
            assertEquals("plumbline." + parameter, expression.group(1));
        }
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
