package dev.plumbline.project.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;

/**
 * What {@code mvn} would be told if it were started in a project's folder by this user: by the files in
 * {@code .mvn}, the environment and {@code settings.xml}.
 *
 * @param user properties given with {@code -D}
 * @param system properties of the Java that runs, and {@code env.*}
 */
record Invocation(Path localRepository, Properties user, Properties system, List<String> profiles) {

    private static final String LOCAL_REPOSITORY = "maven.repo.local";

    /** Arguments by what they mean; later sources do not override earlier ones. */
    private record Arguments(Path folder, Properties properties, List<String> profiles, List<String> settings) {

        void add(List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                String next = i + 1 < words.size() ? words.get(i + 1) : "";
                if (word.equals("-D") || word.equals("--define")) {
                    define(next);
                } else if (word.startsWith("-D")) {
                    define(word.substring(2));
                } else if (word.equals("-P") || word.equals("--activate-profiles")) {
                    profiles.addAll(List.of(next.split(",")));
                } else if (word.startsWith("-P")) {
                    profiles.addAll(List.of(word.substring(2).split(",")));
                } else if (word.equals("-s") || word.equals("--settings")) {
                    settings.add(next);
                }
            }
        }

        private void define(String assignment) {
            int equals = assignment.indexOf('=');
            String name = equals < 0 ? assignment : assignment.substring(0, equals);
            String value = equals < 0 ? "true" : assignment.substring(equals + 1);
            properties.putIfAbsent(name, value.replace("${maven.multiModuleProjectDirectory}", folder.toString()));
        }
    }

    static Invocation of(Path project, Properties jvm, Map<String, String> environment) {
        Path folder = folderWithDotMvn(project);
        Arguments arguments = new Arguments(folder, new Properties(), new ArrayList<>(), new ArrayList<>());
        arguments.add(words(folder.resolve(".mvn/maven.config")));
        arguments.add(words(environment.getOrDefault("MAVEN_ARGS", "")));
        if (jvm.getProperty(LOCAL_REPOSITORY) != null) {
            arguments.properties().putIfAbsent(LOCAL_REPOSITORY, jvm.getProperty(LOCAL_REPOSITORY));
        }
        arguments.add(words(environment.getOrDefault("MAVEN_OPTS", "")));
        arguments.add(words(folder.resolve(".mvn/jvm.config")));

        Properties system = new Properties();
        jvm.stringPropertyNames().forEach(name -> system.setProperty(name, jvm.getProperty(name)));
        environment.forEach((name, value) -> system.setProperty("env." + name, value));

        Path home = Path.of(jvm.getProperty("user.home", "."), ".m2");
        Optional<Settings> settings = settings(arguments, home, environment, system);
        List<String> profiles = new ArrayList<>(arguments.profiles());
        settings.ifPresent(found -> profiles.addAll(found.getActiveProfiles()));
        String repository = Optional.ofNullable(arguments.properties().getProperty(LOCAL_REPOSITORY))
            .or(() -> settings.map(Settings::getLocalRepository).filter(path -> !path.isBlank()))
            .orElse(home.resolve("repository").toString());
        return new Invocation(folder.resolve(repository).normalize(), arguments.properties(), system, profiles);
    }

    private static Path folderWithDotMvn(Path project) {
        for (Path folder = project; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return project;
    }

    private static List<String> words(Path file) {
        try {
            return Files.isRegularFile(file) ? words(Files.readString(file, StandardCharsets.UTF_8)) : List.of();
        } catch (IOException unreadable) {
            return List.of(); // Maven's own defaults are the best guess left; what is missing is reported later
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static Optional<Settings> settings(Arguments arguments, Path home, Map<String, String> environment,
            Properties system) {
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        Path user = arguments.settings().isEmpty() ? home.resolve("settings.xml")
            : arguments.folder().resolve(arguments.settings().get(0));
        request.setUserSettingsFile(user.toFile());
        Optional.ofNullable(environment.get("MAVEN_HOME"))
            .ifPresent(maven -> request.setGlobalSettingsFile(Path.of(maven, "conf/settings.xml").toFile()));
        request.setSystemProperties(system);
        try {
            return Optional.of(new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings());
        } catch (SettingsBuildingException unreadable) {
            return Optional.empty();
        }
    }
}
