package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.util.List;
import java.util.Map;

/** Class files that were compiled in memory. */
record MemoryClasses(Map<ClassName, byte[]> classes) implements ClassContainer {

    MemoryClasses {
        classes = Map.copyOf(classes);
    }

    @Override
    public List<ClassName> names() {
        return classes.keySet().stream().sorted().toList();
    }

    @Override
    public byte[] read(ClassName name) {
        return classes.get(name).clone();
    }

    @Override
    public String file(ClassName name) {
        return "memory!/" + name.internal() + ClassNames.SUFFIX;
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }
}
