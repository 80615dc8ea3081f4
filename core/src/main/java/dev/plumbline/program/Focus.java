package dev.plumbline.program;

import dev.plumbline.name.ClassName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a project that is looked at; the rest is known by its declarations, as libraries are.
 *
 * @param files the part; empty for the whole project
 * @param core the files that it is all about: of the others only what these call is told
 * @param others the types of the rest, by the file that is called after them
 */
public record Focus(Optional<Set<Unit.Id>> files, Set<Unit.Id> core, Map<ClassName, Unit.Id> others) {

    /** The whole project. */
    public static Focus none() {
        return new Focus(Optional.empty(), Set.of(), Map.of());
    }

    public static Focus on(Set<Unit.Id> files, Set<Unit.Id> core, Vicinity vicinity) {
        Map<ClassName, Unit.Id> others = new HashMap<>(vicinity.types());
        others.values().removeAll(files);
        return new Focus(Optional.of(Set.copyOf(files)), Set.copyOf(core), Map.copyOf(others));
    }

    boolean isPart() {
        return files.isPresent();
    }

    boolean has(Unit.Id id) {
        return files.map(part -> part.contains(id)).orElse(true);
    }
}
