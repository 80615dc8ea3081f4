package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A container and what was read from it so far: each header once, and what was wrong with the others. */
final class ClasspathEntry {

    private final ClassContainer container;
    private final Map<ClassName, Optional<ClassHeader>> headers = new ConcurrentHashMap<>();
    private final Set<Notice> troubles = ConcurrentHashMap.newKeySet();

    ClasspathEntry(ClassContainer container) {
        this.container = container;
    }

    List<ClassName> names() {
        return container.names();
    }

    Optional<ClassHeader> header(ClassName name) {
        Optional<ClassHeader> known = headers.get(name);
        return known != null ? known : headers.computeIfAbsent(name, this::readHeader);
    }

    Optional<byte[]> bytes(ClassName name) {
        try {
            return Optional.of(container.read(name));
        } catch (ClassBytes.TooLarge e) {
            return trouble("oversized-class", name, "no class and was not read: " + e.getMessage()
                + ", check where it comes from");
        } catch (IOException | RuntimeException e) {
            // A ZipFile answers damage with IllegalArgumentException and IllegalStateException as well.
            return trouble("unreadable-class", name, "not readable (" + e + "); build it again");
        }
    }

    private Optional<ClassHeader> readHeader(ClassName name) {
        Optional<byte[]> bytes = bytes(name);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HeaderReader.read(name, bytes.get()));
        } catch (HeaderReader.FutureVersion e) {
            return trouble("future-class", name, e.getMessage());
        } catch (HeaderReader.Corrupt e) {
            return trouble("corrupt-class", name, "damaged: " + e.getMessage() + "; build it again");
        }
    }

    private <T> Optional<T> trouble(String kind, ClassName name, String what) {
        String file = container.file(name);
        troubles.add(Notice.incomplete(kind, file, "The class file " + file + " is " + what));
        return Optional.empty();
    }

    void close() {
        container.close();
    }

    /** In order; grows as more headers are read. */
    List<Notice> notices() {
        return Stream.of(container.notices(), troubles).flatMap(Collection::stream).sorted().toList();
    }
}
