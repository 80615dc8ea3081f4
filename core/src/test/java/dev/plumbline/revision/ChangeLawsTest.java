package dev.plumbline.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChangeLawsTest {

    private static final List<String> WORDS = List.of("{", "}", "", "return someValueThatIsLong;", "a();", "b();",
        "private final String aFieldWithALongName;", "if (conditionHolds(argument)) {", "/* why */");

    /** Few words, so that lines recur and blocks move. */
    @Provide
    Arbitrary<List<String>> text() {
        return Arbitraries.of(WORDS).list().ofMaxSize(25);
    }

    /** By path, with few paths, so that files come, go, stay and are renamed. */
    @Provide
    Arbitrary<Map<String, List<String>>> project() {
        return Arbitraries.maps(Arbitraries.of("a/A.java", "b/A.java", "a/B.java", "c/C.java"), text()).ofMaxSize(4);
    }

    @Property(tries = 1000)
    void keptLinesStayInOrderAndAreTheSameText(@ForAll("text") List<String> before,
            @ForAll("text") List<String> after) {
        Text base = Text.of(bytes(before));
        Text head = Text.of(bytes(after));
        ChangedLines lines = new ChangedLines(Text.difference(base, head), List.of());
        int last = 0;
        for (int line = 1; line <= before.size(); line++) {
            OptionalInt kept = lines.after(line);
            if (kept.isPresent()) {
                assertTrue(kept.getAsInt() > last);
                last = kept.getAsInt();
                assertEquals(before.get(line - 1), after.get(last - 1));
                assertEquals(OptionalInt.of(line), lines.before(last));
            }
        }
        assertTrue(last <= after.size());
    }

    @Property(tries = 1000)
    void everyLineIsKeptOrAddedOrMovedAndNeverTwoOfThem(@ForAll("project") Map<String, List<String>> base,
            @ForAll("project") Map<String, List<String>> head) {
        Change change = Change.between(folder(base), folder(head));
        for (FileChange file : change.files()) {
            int before = file.before().map(path -> base.get(path).size()).orElse(0);
            int after = file.after().map(path -> head.get(path).size()).orElse(0);
            Set<Integer> kept = new TreeSet<>();
            IntStream.rangeClosed(1, before).forEach(line -> file.lines().after(line).ifPresent(kept::add));
            Set<Integer> all = new TreeSet<>(kept);
            all.addAll(file.lines().added());
            all.addAll(file.lines().moved());
            assertEquals(IntStream.rangeClosed(1, after).boxed().collect(Collectors.toSet()), all);
            assertEquals(after, kept.size() + file.lines().added().size() + file.lines().moved().size());
            assertEquals(before, kept.size() + file.lines().removed().size());
            for (int line : file.lines().removed()) {
                assertFalse(file.lines().after(line).isPresent());
                assertTrue(file.lines().near(line) >= 1);
            }
        }
    }

    @Property(tries = 500)
    void noMoreLinesAreMovedThanWereRemoved(@ForAll("project") Map<String, List<String>> base,
            @ForAll("project") Map<String, List<String>> head) {
        Change change = Change.between(folder(base), folder(head));
        Map<String, Long> removed = counted(change, base, true);
        Map<String, Long> moved = counted(change, head, false);
        moved.forEach((text, count) -> assertTrue(count <= removed.getOrDefault(text, 0L), text));
    }

    private static Map<String, Long> counted(Change change, Map<String, List<String>> texts, boolean removed) {
        return change.files().stream()
            .filter(file -> (removed ? file.before() : file.after()).isPresent())
            .flatMap(file -> (removed ? file.lines().removed() : file.lines().moved()).stream()
                .map(line -> texts.get((removed ? file.before() : file.after()).orElseThrow()).get(line - 1)))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    }

    @Property(tries = 200)
    void theSameProjectIsNoChange(@ForAll("project") Map<String, List<String>> project) {
        assertEquals(List.of(), Change.between(folder(project), folder(project)).files());
    }

    @Property(tries = 300)
    void everyFileIsInTheChangeOnceOrTheSame(@ForAll("project") Map<String, List<String>> base,
            @ForAll("project") Map<String, List<String>> head) {
        Change change = Change.between(folder(base), folder(head));
        List<String> before = change.files().stream().flatMap(file -> file.before().stream()).toList();
        List<String> after = change.files().stream().flatMap(file -> file.after().stream()).toList();
        assertEquals(before.size(), Set.copyOf(before).size());
        assertEquals(after.size(), Set.copyOf(after).size());
        assertEquals(differing(base, head), new TreeSet<>(before));
        assertEquals(differing(head, base), new TreeSet<>(after));
    }

    private static Set<String> differing(Map<String, List<String>> some, Map<String, List<String>> others) {
        return some.keySet().stream()
            .filter(path -> !some.get(path).equals(others.get(path)))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Folder folder(Map<String, List<String>> texts) {
        return Folder.holding("made", texts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, text -> bytes(text.getValue()))));
    }

    private static byte[] bytes(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }
}
