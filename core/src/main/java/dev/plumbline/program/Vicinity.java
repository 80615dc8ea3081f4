package dev.plumbline.program;

import dev.plumbline.name.ClassName;
import dev.plumbline.project.Project;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of a project are near others, by the type names that their texts mention: a light look at every file,
 * so that a change is not paid for with the whole project. A type is taken to be in the file that is called after it.
 */
public final class Vicinity {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    /** How many steps away a file still tells what a method throws, returns or closes. */
    private static final int STEPS = 2;

    private final SortedMap<Unit.Id, Seen> files = new TreeMap<>();
    private final Map<String, List<Unit.Id>> bySimpleName = new HashMap<>();

    /** A file, before and after its words are looked up. */
    private record Seen(String packageName, String text) {
    }

    private Vicinity() {
    }

    public static Vicinity of(Project project, int threads) {
        SourceTexts texts = SourceTexts.of(project);
        Vicinity vicinity = new Vicinity();
        List<SourceTexts.Entry> entries = texts.entries();
        List<String> read = Workers.of(threads).map(entries, entry -> text(texts, entry));
        for (int i = 0; i < entries.size(); i++) {
            vicinity.add(entries.get(i).id(), read.get(i));
        }
        return vicinity;
    }

    private static String text(SourceTexts texts, SourceTexts.Entry entry) {
        try {
            return SourceFile.of(entry.id().path(), texts.read(entry)).text();
        } catch (IOException unreadable) {
            return ""; // said when the program is opened
        }
    }

    private void add(Unit.Id id, String text) {
        Matcher matcher = PACKAGE.matcher(text);
        files.put(id, new Seen(matcher.find() ? matcher.group(1) : "", text));
        bySimpleName.computeIfAbsent(simpleName(id), name -> new ArrayList<>()).add(id);
    }

    /** All files of the project. */
    public Set<Unit.Id> all() {
        return files.keySet();
    }

    /** The files themselves, those that mention them, and what all of these mention, two steps far. */
    public SortedSet<Unit.Id> around(Set<Unit.Id> changed) {
        SortedSet<Unit.Id> near = new TreeSet<>();
        changed.stream().filter(files::containsKey).forEach(near::add);
        files.keySet().forEach(id -> {
            if (mentioned(id).stream().anyMatch(changed::contains)) {
                near.add(id);
            }
        });
        Set<Unit.Id> last = new TreeSet<>(near);
        for (int step = 0; step < STEPS; step++) {
            Set<Unit.Id> next = new TreeSet<>();
            last.forEach(id -> mentioned(id).stream().filter(near::add).forEach(next::add));
            last = next;
        }
        return near;
    }

    /** The types of the project by the file that is called after them. */
    Map<ClassName, Unit.Id> types() {
        Map<ClassName, Unit.Id> types = new HashMap<>();
        files.forEach((id, file) -> types.put(
            ClassName.of((file.packageName().isEmpty() ? "" : file.packageName() + ".") + simpleName(id)), id));
        return types;
    }

    private final Map<Unit.Id, Set<Unit.Id>> mentions = new HashMap<>();

    private Set<Unit.Id> mentioned(Unit.Id id) {
        return mentions.computeIfAbsent(id, this::look);
    }

    private Set<Unit.Id> look(Unit.Id id) {
        Seen file = files.get(id);
        Set<String> words = new HashSet<>();
        Set<Unit.Id> found = new HashSet<>();
        String text = file.text();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            int start = at++;
            if (Character.isJavaIdentifierPart(first)) {
                while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                    at++;
                }
                if (first >= 'A' && first <= 'Z' && words.add(text.substring(start, at))) {
                    String word = text.substring(start, at);
                    bySimpleName.getOrDefault(word, List.of()).stream()
                        .filter(other -> !other.equals(id) && canSee(file, files.get(other), word))
                        .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean canSee(Seen file, Seen other, String word) {
        return file.packageName().equals(other.packageName())
            || file.text().contains(other.packageName() + "." + word)
            || file.text().contains(other.packageName() + ".*");
    }

    private static String simpleName(Unit.Id id) {
        String name = id.path().getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }
}
