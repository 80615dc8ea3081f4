package dev.plumbline.project;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where compilers put class files when no build file says where. */
final class ClassFolders {

    static final int RELEASE_UNSAID = 17;

    /**
     * Deeper ones first: {@code build/classes/java/main} is the root of its packages, {@code build/classes}
     * is not.
     */
    private static final List<String> USUAL = List.of("target/classes", "build/classes/java/main",
        "build/classes/main", "build/classes", "out/production/classes", "out", "bin/main", "bin", "classes");

    private static final int CLASS_FILE = 0xCAFEBABE;
    private static final int VERSION_OF_JAVA_1 = 44;

    /** The first usual folder that holds class files. */
    static List<Path> in(Path project) {
        Path production = project.resolve("out/production");
        if (Files.isDirectory(production)) {
            List<Path> modules = list(production).filter(module -> firstClass(module).isPresent()).toList();
            if (!modules.isEmpty()) {
                return modules;
            }
        }
        return USUAL.stream()
            .map(project::resolve)
            .filter(Files::isDirectory)
            .filter(folder -> firstClass(folder).isPresent())
            .limit(1)
            .toList();
    }

    /** The release that the class files were compiled for; what is usual now when there are none. */
    static int release(List<Path> classes) {
        return classes.stream()
            .map(ClassFolders::firstClass)
            .flatMap(Optional::stream)
            .map(ClassFolders::release)
            .filter(release -> release > 0)
            .findFirst()
            .orElse(RELEASE_UNSAID);
    }

    static int release(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        if (in.readInt() != CLASS_FILE) {
            return 0;
        }
        in.readUnsignedShort();
        return in.readUnsignedShort() - VERSION_OF_JAVA_1;
    }

    private static int release(Path classFile) {
        try (InputStream in = Files.newInputStream(classFile)) {
            return release(in);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static Optional<Path> firstClass(Path folder) {
        try (Stream<Path> all = Files.walk(folder, 30)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".class")).findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private ClassFolders() {
    }
}
