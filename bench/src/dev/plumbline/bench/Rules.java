package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules of a Plumbline, asked of itself: previews run only when they are named. */
final class Rules {

    private Rules() {
    }

    static List<String> of(Path plumbline, Path work) throws IOException, InterruptedException {
        Path table = work.resolve("rules.txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Run run = Run.of(List.of(java, "-jar", plumbline.toString(), "rules"), table);
        if (run.exit() != 0) {
            throw new IllegalStateException(Files.readString(table));
        }
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split(" ")[0]).toList();
    }
}
