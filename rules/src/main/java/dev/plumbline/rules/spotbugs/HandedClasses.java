package dev.plumbline.rules.spotbugs;

import dev.plumbline.finding.Rung;
import dev.plumbline.name.ClassName;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes that SpotBugs is to look at, as jars in a folder of their own. They are the very ones that the rules see:
 * those compiled in memory are among them, and stale class files on the disk are not.
 *
 * @param names of the classes that are looked at
 * @param code the jar that holds them
 * @param others a jar of classes compiled in memory that are only known
 */
record HandedClasses(Path folder, SortedSet<ClassName> names, Path code, Path others) implements AutoCloseable {

    private static final FileTime TIME = FileTime.fromMillis(0);

    /** @param units what is asked about; of a whole program all classes are handed over, since they use each other */
    static HandedClasses of(Program program, List<Unit.Id> units) throws IOException {
        SortedSet<ClassName> names = new TreeSet<>();
        if (program.isPart()) {
            units.forEach(id -> names.addAll(classes(program, id)));
        } else {
            program.classes().forEach(header -> names.add(header.name()));
        }
        Path folder = Files.createTempDirectory("plumbline-spotbugs");
        HandedClasses handed = new HandedClasses(folder, names, folder.resolve("code.jar"),
            folder.resolve("others.jar"));
        try {
            write(handed.code, names, program);
            write(handed.others, inMemory(program, names), program);
            return handed;
        } catch (IOException | RuntimeException e) {
            handed.close();
            throw e;
        }
    }

    private static SortedSet<ClassName> inMemory(Program program, Set<ClassName> handed) {
        Set<Unit.Id> compiled = new HashSet<>(program.units());
        compiled.removeIf(id -> program.rungs().get(id) != Rung.COMPILED_IN_MEMORY);
        SortedSet<ClassName> names = new TreeSet<>();
        program.classes().stream()
            .filter(header -> program.unitOf(header.name()).filter(compiled::contains).isPresent())
            .filter(header -> !handed.contains(header.name()))
            .forEach(header -> names.add(header.name()));
        return names;
    }

    private static Collection<ClassName> classes(Program program, Unit.Id id) {
        List<ClassName> names = new ArrayList<>();
        program.unit(id).classes().forEach(type -> names.add(type.name()));
        return names;
    }

    /** Stored, not compressed, and without the time of day: the same classes give the same bytes. */
    private static void write(Path jar, SortedSet<ClassName> names, Program program) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (ClassName name : names) {
                byte[] bytes = program.index().bytes(name).orElse(new byte[0]);
                if (bytes.length > 0) {
                    ZipEntry entry = new ZipEntry(name.internal() + ".class");
                    entry.setLastModifiedTime(TIME);
                    out.putNextEntry(entry);
                    out.write(bytes);
                    out.closeEntry();
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(code);
            Files.deleteIfExists(others);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
