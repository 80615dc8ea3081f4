package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Surroundings;
import dev.plumbline.finding.Notice;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Class files with their code, read when asked for and kept as long as the heap allows. What a method knows of its
 * surroundings is fixed by the reading it came from, so a phase that computes such knowledge has a reading of its own.
 */
final class ClassReading {

    private final ClassIndex index;
    private final Surroundings surroundings;
    private final Map<ClassName, SoftReference<ClassFile>> kept = new ConcurrentHashMap<>();
    private final Map<ClassName, Notice> notices;
    private final ThreadLocal<Map<ClassName, ClassFile>> recent = ThreadLocal.withInitial(Recent::new);

    /** The classes that a thread asked for last. */
    private static final class Recent extends LinkedHashMap<ClassName, ClassFile> {

        private static final long serialVersionUID = 1;
        private static final int MOST = 12;

        Recent() {
            super(MOST * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClassName, ClassFile> eldest) {
            return size() > MOST;
        }
    }

    private ClassReading(ClassIndex index, Surroundings surroundings, Map<ClassName, Notice> notices) {
        this.index = index;
        this.surroundings = surroundings;
        this.notices = notices;
    }

    static ClassReading of(ClassIndex index, Surroundings surroundings) {
        return new ClassReading(index, surroundings, new ConcurrentSkipListMap<>());
    }

    /** The same classes seen with other knowledge; what can not be read is noted once. */
    ClassReading with(Surroundings others) {
        return new ClassReading(index, others, notices);
    }

    Optional<ClassFile> read(ClassName name) {
        SoftReference<ClassFile> reference = kept.get(name);
        ClassFile known = reference == null ? null : reference.get();
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ClassFile> read = anew(name);
        read.ifPresent(type -> kept.put(name, new SoftReference<>(type)));
        return read;
    }

    /** Lets go of what the calling thread asked for last: a thread that lives on would keep the whole program. */
    void forget() {
        recent.remove();
    }

    /** For the calling thread alone: read anew, or as the same thread has read it a few classes ago. */
    Optional<ClassFile> fresh(ClassName name) {
        Map<ClassName, ClassFile> own = recent.get();
        ClassFile known = own.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ClassFile> read = anew(name);
        read.ifPresent(type -> own.put(name, type));
        return read;
    }

    private Optional<ClassFile> anew(ClassName name) {
        Optional<ClassHeader> header = index.find(name);
        Optional<byte[]> bytes = index.bytes(name);
        if (header.isEmpty() || bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClassFile.read(bytes.get(), header.get(), surroundings));
        } catch (IllegalArgumentException e) {
            notices.putIfAbsent(name, Notice.incomplete("corrupt-class", name.internal() + ".class",
                "The class file of " + name + " can not be read; build it anew."));
            return Optional.empty();
        }
    }

    List<Notice> notices() {
        return List.copyOf(notices.values());
    }
}
