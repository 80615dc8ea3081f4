package dev.plumbline.rules.resources;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ResourceLeakOnPathTest {

    private final RuleTest rule = RuleTest.of(new ResourceLeakOnPath());

    @Test
    void tryWithResourcesWithTwoWaysOutIsFine() {
        rule.on("""
            import java.io.*;
            import java.util.*;
            import java.util.jar.*;
            class Plugins {
                private Properties read(JarFile jar, JarEntry entry) throws IOException {
                    Properties all = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) { // fine: closed by the statement
                        all.load(in);
                        if (all.isEmpty()) {
                            return new Properties();
                        }
                        return all;
                    }
                }
            }
            """);
    }
}
