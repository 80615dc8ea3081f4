package dev.plumbline.settings;

import dev.plumbline.finding.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with one file, to be said all at once. */
final class Mistakes {

    private static final int SHOWN = 10;
    private static final int LONGEST = 400;

    private record Mistake(int line, String what) {
    }

    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    /** @param what a sentence, with its full stop; what it quotes may be long, or try to steer a terminal */
    void add(int line, String what) {
        String visible = what.replaceAll("\\p{Cntrl}", "?");
        found.add(new Mistake(line, visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "..."));
    }

    /** The exception for a mistake after which nothing more can be read. */
    static UsageException one(String file, int line, String what) {
        Mistakes mistakes = new Mistakes(file);
        mistakes.add(line, what);
        return mistakes.exception();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    private UsageException exception() {
        String first = found.stream().sorted(Comparator.comparingInt(Mistake::line)).limit(SHOWN)
            .map(mistake -> file + ", line " + mistake.line + ": " + mistake.what)
            .collect(Collectors.joining("\n"));
        return new UsageException(found.size() <= SHOWN ? first
            : first + "\nand " + (found.size() - SHOWN) + " more.");
    }
}
