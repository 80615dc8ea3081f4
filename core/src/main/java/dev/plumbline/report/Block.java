package dev.plumbline.report;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks of one finding that are shown in one code frame, because their lines are neighbours.
 *
 * @param marks never empty
 */
record Block(List<Mark> marks) {

    private static final int NEIGHBOURS = 2;

    Block {
        marks = List.copyOf(marks);
    }

    /**
     * The frames of a finding in reading order. The first is around its place and takes in every step of the
     * trace that lies beside it; the others follow the trace, and steps in a row on neighbouring lines share
     * one.
     */
    static List<Block> of(Finding finding) {
        Block place = new Block(List.of(new Mark(finding.place(), "", true)));
        List<Block> others = new ArrayList<>();
        int number = 0;
        for (Step step : finding.trace()) {
            number++;
            String label = number + ". " + Prose.oneLine(step.what());
            Mark mark = new Mark(step.place(), label, false);
            int last = others.size() - 1;
            if (place.isBeside(mark)) {
                place = place.with(mark);
            } else if (last >= 0 && others.get(last).isBeside(mark)) {
                others.set(last, others.get(last).with(mark));
            } else {
                others.add(new Block(List.of(mark)));
            }
        }
        others.add(0, place);
        return List.copyOf(others);
    }

    Path file() {
        return start().file();
    }

    Place start() {
        return marks.get(0).place();
    }

    int lastLine() {
        return marks.stream().mapToInt(Mark::lastLine).max().orElse(0);
    }

    private boolean isBeside(Mark mark) {
        return mark.place().file().equals(file())
            && mark.place().line() <= lastLine() + NEIGHBOURS
            && mark.lastLine() >= firstLine() - NEIGHBOURS;
    }

    private int firstLine() {
        return marks.stream().mapToInt(mark -> mark.place().line()).min().orElse(0);
    }

    /** A step on the very place of the finding labels it instead of underlining it twice. */
    private Block with(Mark mark) {
        List<Mark> all = new ArrayList<>(marks);
        Mark first = all.get(0);
        if (first.primary() && first.label().isEmpty() && first.place().equals(mark.place())) {
            all.set(0, new Mark(first.place(), mark.label(), true));
        } else {
            all.add(mark);
        }
        return new Block(all);
    }
}
