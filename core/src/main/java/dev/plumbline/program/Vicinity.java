package dev.plumbline.program;

import dev.plumbline.name.ClassName;
import dev.plumbline.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of a project are near others, by the type names that their texts mention, so that a change is not paid
 * for with the whole project. Nothing is parsed; a type is taken to be in the file that is called after it.
 */
public final class Vicinity {

    private static final Pattern CONVENTION = Pattern.compile("(?:^|.*/)src/(?:main/)?java/(?:(.*)/)?[^/]+");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private final SourceTexts texts;
    private final Workers workers;
    private final Map<Unit.Id, String> packages = new HashMap<>();
    private final Map<String, List<Unit.Id>> bySimpleName = new HashMap<>();

    private Vicinity(Project project, Workers workers) {
        this.texts = SourceTexts.of(project);
        this.workers = workers;
        List<Unit.Id> ids = texts.entries().stream().map(SourceTexts.Entry::id).toList();
        List<String> names = workers.map(ids, this::packageOf);
        for (int i = 0; i < ids.size(); i++) {
            packages.put(ids.get(i), names.get(i));
            bySimpleName.computeIfAbsent(simpleName(ids.get(i)), name -> new ArrayList<>()).add(ids.get(i));
        }
    }

    public static Vicinity of(Project project, int threads) {
        return new Vicinity(project, Workers.of(threads));
    }

    /** All files of the project. */
    public Set<Unit.Id> all() {
        return packages.keySet();
    }

    /** Files that mention one of these. Reads every file once. */
    public SortedSet<Unit.Id> mentioning(Set<Unit.Id> changed) {
        Set<String> names = new TreeSet<>();
        changed.forEach(id -> names.add(simpleName(id)));
        List<Unit.Id> ids = texts.entries().stream().map(SourceTexts.Entry::id).toList();
        List<Boolean> near = workers.map(ids, id -> {
            String text = text(id);
            return names.stream().anyMatch(text::contains) && mentioned(id).stream().anyMatch(changed::contains);
        });
        SortedSet<Unit.Id> found = new TreeSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (near.get(i)) {
                found.add(ids.get(i));
            }
        }
        return found;
    }

    /** The files themselves and what they mention, so many steps far. */
    public SortedSet<Unit.Id> around(Set<Unit.Id> files, int steps) {
        SortedSet<Unit.Id> near = new TreeSet<>();
        files.stream().filter(packages::containsKey).forEach(near::add);
        List<Unit.Id> last = List.copyOf(near);
        for (int step = 0; step < steps; step++) {
            List<Unit.Id> next = new ArrayList<>();
            workers.map(last, this::mentioned).forEach(found -> found.stream().filter(near::add).forEach(next::add));
            last = next;
        }
        return near;
    }

    /** The types of the project by the file that is called after them. */
    Map<ClassName, Unit.Id> types() {
        Map<ClassName, Unit.Id> types = new HashMap<>();
        texts.entries().forEach(entry -> types.put(ClassName.of(qualified(entry.id())), entry.id()));
        return types;
    }

    private String qualified(Unit.Id id) {
        String name = packages.get(id);
        return (name.isEmpty() ? "" : name + ".") + simpleName(id);
    }

    /** By the usual folders where they are used, else read off the file. */
    private String packageOf(Unit.Id id) {
        Matcher path = CONVENTION.matcher(id.text());
        if (path.matches()) {
            return Optional.ofNullable(path.group(1)).orElse("").replace('/', '.');
        }
        Matcher declared = PACKAGE.matcher(text(id));
        return declared.find() ? declared.group(1) : "";
    }

    private String text(Unit.Id id) {
        try {
            return new String(texts.read(texts.find(id).orElseThrow()), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return ""; // said when the program is opened
        }
    }

    private Set<Unit.Id> mentioned(Unit.Id id) {
        String text = text(id);
        String own = packages.get(id);
        Set<String> words = new HashSet<>();
        Set<Unit.Id> found = new TreeSet<>();
        int at = 0;
        while (at < text.length()) {
            int start = at++;
            if (Character.isJavaIdentifierPart(text.charAt(start))) {
                while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                    at++;
                }
                String word = text.substring(start, at);
                if (Character.isUpperCase(word.charAt(0)) && words.add(word)) {
                    bySimpleName.getOrDefault(word, List.of()).stream()
                        .filter(other -> canSee(own, text, other))
                        .forEach(found::add);
                }
            }
        }
        found.remove(id);
        return found;
    }

    private boolean canSee(String own, String text, Unit.Id other) {
        String theirs = packages.get(other);
        return own.equals(theirs) || text.contains(qualified(other)) || text.contains(theirs + ".*");
    }

    private static String simpleName(Unit.Id id) {
        String name = id.path().getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }
}
