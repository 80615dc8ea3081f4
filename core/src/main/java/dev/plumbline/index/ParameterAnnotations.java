package dev.plumbline.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The annotations of a method's parameters. Compilers leave out the parameters they add in front themselves,
 * the outer object and an enum's name and ordinal, so the class file's numbers count from the end.
 */
final class ParameterAnnotations {

    private final int parameters;
    private int visibleCount;
    private int invisibleCount;
    private List<List<Annotation>> lists = List.of();

    ParameterAnnotations(int parameters) {
        this.parameters = parameters;
        this.visibleCount = parameters;
        this.invisibleCount = parameters;
    }

    void counted(int count, boolean visible) {
        if (visible) {
            visibleCount = count;
        } else {
            invisibleCount = count;
        }
    }

    void add(int number, boolean visible, Annotation annotation) {
        int parameter = parameters - (visible ? visibleCount : invisibleCount) + number;
        if (parameter < 0 || parameter >= parameters) {
            return;
        }
        if (lists.isEmpty()) {
            lists = IntStream.range(0, parameters)
                .<List<Annotation>>mapToObj(i -> new ArrayList<>())
                .toList();
        }
        lists.get(parameter).add(annotation);
    }

    /** Empty when no parameter is annotated. */
    List<List<Annotation>> lists() {
        return lists.stream().map(List::copyOf).toList();
    }
}
