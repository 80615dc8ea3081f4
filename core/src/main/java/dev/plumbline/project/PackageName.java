package dev.plumbline.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package that a source file declares, read from its first lines without parsing it. */
final class PackageName {

    /** Enough for a licence header; a file that declares its package later counts as declaring none. */
    private static final int HEAD = 32 * 1024;
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n\\r]*", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile(
        "^\\s*(?:@\\w[\\w.]*(?:\\([^)]*\\))?\\s*)*package\\s+(\\w+(?:\\s*\\.\\s*\\w+)*)\\s*;",
        Pattern.UNICODE_CHARACTER_CLASS);

    /** The folder its package begins in: in {@code a/b} and with {@code package b}, that is {@code a}. */
    static Optional<Path> rootOf(Path file) {
        Path folder = file.getParent();
        String[] segments = declaredIn(file).map(name -> name.split("\\.")).orElse(new String[0]);
        for (int i = segments.length - 1; i >= 0; i--) {
            if (folder == null || folder.getFileName() == null
                || !folder.getFileName().toString().equals(segments[i])) {
                return Optional.empty();
            }
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    private static Optional<String> declaredIn(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            String code = COMMENT.matcher(head.startsWith("\uFEFF") ? head.substring(1) : head).replaceAll(" ");
            Matcher declaration = DECLARATION.matcher(code);
            return declaration.find() ? Optional.of(declaration.group(1).replaceAll("\\s", "")) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // reading it for the scan will say so
        }
    }

    private PackageName() {
    }
}
