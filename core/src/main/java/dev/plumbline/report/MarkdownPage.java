package dev.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Markdown that fits into a comment. It is put together from parts that are kept or left out whole, so that no fence
 * and no tag ever stays open; what matters most is kept first, and a sentence counts what is left out.
 */
final class MarkdownPage {

    /** What a part is about, what matters most first. */
    enum Matter {
        FINDING("introduced findings", 5), ARITHMETIC("lines of the arithmetic", 50),
        DEBT("requests for silence", 50), REASON("reasons", 5), ADVICE("pieces of advice", 5),
        NOTICE("what was not seen", 1), PROOF("code frames and traces", 5), OTHER("further findings", 50),
        OTHER_TOOL("findings of other tools", 30), FIXED("fixed findings", 30), UNSEEN("findings that may be old", 20);

        private final String words;
        private final int most;

        Matter(String words, int most) {
            this.words = words;
            this.most = most;
        }
    }

    /** @param text ends with a line end */
    record Part(Matter matter, String text) {
    }

    private record Section(String opening, List<Part> parts, String closing) {
    }

    /** GitHub takes 65,536 characters. Counted in bytes, since they are never fewer, by whatever it counts. */
    static final int MOST_BYTES = 65_000;

    private static final int ROOM_FOR_THE_SENTENCE = 1_000;

    private final String head;
    private final String foot;
    private final List<Section> sections = new ArrayList<>();

    /** Head and foot are small, and are there whatever else is. */
    MarkdownPage(String head, String foot) {
        this.head = head;
        this.foot = foot;
    }

    /** A section of which no part is kept is not there at all. */
    void add(String opening, List<Part> parts, String closing) {
        sections.add(new Section(opening, List.copyOf(parts), closing));
    }

    String text() {
        List<Part> parts = sections.stream().flatMap(section -> section.parts().stream()).toList();
        BitSet kept = kept(parts);
        StringBuilder text = new StringBuilder(head);
        int at = 0;
        for (Section section : sections) {
            BitSet own = kept.get(at, at + section.parts().size());
            if (!own.isEmpty()) {
                text.append(section.opening());
                own.stream().forEach(index -> text.append(section.parts().get(index).text()));
                text.append(section.closing());
            }
            at += section.parts().size();
        }
        return text.append(leftOut(parts, kept)).append(foot).toString();
    }

    private BitSet kept(List<Part> parts) {
        int room = MOST_BYTES - ROOM_FOR_THE_SENTENCE - bytes(head) - bytes(foot)
            - sections.stream().mapToInt(section -> bytes(section.opening()) + bytes(section.closing())).sum();
        BitSet kept = new BitSet();
        Map<Matter, Integer> counts = new EnumMap<>(Matter.class);
        List<Integer> byMatter = IntStream.range(0, parts.size()).boxed()
            .sorted(Comparator.comparing(index -> parts.get(index).matter()))
            .toList();
        for (int index : byMatter) {
            Part part = parts.get(index);
            int size = bytes(part.text());
            boolean isOneTooMany = counts.merge(part.matter(), 1, Integer::sum) > part.matter().most;
            if (!isOneTooMany && size <= room) {
                kept.set(index);
                room -= size;
            }
        }
        return kept;
    }

    private static String leftOut(List<Part> parts, BitSet kept) {
        Map<Matter, Integer> left = new EnumMap<>(Matter.class);
        for (int i = 0; i < parts.size(); i++) {
            if (!kept.get(i)) {
                left.merge(parts.get(i).matter(), 1, Integer::sum);
            }
        }
        if (left.isEmpty()) {
            return "";
        }
        return left.entrySet().stream()
            .map(entry -> entry.getKey().words + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", ", "Left out, because a comment holds only so much: ",
                ". `plumbline pr` shows all of it.\n\n"));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
