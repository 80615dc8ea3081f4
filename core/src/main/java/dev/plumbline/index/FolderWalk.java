package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the class files below a folder. Real folders are read first, links to folders after them, and no
 * folder is read twice: so links can neither go round in circles nor multiply, and a class keeps the name of
 * its real place.
 */
final class FolderWalk {

    private final Path root;
    private final Set<Path> seen = new HashSet<>();
    private final Set<ClassName> classes = new TreeSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private final TreeSet<Path> links = new TreeSet<>();

    static FolderWalk of(Path root) {
        FolderWalk walk = new FolderWalk(root);
        walk.readBelow(root);
        while (!walk.links.isEmpty()) {
            walk.follow(walk.links.pollFirst());
        }
        return walk;
    }

    private FolderWalk(Path root) {
        this.root = root;
    }

    List<ClassName> classes() {
        return List.copyOf(classes);
    }

    List<Notice> notices() {
        return notices.stream().sorted().toList();
    }

    private void follow(Path link) {
        try {
            if (seen.contains(link.toRealPath())) {
                notices.add(new Notice(Notice.Level.NOTE, "repeated-link", shown(link)
                    + " is a link to a folder that was read already; it was not followed, remove it",
                    Optional.of(shown(link))));
                return;
            }
        } catch (IOException e) {
            unreadable(link);
            return;
        }
        readBelow(link);
    }

    private void readBelow(Path start) {
        Deque<Path> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Path folder = open.pop();
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                if (seen.add(folder.toRealPath())) {
                    children.forEach(child -> sort(child, open));
                }
            } catch (IOException | DirectoryIteratorException | SecurityException e) {
                unreadable(folder);
            }
        }
    }

    private void sort(Path child, Deque<Path> open) {
        String name = child.getFileName().toString();
        if (name.endsWith(ClassNames.SUFFIX)) {
            if (Files.isRegularFile(child)) {
                ClassNames.of(shownBelowRoot(child)).ifPresent(classes::add);
            }
        } else if (isPackage(child, name) && Files.isDirectory(child)) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                open.push(child);
            } else {
                links.add(child);
            }
        }
    }

    private boolean isPackage(Path folder, String name) {
        return ClassNames.isBinaryName(name)
            && !(name.equals("META-INF") && root.equals(folder.getParent()));
    }

    private void unreadable(Path folder) {
        notices.add(Notice.incomplete("unreadable-folder", shown(folder),
            "The folder " + shown(folder) + " can not be read, its classes are not known; allow reading it"));
    }

    private String shownBelowRoot(Path file) {
        return shown(root.relativize(file));
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
