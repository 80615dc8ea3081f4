package dev.plumbline.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Eclipse compiler over texts in memory: no annotation processing, nothing written, goes on after errors,
 * so that a missing dependency costs the methods that name it and no more.
 */
public final class InMemoryCompiler {

    /** A file that stops the compiler for all is left out, and the others are tried again. */
    private static final int MOST_ROUNDS = 10;
    /** What the guesses of one round still lack is known to the next. */
    private static final int MOST_GUESSES = 3;

    /**
     * Safe to be called by many threads.
     *
     * @param sources text by path, forward slashes; what is no {@code .java} file, and {@code
     *     module-info.java}, is left out
     * @param classpath folders and jars; entries that can not be read are left out
     * @param release the Java release of the sources, for example 17; brought into the range the compiler
     *     knows. The library is that of the running Java whatever the release.
     */
    public static Compilation compile(Map<String, String> sources, List<Path> classpath, int release) {
        return compile(sources, classpath, release, Neighbours.none());
    }

    /** @param neighbours asked for types that neither the sources nor the class path have */
    public static Compilation compile(Map<String, String> sources, List<Path> classpath, int release,
            Neighbours neighbours) {
        Map<String, String> left = new TreeMap<>(sources);
        left.keySet().removeIf(path -> !SourceText.holdsTypes(path));
        Outcome outcome = new Outcome();
        try (KnownTypes types = KnownTypes.over(classpath, neighbours)) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Optional<String> culprit = outcome.compile(left, types, release);
                if (culprit.isEmpty()) {
                    improve(outcome, left, types, release);
                    return outcome.compilation();
                }
                left.remove(culprit.get());
            }
        }
        outcome.abandoned(left.keySet());
        return outcome.compilation();
    }

    /** The files that lost methods are compiled once more, with stand-ins for the types that were not found. */
    private static void improve(Outcome outcome, Map<String, String> sources, KnownTypes types, int release) {
        Map<String, String> again = new TreeMap<>();
        outcome.brokenByFile().keySet().forEach(path -> again.put(path, sources.get(path)));
        again.values().removeIf(Objects::isNull);
        if (again.isEmpty()) {
            return;
        }
        types.know(outcome.classesOutside(again.keySet()));
        StandIns standIns = StandIns.of(again, outcome.unresolved(),
            type -> outcome.classes().containsKey(type) || types.isKnown(type));
        if (standIns.isEmpty()) {
            return;
        }
        boolean isNew = true;
        for (int round = 0; round < MOST_GUESSES && isNew && !again.isEmpty(); round++) {
            Map<String, String> all = new TreeMap<>(standIns.sources());
            all.putAll(again);
            Outcome guessed = new Outcome(standIns.names());
            if (guessed.compile(all, types, release).isPresent()) {
                return;
            }
            outcome.improveBy(guessed);
            again.keySet().retainAll(guessed.brokenByFile().keySet());
            isNew = standIns.add(guessed.missingFields());
        }
    }

    private InMemoryCompiler() {
    }
}
