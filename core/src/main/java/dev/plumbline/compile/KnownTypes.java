package dev.plumbline.compile;

import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.batch.FileSystem;
import org.eclipse.jdt.internal.compiler.batch.FileSystem.Classpath;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;

/**
 * The compiled types that sources can name: a class path, then the running Java. It knows of no modules, so
 * that all packages are visible to all sources: visibility is not what the compiler is asked for.
 */
final class KnownTypes implements INameEnvironment, AutoCloseable {

    private final List<Classpath> entries;
    /** As in the virtual machine, no class path has a say in what {@code java.util.List} is. */
    private final List<Classpath> runtimeFirst;
    private final Map<ClassName, byte[]> compiled = new TreeMap<>();
    private final Set<String> packages = new HashSet<>();
    private final Neighbours neighbours;

    /** Entries that can not be opened are left out. */
    static KnownTypes over(List<Path> classpath, Neighbours neighbours) {
        List<Classpath> entries = new ArrayList<>();
        String encoding = StandardCharsets.UTF_8.name();
        for (Path path : classpath) {
            add(FileSystem.getClasspath(path.toString(), encoding, null), entries);
        }
        add(FileSystem.getJrtClasspath(System.getProperty("java.home"), encoding, null, null), entries);
        return new KnownTypes(entries, neighbours);
    }

    private static void add(Classpath entry, List<Classpath> entries) {
        if (entry == null) {
            return;
        }
        try {
            entry.initialize();
            entries.add(entry);
        } catch (IOException | RuntimeException e) {
            // The class index has said so already, and what to do about it.
            entry.reset();
        }
    }

    private KnownTypes(List<Classpath> entries, Neighbours neighbours) {
        this.entries = entries;
        this.runtimeFirst = new ArrayList<>(entries);
        Collections.rotate(runtimeFirst, 1);
        this.neighbours = neighbours;
        neighbours.texts().keySet().forEach(this::knowPackage);
        know(neighbours.classes());
    }

    /** From now on these are known, before all others. */
    void know(Map<ClassName, byte[]> classes) {
        compiled.putAll(classes);
        classes.keySet().forEach(this::knowPackage);
    }

    private void knowPackage(ClassName name) {
        String whole = name.internal();
        for (int i = whole.lastIndexOf('/'); i > 0; i = whole.lastIndexOf('/', i - 1)) {
            packages.add(whole.substring(0, i));
        }
    }

    boolean isKnown(ClassName type) {
        String whole = type.internal();
        int cut = whole.lastIndexOf('/');
        char[][] inPackage = cut < 0
            ? CharOperation.NO_CHAR_CHAR
            : CharOperation.splitOn('/', whole.substring(0, cut).toCharArray());
        return findType(whole.substring(cut + 1).toCharArray(), inPackage) != null;
    }

    @Override
    public NameEnvironmentAnswer findType(char[][] compoundTypeName) {
        int last = compoundTypeName.length - 1;
        return findType(compoundTypeName[last], CharOperation.subarray(compoundTypeName, 0, last));
    }

    @Override
    public NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
        String inPackage = new String(CharOperation.concatWith(packageName, '/'));
        String file = (inPackage.isEmpty() ? "" : inPackage + "/") + new String(typeName) + ".class";
        byte[] here = compiled.get(new ClassName(file.substring(0, file.length() - ".class".length())));
        if (here != null) {
            try {
                return new NameEnvironmentAnswer(new ClassFileReader(here, file.toCharArray()), null);
            } catch (ClassFormatException e) {
                return null;
            }
        }
        for (Classpath entry : inPackage.startsWith("java/") ? runtimeFirst : entries) {
            NameEnvironmentAnswer answer = entry.findClass(typeName, inPackage, null, file, true);
            if (answer != null) {
                return answer;
            }
        }
        ClassName name = new ClassName(file.substring(0, file.length() - ".class".length()));
        Supplier<String> text = neighbours.texts().get(name);
        return text == null ? null
            : new NameEnvironmentAnswer(new SourceText(name.internal() + ".java", text.get()), null);
    }

    @Override
    public boolean isPackage(char[][] parentPackageName, char[] packageName) {
        String parent = parentPackageName == null
            ? ""
            : new String(CharOperation.concatWith(parentPackageName, '/'));
        String name = (parent.isEmpty() ? "" : parent + "/") + new String(packageName);
        return packages.contains(name) || entries.stream().anyMatch(entry -> entry.isPackage(name, null));
    }

    /** Called by the compiler between rounds; what is open is needed until the end. */
    @Override
    public void cleanup() {
    }

    @Override
    public void close() {
        entries.forEach(Classpath::reset);
    }
}
