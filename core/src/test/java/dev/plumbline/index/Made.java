package dev.plumbline.index;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.V17;

import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;

/** Class files and jars for tests. */
final class Made {

    /** A class without members. */
    static byte[] type(String name, String superclass, String... interfaces) {
        return type(V17, ACC_PUBLIC, name, superclass, interfaces);
    }

    static byte[] type(int version, int access, String name, String superclass, String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, access, name, null, superclass, interfaces);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** The class file of a class that is running. */
    static byte[] fileOf(Class<?> type) {
        String name = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path jar(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static Path file(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    static ClassName name(Class<?> type) {
        return ClassName.of(type.getName());
    }

    private Made() {
    }
}
