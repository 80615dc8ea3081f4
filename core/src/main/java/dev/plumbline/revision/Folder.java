package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** A directory or an archive, without git: what {@code --base-dir} and {@code --head-dir} name. */
public final class Folder extends Revision {

    private final String name;
    private final SortedMap<String, Source> files;

    private Folder(String name, SortedMap<String, Source> files) {
        this.name = name;
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** The bytes of one file, read again each time. */
    private interface Source {
        byte[] bytes() throws IOException;
    }

    /**
     * @param path a directory, read when asked for, or an archive such as a sources jar, whose entries are read now;
     *     what lies in {@code .git} is not among the files
     */
    public static Folder of(Path path) {
        String name = path.toString().replace('\\', '/');
        try {
            if (Files.isDirectory(path)) {
                return new Folder(name, directory(path.toRealPath()));
            }
            if (Files.isRegularFile(path)) {
                return new Folder(name, archive(path));
            }
        } catch (IOException e) {
            throw new UsageException(name + " cannot be read as a folder or as a zip or jar file: " + e.getMessage());
        }
        throw new UsageException("There is no folder, zip or jar file " + name + ".");
    }

    /** Files that lie nowhere, by path. */
    public static Folder holding(String name, Map<String, byte[]> files) {
        SortedMap<String, Source> sources = new TreeMap<>();
        files.forEach((path, bytes) -> sources.put(path, bytes::clone));
        return new Folder(name, sources);
    }

    private static SortedMap<String, Source> directory(Path root) throws IOException {
        SortedMap<String, Source> files = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.endsWith(Constants.DOT_GIT)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), () -> Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static SortedMap<String, Source> archive(Path file) throws IOException {
        SortedMap<String, Source> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    byte[] bytes = bytes(zip, entry);
                    files.putIfAbsent(entry.getName().replace('\\', '/'), bytes::clone);
                }
            }
        }
        return files;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(source -> bytes(path, source));
    }

    private byte[] bytes(String path, Source source) {
        try {
            return source.bytes();
        } catch (IOException e) {
            throw new UsageException(path + " in " + name + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    SortedMap<String, ObjectId> ids() {
        SortedMap<String, ObjectId> ids = new TreeMap<>();
        try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
            files.forEach((path, source) -> ids.put(path, hash.idFor(Constants.OBJ_BLOB, bytes(path, source))));
        }
        return ids;
    }

    @Override
    Contents open() {
        return file -> read(file.path()).orElseGet(() -> new byte[0]);
    }
}
