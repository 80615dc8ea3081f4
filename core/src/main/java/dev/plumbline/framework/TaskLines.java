package dev.plumbline.framework;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.DataLine;
import dev.plumbline.program.MethodPattern;
import dev.plumbline.program.MethodTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which library methods run what they are handed, from {@code tasks.txt}:
 * {@code TASK java.util.concurrent.Executor#execute runs arg0}.
 */
final class TaskLines {

    /** An argument that becomes a root. */
    record Task(Root.Kind kind, int argument) {
    }

    private static final TaskLines SHIPPED = of(lines());

    private final MethodTable<List<Task>> table;
    private final Set<String> names;

    private TaskLines(MethodTable<List<Task>> table, Set<String> names) {
        this.table = table;
        this.names = names;
    }

    static TaskLines shipped() {
        return SHIPPED;
    }

    /** The lines of the data file. */
    static List<DataLine> lines() {
        return DataLine.read(Roots.class, "tasks.txt");
    }

    static TaskLines of(List<DataLine> lines) {
        List<MethodTable.Entry<List<Task>>> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (DataLine line : lines) {
            Root.Kind kind = DeclaredRoots.kind(line.head(), line);
            String[] words = line.rest().split(" +");
            if (words.length < 3 || !words[1].equals("runs")) {
                throw line.wrong("expected KIND type#name runs arg0");
            }
            List<Task> tasks = new ArrayList<>();
            for (int i = 2; i < words.length; i++) {
                tasks.add(new Task(kind, argument(words[i], line)));
            }
            MethodPattern pattern = MethodPattern.parse(words[0]);
            names.addAll(pattern.names());
            entries.add(new MethodTable.Entry<>(pattern, tasks));
        }
        return new TaskLines(MethodTable.of(entries), names);
    }

    private static int argument(String word, DataLine line) {
        if (!word.matches("arg\\d")) {
            throw line.wrong("`" + word + "` is no argument");
        }
        return word.charAt("arg".length()) - '0';
    }

    /** What a call runs; names are compared before any type is looked up. */
    List<Task> of(MethodRef called, ClassIndex index) {
        return names.contains(called.name())
            ? table.nearest(index.ancestors(called.owner()), called).stream().flatMap(List::stream).toList()
            : List.of();
    }
}
