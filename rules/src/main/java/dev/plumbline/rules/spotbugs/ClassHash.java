package dev.plumbline.rules.spotbugs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash of everything that a run of SpotBugs reads: an equal hash means an equal result. */
final class ClassHash {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    ClassHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    ClassHash add(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Files by their bytes, folders by their class files; what does not exist is nothing. */
    ClassHash add(List<Path> paths) throws IOException {
        for (Path path : paths) {
            add("entry");
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else if (Files.exists(path)) {
                addFile(path);
            }
        }
        return this;
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        for (Path file : classes) {
            add(folder.relativize(file).toString());
            addFile(file);
        }
    }

    private void addFile(Path file) throws IOException {
        add(Long.toString(Files.size(file)));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }
}
