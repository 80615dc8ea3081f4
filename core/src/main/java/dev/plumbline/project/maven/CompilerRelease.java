package dev.plumbline.project.maven;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The Java release a module is compiled for, as the compiler plugin would see it. */
public final class CompilerRelease {

    private static final int UNSAID = 17;

    public static int of(Model model) {
        return Stream.of(
            configured(model, "release"),
            property(model, "maven.compiler.release"),
            configured(model, "source"),
            property(model, "maven.compiler.source"),
            property(model, "java.version"))
            .flatMap(Optional::stream)
            .map(CompilerRelease::number)
            .filter(release -> release > 0)
            .findFirst()
            .orElse(UNSAID);
    }

    private static Optional<String> property(Model model, String name) {
        return Optional.ofNullable(model.getProperties().getProperty(name));
    }

    private static Optional<String> configured(Model model, String name) {
        Stream<Plugin> used = model.getBuild().getPlugins().stream();
        Stream<Plugin> managed = model.getBuild().getPluginManagement() == null ? Stream.of()
            : model.getBuild().getPluginManagement().getPlugins().stream();
        return Stream.concat(used, managed)
            .filter(plugin -> plugin.getArtifactId().equals("maven-compiler-plugin"))
            .map(Plugin::getConfiguration)
            .filter(Xpp3Dom.class::isInstance)
            .map(configuration -> ((Xpp3Dom) configuration).getChild(name))
            .filter(child -> child != null && child.getValue() != null)
            .map(Xpp3Dom::getValue)
            .findFirst();
    }

    /** {@code 1.8} and {@code 8} are 8; what is not a number, such as a placeholder left over, is 0. */
    private static int number(String release) {
        String digits = release.strip().replaceFirst("^1\\.", "");
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
    }

    private CompilerRelease() {
    }
}
