package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of a Java runtime: its {@code jrt:/} image. Headers are remembered here, so indexes that share
 * a runtime read each of its classes once. Safe for use by many threads.
 */
public final class Jdk {

    private static final URI IMAGE = URI.create("jrt:/");

    private final Optional<Image> image;
    private final List<Notice> notices;

    /** The classes and what was read of them so far. */
    private record Image(ImageClasses classes, ClasspathEntry entry) {

        static Image of(FileSystem files, String home) throws IOException {
            ImageClasses classes = ImageClasses.of(files, home);
            return new Image(classes, new ClasspathEntry(classes));
        }
    }

    /** The runtime this process runs on. */
    public static Jdk running() {
        String home = System.getProperty("java.home", "the running Java");
        return open(home, () -> FileSystems.getFileSystem(IMAGE));
    }

    /** The runtime installed in a folder, read through its own {@code lib/jrt-fs.jar}. */
    public static Jdk at(Path home) {
        String shown = home.toString().replace('\\', '/');
        if (!Files.isRegularFile(home.resolve("lib").resolve("jrt-fs.jar"))) {
            return unreadable(shown, "it has no lib/jrt-fs.jar");
        }
        return open(shown, () -> FileSystems.newFileSystem(IMAGE, Map.of("java.home", home.toString())));
    }

    /** Getting at an image can fail in as many ways as there are damaged installations. */
    private interface Opening {

        FileSystem open() throws IOException;
    }

    private static Jdk open(String home, Opening opening) {
        try {
            return new Jdk(Optional.of(Image.of(opening.open(), home)), List.of());
        } catch (IOException | RuntimeException | LinkageError e) {
            return unreadable(home, "its image can not be opened (" + e + ")");
        }
    }

    private static Jdk unreadable(String home, String why) {
        return new Jdk(Optional.empty(), List.of(Notice.incomplete("unreadable-jdk", home,
            "The Java runtime in " + home + " can not be read, " + why
                + "; its classes are not known, name the home of a JDK 9 or later")));
    }

    private Jdk(Optional<Image> image, List<Notice> notices) {
        this.image = image;
        this.notices = notices;
    }

    /** Where a class of the runtime comes from, if the runtime has it. */
    Optional<ClasspathEntry> holding(ClassName name) {
        return image.filter(known -> known.classes().has(name)).map(Image::entry);
    }

    List<Notice> notices() {
        return image.map(known -> known.entry().notices()).orElse(notices);
    }
}
