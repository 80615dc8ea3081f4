package dev.plumbline.program;

import dev.plumbline.finding.Notice;
import dev.plumbline.project.Module;
import dev.plumbline.project.OtherLanguages;
import dev.plumbline.project.Overlay;
import dev.plumbline.project.Project;
import dev.plumbline.project.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipFile;

/** Where the text of every source file of a project is: folders, single files and sources jars. */
final class SourceTexts {

    /** A source file larger than this is not read: nobody wrote it, and it would fill the heap. */
    private static final long LARGEST = 64L << 20;

    /**
     * One file.
     *
     * @param container the file itself, or the jar that holds it
     * @param entry the name in the jar; empty for a plain file
     * @param other the bytes that stand in for those on the disk
     */
    record Entry(Unit.Id id, Module module, Path container, String entry, Optional<Supplier<byte[]>> other) {

        Entry(Unit.Id id, Module module, Path container, String entry) {
            this(id, module, container, entry, Optional.empty());
        }
    }

    private final TreeMap<Unit.Id, Entry> entries = new TreeMap<>();
    private final List<Entry> replaced = new ArrayList<>();
    private final Map<Path, Module> homes = new TreeMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<Path> otherLanguages = new TreeSet<>();
    private final Map<Path, ZipFile> archives = new HashMap<>();
    private final Path root;

    private SourceTexts(Path root) {
        this.root = root;
    }

    static SourceTexts of(Project project) {
        SourceTexts tree = new SourceTexts(project.root());
        if (project.overlay().isWhole()) {
            tree.homes.put(project.root(), project.modules().get(0));
        } else {
            project.modules().forEach(module -> module.sources().forEach(source -> tree.add(module, source)));
        }
        tree.lay(project.overlay());
        OtherLanguages.notice(tree.otherLanguages).ifPresent(tree.notices::add);
        return tree;
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Files on the disk that another text, or none, stands in for. */
    List<Entry> replaced() {
        return List.copyOf(replaced);
    }

    Optional<Entry> find(Unit.Id id) {
        return Optional.ofNullable(entries.get(id));
    }

    byte[] read(Entry entry) throws IOException {
        if (entry.other().isPresent()) {
            return entry.other().get().get();
        }
        if (entry.entry().isEmpty()) {
            return Files.readAllBytes(entry.container());
        }
        ZipFile archive = archives.get(entry.container());
        try (InputStream in = archive.getInputStream(archive.getEntry(entry.entry()))) {
            return in.readAllBytes();
        }
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Takes out what the overlay names, and puts in its texts where they, or their twins, are a module's sources. */
    private void lay(Overlay overlay) {
        Map<String, Module> modules = new HashMap<>();
        entries.forEach((id, entry) -> modules.put(id.text(), entry.module()));
        overlay.texts().keySet().forEach(path -> Optional.ofNullable(entries.remove(new Unit.Id(Path.of(path))))
            .ifPresent(replaced::add));
        overlay.texts().forEach((path, text) -> text.bytes().filter(bytes -> isJava(path)).ifPresent(bytes -> {
            Optional<Module> module = Optional.ofNullable(modules.get(path))
                .or(() -> Optional.ofNullable(modules.get(text.twin())))
                .or(() -> around(root.resolve(path)));
            module.ifPresent(home -> put(new Entry(new Unit.Id(Path.of(path)), home, root.resolve(path), "",
                Optional.of(bytes)), 0));
        }));
    }

    /** The module whose source folder a file would be in. */
    private Optional<Module> around(Path file) {
        return homes.entrySet().stream()
            .filter(home -> file.startsWith(home.getKey()))
            .max(Comparator.comparingInt(home -> home.getKey().getNameCount()))
            .map(Map.Entry::getValue);
    }

    private void add(Module module, Path source) {
        try {
            if (Files.isDirectory(source)) {
                homes.putIfAbsent(source.toAbsolutePath().normalize(), module);
                addFolder(module, source);
            } else if (source.toString().endsWith(".java")) {
                addFile(module, source, Files.size(source));
            } else {
                addArchive(module, source);
            }
        } catch (IOException | UncheckedIOException e) {
            notices.add(Notice.incomplete("unreadable-source", path(source),
                path(source) + " can not be read (" + e.getMessage() + "); check the file and its permissions."));
        }
    }

    private void addFolder(Module module, Path folder) throws IOException {
        SourceTree tree = SourceTree.below(folder);
        for (Path file : tree.files()) {
            if (isJava(file.toString()) && Files.isRegularFile(file)) {
                addFile(module, file, Files.size(file));
            }
        }
        otherLanguages.addAll(tree.others());
        tree.loops().forEach(link -> notices.add(Notice.note("link-not-followed", path(link)
            + " is a link that leads nowhere or to a folder that is scanned anyway; it was not followed.")));
        tree.unreadable().forEach(denied -> notices.add(Notice.incomplete("unreadable-source", path(denied),
            path(denied) + " can not be read; check its permissions.")));
    }

    private void addFile(Module module, Path file, long size) {
        put(new Entry(new Unit.Id(relative(file)), module, file, ""), size);
    }

    private void addArchive(Module module, Path archive) throws IOException {
        // Kept open as long as the program lives: opening it for every entry would read its directory every time.
        ZipFile zip = new ZipFile(archive.toFile());
        archives.put(archive, zip);
        zip.stream()
            .filter(entry -> !entry.isDirectory() && isJava(entry.getName()))
            .filter(entry -> !entry.getName().contains("..") && !entry.getName().startsWith("META-INF/"))
            .forEach(entry -> put(new Entry(new Unit.Id(inside(archive, entry.getName())), module, archive,
                entry.getName()), entry.getSize()));
    }

    private void put(Entry entry, long size) {
        if (size > LARGEST) {
            String path = entry.id().path().toString();
            notices.add(Notice.incomplete("oversized-source", path,
                path + " has " + (size >> 20) + " MiB and was not read; exclude it or split it."));
            return;
        }
        entries.putIfAbsent(entry.id(), entry);
    }

    private static boolean isJava(String name) {
        return name.endsWith(".java") && !name.endsWith("package-info.java") && !name.endsWith("module-info.java");
    }

    private Path inside(Path archive, String entry) {
        Path jar = relative(archive);
        return jar.resolveSibling(jar.getFileName() + "!").resolve(entry);
    }

    private Path relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName();
    }

    private String path(Path file) {
        return relative(file).toString().replace('\\', '/');
    }
}
