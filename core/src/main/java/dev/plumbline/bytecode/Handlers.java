package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups the rows of the exception table into the {@code catch} clauses that a person wrote. */
final class Handlers {

    private Handlers() {
    }

    static List<Handler> written(MethodCode method) {
        Map<Integer, List<Row>> byHandler = new LinkedHashMap<>();
        method.shape().rows()
            .forEach(row -> byHandler.computeIfAbsent(row.handler(), none -> new ArrayList<>()).add(row));
        List<Handler> handlers = new ArrayList<>();
        byHandler.forEach((start, rows) -> {
            boolean typed = rows.stream().allMatch(row -> row.caught().isPresent());
            if (typed && method.written(firstInstruction(method.shape(), start))) {
                handlers.add(handler(method, start, rows));
            }
        });
        return List.copyOf(handlers);
    }

    private static Handler handler(MethodCode method, int start, List<Row> rows) {
        Set<ClassName> caught = new LinkedHashSet<>();
        BitSet guarded = new BitSet();
        for (Row row : rows) {
            row.caught().ifPresent(caught::add);
            guarded.set(row.from(), Math.max(row.from(), row.to()));
        }
        List<Site> sites = guarded.stream().mapToObj(Site::new).toList();
        Site site = new Site(start);
        return new Handler(site, Collections.unmodifiableSet(caught), sites, method.line(site));
    }

    private static Site firstInstruction(Shape shape, int label) {
        int at = label;
        while (at + 1 < shape.size() && shape.at(at).getOpcode() < 0) {
            at++;
        }
        return new Site(at);
    }
}
