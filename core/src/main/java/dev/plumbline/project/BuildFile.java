package dev.plumbline.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Which build a folder is the top of. Maven goes first: its class path can be read without running it. */
enum BuildFile {
    MAVEN, GRADLE, NONE;

    static BuildFile of(Path folder) {
        if (Files.isRegularFile(folder.resolve("pom.xml"))) {
            return MAVEN;
        }
        boolean gradle = Stream.of("settings.gradle", "settings.gradle.kts", "build.gradle", "build.gradle.kts")
            .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
        return gradle ? GRADLE : NONE;
    }

    static boolean isIn(Path folder) {
        return of(folder) != NONE;
    }
}
