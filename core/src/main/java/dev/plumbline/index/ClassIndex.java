package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every class that is known, by name: folders, jars and the runtime's image. Names are read at once, headers
 * when they are first asked for. The first entry that has a class wins, as on a class path; the runtime comes
 * last. Safe for use by many threads. Archives stay open until it is closed; an index made from it by
 * {@link #with} shares them.
 */
public final class ClassIndex implements AutoCloseable {

    private final Classpath classpath;
    private final Jdk jdk;
    private final Map<ClassName, ClasspathEntry> places;
    private final Hierarchy hierarchy = new Hierarchy(this::find);
    private final MethodLookup methods = new MethodLookup(this::find, hierarchy);
    private final MetaAnnotations metaAnnotations = new MetaAnnotations(this::find, hierarchy::miss);

    /** Entries that do not exist, are no archives, or are hostile become notices, never exceptions. */
    public static ClassIndex over(List<Path> classpath, Jdk jdk) {
        Classpath opened = Classpath.open(classpath);
        Map<ClassName, ClasspathEntry> places = new HashMap<>();
        // As in the virtual machine, no class path has a say in what `java.util.List` is.
        opened.entries().forEach(entry -> entry.names().stream()
            .filter(name -> !name.internal().startsWith("java/") || jdk.holding(name).isEmpty())
            .forEach(name -> places.putIfAbsent(name, entry)));
        return new ClassIndex(opened, jdk, places);
    }

    private ClassIndex(Classpath classpath, Jdk jdk, Map<ClassName, ClasspathEntry> places) {
        this.classpath = classpath;
        this.jdk = jdk;
        this.places = places;
    }

    /** This index with classes that were compiled in memory put before all others. */
    public ClassIndex with(Map<ClassName, byte[]> compiled) {
        ClasspathEntry memory = new ClasspathEntry(new MemoryClasses(compiled));
        Map<ClassName, ClasspathEntry> all = new HashMap<>(places);
        compiled.keySet().forEach(name -> all.put(name, memory));
        return new ClassIndex(classpath.before(memory), jdk, all);
    }

    public Optional<ClassHeader> find(ClassName name) {
        return place(name).flatMap(entry -> entry.header(name));
    }

    /** The class file; empty when unknown or unreadable. */
    public Optional<byte[]> bytes(ClassName name) {
        return place(name).flatMap(entry -> entry.bytes(name));
    }

    /** Whether a class of that name is known; reads nothing. */
    public boolean contains(ClassName name) {
        return place(name).isPresent();
    }

    private Optional<ClasspathEntry> place(ClassName name) {
        ClasspathEntry entry = places.get(name);
        return entry != null ? Optional.of(entry) : jdk.holding(name);
    }

    /** The names of all classes in one entry of the class path, in order of their names. */
    public List<ClassName> classesIn(Path entry) {
        return classpath.at(entry).map(ClasspathEntry::names).orElse(List.of());
    }

    /** Certainly a subtype (or the same type). Unknown is no: see {@link #isComplete}. */
    public boolean isSubtype(ClassName type, ClassName of) {
        return hierarchy.isSubtype(type, of);
    }

    /** Whether the type and all its ancestors were found, so that a "no" of {@link #isSubtype} is certain. */
    public boolean isComplete(ClassName type) {
        return hierarchy.isComplete(type);
    }

    /**
     * The type, its superclasses and all its interfaces, nearest first and {@code Object} last. An ancestor
     * that is named but not found is among them, what lies behind it is not.
     */
    public List<ClassName> ancestors(ClassName type) {
        return hierarchy.ancestors(type);
    }

    /**
     * The declaration an instruction's method reference means: method resolution of JVMS 5.4.3.3 and 5.4.3.4.
     * Empty when the owner is unknown or nothing known of it declares the method.
     */
    public Optional<MethodRef> resolve(MethodRef called) {
        return methods.resolve(called);
    }

    /**
     * The field an instruction's reference means, by the class that declares it: the instruction may name a subclass.
     * Empty when the owner is unknown or nothing known of it declares the field.
     */
    public Optional<FieldRef> resolve(FieldRef named) {
        return ancestors(named.owner()).stream()
            .filter(type -> find(type).flatMap(header -> header.field(named.name())).isPresent())
            .findFirst()
            .map(type -> new FieldRef(type, named.name(), named.type()));
    }

    /** The declaration of the field that {@link #resolve(FieldRef)} finds. */
    public Optional<FieldHeader> declaration(FieldRef named) {
        return resolve(named).flatMap(field -> find(field.owner())).flatMap(type -> type.field(named.name()));
    }

    /**
     * The annotations of an element and, through their own types, the annotations those carry (Spring's
     * meta-annotations), each type once, nearest first. Those of {@code java.lang.annotation} are left out.
     */
    public List<Annotation> withMeta(List<Annotation> annotations) {
        return metaAnnotations.closure(annotations);
    }

    /** Classes that were named by a header but not found so far; for the report. In order. */
    public Set<ClassName> missing() {
        return Collections.unmodifiableSet(hierarchy.missing());
    }

    /** Closes the archives: a build that goes on after a scan may want to delete them. */
    @Override
    public void close() {
        classpath.close();
    }

    /** In order; grows as more classes are read. */
    public List<Notice> notices() {
        return Stream.concat(classpath.notices().stream(), jdk.notices().stream())
            .distinct()
            .sorted()
            .toList();
    }
}
