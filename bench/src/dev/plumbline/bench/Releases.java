package dev.plumbline.bench;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.Sides;
import dev.plumbline.history.Measuring;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures consecutive releases of libraries as changes that people wrote, and brings the ledger that Plumbline ships
 * up to date: {@code Releases CHECKOUT LIST FOLDER}, where the folder has one folder for each library of the list, with
 * its jars and sources jars, and below that {@code lib} with its dependencies.
 */
final class Releases {

    private Releases() {
    }

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]);
        Path folder = Path.of(arguments[2]);
        HumanChanges ledger = Ledger.of(checkout);
        Measuring measuring = Ledger.measuring(checkout, ledger, HumanChanges.CLASSES,
            Runtime.getRuntime().availableProcessors());
        List<HumanChange> changes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.trim().split("\\s+");
                for (int i = 2; i < words.length; i++) {
                    changes.add(release(words[0], words[i - 1], words[i], folder, measuring));
                }
            }
        }
        Ledger.write(checkout, ledger, HumanChanges.CLASSES, measuring, changes);
    }

    private static HumanChange release(String artifact, String from, String to, Path folder, Measuring measuring)
            throws IOException {
        String name = artifact + " " + from + ".." + to;
        if (!measuring.missing(name).isEmpty()) {
            long start = System.nanoTime();
            Path own = folder.resolve(artifact.substring(artifact.indexOf(':') + 1));
            Path before = Files.createTempDirectory("plumbline-base");
            Path after = Files.createTempDirectory("plumbline-head");
            try {
                unpack(jar(own, from, "-sources"), before);
                unpack(jar(own, to, "-sources"), after);
                Review review = measuring.measure(name, Sides.of(before, after, List.of(jar(own, from, "")),
                    List.of(jar(own, to, "")), jars(own.resolve("lib"))));
                System.err.println(name + ": " + review.comparison().introduced().size() + " introduced in "
                    + review.exposure().lines() + " lines, " + (System.nanoTime() - start) / 1_000_000_000 + " s");
                review.comparison().introduced().forEach(one -> System.out.println(name + "\t" + one.finding().rule()
                    + "\t" + one.where() + "\t" + one.finding().place().path() + ":" + one.finding().place().line()
                    + "\t" + one.finding().message()));
            } finally {
                Scratch.delete(before);
                Scratch.delete(after);
            }
        }
        return measuring.change(name);
    }

    private static Path jar(Path folder, String version, String classifier) {
        return folder.resolve(folder.getFileName() + "-" + version + classifier + ".jar");
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** The Java files of an archive; an entry that would lie elsewhere is left out. */
    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.getName().endsWith(".java") && file.startsWith(folder)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }
}
