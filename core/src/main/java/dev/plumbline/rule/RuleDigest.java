package dev.plumbline.rule;

import dev.plumbline.finding.UsageException;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether a rule is still the one that was measured: a hash of its code and of the classes of its pack that it
 * uses. Comments, documentation and white space do not count; neither does what it asks of the engine.
 */
public final class RuleDigest {

    private static final int BYTES = 6;
    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");
    /** The documentation of a rule is an annotation, and ends where the class begins. */
    private static final Pattern INFO = Pattern.compile("(?s)@RuleInfo\\(.*?\\R(?=public )");

    /** @param sources the source root of the rule's module */
    public static String of(RuleCard card, Path sources) {
        Path own = sources.resolve(card.rule().getClass().getName().replace('.', '/') + ".java");
        SortedMap<String, Path> pack = pack(own.getParent());
        SortedMap<String, String> code = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(card.rule().getClass().getSimpleName()));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!code.containsKey(name)) {
                code.put(name, code(pack.get(name)));
                words(code.get(name)).stream().filter(pack::containsKey).forEach(open::push);
            }
        }
        return hash(code.toString());
    }

    private static SortedMap<String, Path> pack(Path folder) {
        SortedMap<String, Path> pack = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> pack.put(file.getFileName().toString().replace(".java", ""), file));
        } catch (IOException e) {
            throw new UsageException(folder + " can not be read; name a checkout of Plumbline.");
        }
        return pack;
    }

    private static String code(Path file) {
        try {
            String text = INFO.matcher(Files.readString(file)).replaceFirst("");
            SourceFile source = SourceFile.of(file.getFileName(), text.getBytes(StandardCharsets.UTF_8));
            BitSet code = source.codeLines();
            return code.stream().mapToObj(source::line)
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .map(line -> line.replaceAll("\\s+", ""))
                .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UsageException(file + " can not be read; name a checkout of Plumbline.");
        }
    }

    private static TreeSet<String> words(String code) {
        return WORD.matcher(code).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private RuleDigest() {
    }
}
