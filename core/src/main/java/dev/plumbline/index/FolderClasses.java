package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes below a folder. */
final class FolderClasses implements ClassContainer {

    private final Path root;
    private final List<ClassName> names;
    private final List<Notice> notices;

    static FolderClasses open(Path root) {
        return new FolderClasses(root, FolderWalk.of(root));
    }

    private FolderClasses(Path root, FolderWalk walk) {
        this.root = root;
        this.names = walk.classes();
        this.notices = walk.notices();
    }

    @Override
    public List<ClassName> names() {
        return names;
    }

    @Override
    public byte[] read(ClassName name) throws IOException {
        try (InputStream in = Files.newInputStream(path(name))) {
            return ClassBytes.read(in);
        }
    }

    private Path path(ClassName name) {
        return root.resolve(name.internal() + ClassNames.SUFFIX);
    }

    @Override
    public String file(ClassName name) {
        return path(name).toString().replace('\\', '/');
    }

    @Override
    public List<Notice> notices() {
        return notices;
    }
}
