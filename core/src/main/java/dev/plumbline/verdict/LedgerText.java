package dev.plumbline.verdict;

import dev.plumbline.finding.UsageException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ledger of human changes as text, one fact a line, its fields parted by tabs; {@code #} begins a line of comment:
 *
 * <pre>
 * rule     check-then-act                       0f3a9c  classes
 * classes  com.acme:cart 1.0..1.1               412     check-then-act=2 swallowed=1
 * </pre>
 */
public final class LedgerText {

    private static final String RULE = "rule";

    private final String file;
    private final SortedMap<MeasuredRule, Integer> rules = new TreeMap<>();
    private final SortedMap<HumanChange, Integer> changes = new TreeMap<>();

    private LedgerText(String file) {
        this.file = file;
    }

    /** @param file what to call it when something is wrong with it */
    public static HumanChanges read(String file, String text) {
        LedgerText reading = new LedgerText(file);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                reading.add(line, number);
            }
        }
        return reading.ledger();
    }

    /** Sorted, with LF at the end of each line; {@link #read} gives back what was written. */
    public static String write(HumanChanges ledger) {
        StringBuilder text = new StringBuilder();
        for (MeasuredRule rule : ledger.rules()) {
            text.append(String.join("\t", RULE, rule.id(), rule.digest(), rule.layer())).append('\n');
        }
        for (HumanChange change : ledger.changes()) {
            text.append(String.join("\t", change.layer(), change.change(), Integer.toString(change.lines())));
            if (!change.introduced().isEmpty()) {
                text.append('\t').append(change.introduced().entrySet().stream()
                    .map(found -> found.getKey() + "=" + found.getValue())
                    .collect(Collectors.joining(" ")));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void add(String line, int number) {
        String[] fields = line.split("\t", -1);
        try {
            Integer earlier = fields[0].equals(RULE)
                ? rules.putIfAbsent(rule(fields), number)
                : changes.putIfAbsent(change(fields), number);
            expect(earlier == null, "no second line about what line " + earlier + " says already");
        } catch (IllegalArgumentException e) {
            throw wrong(number, e);
        }
    }

    private HumanChanges ledger() {
        List<MeasuredRule> measured = List.copyOf(rules.keySet());
        changes.forEach((change, number) -> {
            try {
                new HumanChanges(measured, List.of(change));
            } catch (IllegalArgumentException e) {
                throw wrong(number, e);
            }
        });
        return new HumanChanges(measured, List.copyOf(changes.keySet()));
    }

    private UsageException wrong(int number, IllegalArgumentException why) {
        return new UsageException(file + ":" + number + ": " + why.getMessage() + ".");
    }

    private static MeasuredRule rule(String[] fields) {
        expect(fields.length == 4, "`rule`, its id, its digest and its layer");
        return new MeasuredRule(fields[1], fields[2], fields[3]);
    }

    private static HumanChange change(String[] fields) {
        expect(fields.length == 3 || fields.length == 4, "a layer, a change, its lines and what it introduced");
        return new HumanChange(fields[0], fields[1], number(fields[2]),
            fields.length == 4 ? counts(fields[3]) : new TreeMap<>());
    }

    private static SortedMap<String, Integer> counts(String text) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String word : text.isBlank() ? new String[0] : text.strip().split(" +")) {
            String[] parts = word.split("=", -1);
            expect(parts.length == 2, "`rule=count`, not `" + word + "`");
            if (counts.put(parts[0], number(parts[1])) != null) {
                throw new IllegalArgumentException("the rule `" + parts[0] + "` is counted twice");
            }
        }
        return counts;
    }

    private static int number(String text) {
        expect(text.matches("\\d{1,9}"), "a whole number, not `" + text + "`");
        return Integer.parseInt(text);
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + what);
        }
    }
}
