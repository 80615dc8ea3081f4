package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes of a jar or war: the base entries, of a multi-release jar too, and those below the folder where
 * Spring Boot and servlet containers keep an application's own classes. The archive stays open until it is
 * closed.
 */
final class ArchiveClasses implements ClassContainer {

    private static final List<String> ROOTS = List.of("", "BOOT-INF/classes/", "WEB-INF/classes/");

    private final String path;
    private final ZipFile zip;
    private final List<ClassName> names;
    private final List<Notice> notices;

    /** @throws IOException when the file is no archive */
    static ArchiveClasses open(Path file) throws IOException {
        return new ArchiveClasses(file, new ZipFile(file.toFile()));
    }

    private ArchiveClasses(Path file, ZipFile zip) {
        this.path = file.toString().replace('\\', '/');
        this.zip = zip;
        Set<ClassName> found = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            String entry = entries.nextElement().getName();
            if (entry.endsWith(ClassNames.SUFFIX) && !entry.startsWith("META-INF/")) {
                String name = withoutRoot(entry);
                if (!name.equals("module-info.class")) {
                    ClassNames.of(name).ifPresentOrElse(found::add, () -> refused.add(entry));
                }
            }
        }
        this.names = List.copyOf(found);
        this.notices = refused.isEmpty() ? List.of() : List.of(refusal(refused));
    }

    private static String withoutRoot(String entry) {
        return ROOTS.stream()
            .filter(root -> !root.isEmpty() && entry.startsWith(root))
            .findFirst()
            .map(root -> entry.substring(root.length()))
            .orElse(entry);
    }

    private Notice refusal(List<String> refused) {
        String first = refused.stream().sorted().findFirst().orElseThrow();
        return Notice.incomplete("impossible-class-name", path, path + " has " + refused.size()
            + " class entries under names that no class can have, the first is \"" + printable(first)
            + "\"; they were left out, check where the archive comes from");
    }

    private static String printable(String entry) {
        String shown = entry.length() > 100 ? entry.substring(0, 100) + "..." : entry;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public List<ClassName> names() {
        return names;
    }

    @Override
    public byte[] read(ClassName name) throws IOException {
        for (String root : ROOTS) {
            ZipEntry entry = zip.getEntry(root + name.internal() + ClassNames.SUFFIX);
            if (entry != null) {
                try (InputStream in = zip.getInputStream(entry)) {
                    return ClassBytes.read(in);
                }
            }
        }
        throw new FileNotFoundException("it is not in the archive any more");
    }

    @Override
    public String file(ClassName name) {
        return path + "!/" + name.internal() + ClassNames.SUFFIX;
    }

    @Override
    public List<Notice> notices() {
        return notices;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be closed", e);
        }
    }
}
