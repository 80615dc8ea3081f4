package dev.plumbline.bench;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rules.people.ShippedChanges;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.Yardstick;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Judges a change of ten files in a repository made of kafka-clients, some 360,000 lines: cold, each time by the
 * launcher in a fresh virtual machine, and warm, again and again in this one. Prints medians.
 */
final class Judging {

    private static final int FILES = 10;
    private static final String ADDED = """

            static String firstLine(java.nio.file.Path file) throws java.io.IOException {
                return java.nio.file.Files.newBufferedReader(file).readLine();
            }
        }
        """;

    private Judging() {
    }

    /** Arguments: the folder with what was fetched, the launcher of Plumbline, the number of rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Subject kafka = Subject.in(Path.of(arguments[0]).resolve("kafka-clients"), "4.1.0");
        int rounds = Integer.parseInt(arguments[2]);
        Path work = Files.createTempDirectory("plumbline-bench");
        Path repository = work.resolve("repository");
        unpack(kafka.sources(), repository.resolve("src/main/java"));
        git(repository, "init", "-q");
        git(repository, "add", "-A");
        git(repository, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-q", "-m", "base");
        List<Path> changed = change(repository);
        System.out.println("Before: " + Machine.line());
        List<Duration> cold = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            cold.add(cold(kafka, repository, Path.of(arguments[1]), work.resolve("log")));
        }
        List<Duration> warm = new ArrayList<>();
        for (int round = 0; round < 2 * rounds; round++) {
            warm.add(warm(kafka, repository));
        }
        System.out.println("After:  " + Machine.line());
        System.out.println();
        System.out.println("| a change of " + changed.size() + " files | median s | least - most |");
        System.out.println("|---|---:|---:|");
        print("cold, a process each", cold);
        print("warm, in one process", warm.subList(rounds, warm.size()));
        Scratch.delete(work);
    }

    private static void print(String name, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        System.out.println("| " + name + " | " + Table.seconds(sorted.get((sorted.size() - 1) / 2)) + " | "
            + Table.seconds(sorted.get(0)) + " - " + Table.seconds(sorted.get(sorted.size() - 1)) + " |");
    }

    private static Duration cold(Subject kafka, Path repository, Path plumbline, Path log)
            throws IOException, InterruptedException {
        Run run = Run.of(List.of(plumbline.toString(), "pr", repository.toString(), "--base", "HEAD", "--classes",
            kafka.jar().toString(), "--classpath", kafka.classpath()), log);
        if (run.exit() != 1) {
            throw new IllegalStateException("a change that leaks readers was to fail, see " + log);
        }
        return run.wall();
    }

    private static Duration warm(Subject kafka, Path repository) {
        long start = System.nanoTime();
        try (GitRepository git = GitRepository.containing(repository)) {
            Sides sides = Sides.of(git, repository, Optional.of("HEAD"), Optional.empty(), List.of(kafka.jar()),
                kafka.dependencies());
            Review review = Review.of(new ReviewRequest(new ScanRequest(sides.head(), RuleCatalog.installed(), List.of(),
                List.of(), List.of(), List.of(), Runtime.getRuntime().availableProcessors(), line -> {}), sides.base(),
                sides.change(), Yardstick.shipped(ShippedChanges.read()), Gate.standard(), sides.known(),
                sides.proposed()));
            if (review.comparison().introduced().size() != FILES) {
                throw new IllegalStateException("introduced: " + review.comparison().introduced());
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Ten files of the clients, spread evenly, each with one more method that leaks a reader. */
    private static List<Path> change(Path repository) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(repository.resolve("src/main/java/org/apache/kafka/clients"))) {
            all = files.filter(file -> file.toString().endsWith(".java"))
                .filter(file -> isClass(file)).sorted().toList();
        }
        List<Path> changed = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = all.get(i * (all.size() / FILES));
            String text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.lastIndexOf('}')) + ADDED);
            changed.add(file);
        }
        return changed;
    }

    private static boolean isClass(Path file) {
        try {
            return Files.readString(file).contains("public class " + file.getFileName().toString().replace(".java", ""));
        } catch (IOException e) {
            return false;
        }
    }

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

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }
}
