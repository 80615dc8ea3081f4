package dev.plumbline.rules.spotbugs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What SpotBugs said of the same classes before. It is kept in a folder of the user and never in the work tree: a
 * change could bring a forged result with it. Whatever goes wrong with it is a miss.
 *
 * @param folder need not exist
 */
record ResultCache(Path folder) {

    private static final int MOST_RESULTS = 100;
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final String SUFFIX = ".spotbugs";

    /** Where a user keeps what can be made again. */
    static ResultCache ofUser(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"), ".cache", "plumbline");
        Path folder = named(environment, "PLUMBLINE_CACHE")
            .or(() -> named(environment, "XDG_CACHE_HOME").map(cache -> cache.resolve("plumbline")))
            .orElse(home);
        return new ResultCache(folder.resolve("spotbugs"));
    }

    Optional<SpotBugsResult> find(String key) {
        Path file = folder.resolve(key + SUFFIX);
        try {
            Optional<SpotBugsResult> found = SpotBugsResult.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (found.isPresent()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            }
            return found;
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void put(String key, SpotBugsResult result) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "new", ".tmp");
            Files.writeString(written, result.text(), StandardCharsets.UTF_8);
            Files.move(written, folder.resolve(key + SUFFIX), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
            prune();
        } catch (IOException full) {
            // Then the next run takes as long as this one did.
        }
    }

    private void prune() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        List<Path> newestFirst = times.keySet().stream()
            .sorted(Comparator.comparing((Path file) -> times.get(file)).reversed())
            .toList();
        long oldest = System.currentTimeMillis() - LONGEST.toMillis();
        for (int i = 0; i < newestFirst.size(); i++) {
            if (i >= MOST_RESULTS || times.get(newestFirst.get(i)).toMillis() < oldest) {
                Files.deleteIfExists(newestFirst.get(i));
            }
        }
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of)
            .filter(Path::isAbsolute);
    }
}
