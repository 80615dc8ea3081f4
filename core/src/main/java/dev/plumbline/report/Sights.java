package dev.plumbline.report;

import dev.plumbline.engine.Review;
import dev.plumbline.finding.Place;
import dev.plumbline.verdict.Introduced;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Where hosts can show what a change introduced. They show changed lines and little else; what the change broke by
 * taking something away stands on others. It is shown on the nearest changed line of its file; in a file that the
 * change left alone, on the first changed line there is. A change that only deletes has none: places stay as they are.
 */
final class Sights {

    private final Review review;
    private final ReviewWords words;
    private final SourceTexts texts;

    Sights(Review review) {
        this.review = review;
        this.words = new ReviewWords(review);
        this.texts = new SourceTexts(review.report().text());
    }

    Sight of(Introduced one) {
        Place place = Portable.straight(one.finding().place());
        return new Sight(place, shown(place), words.remark(one));
    }

    private Place shown(Place place) {
        SortedSet<Integer> changed = review.changedLines().getOrDefault(place.path(), Collections.emptySortedSet());
        if (IntStream.rangeClosed(place.line(), place.endLine()).allMatch(changed::contains)) {
            return place;
        }
        if (changed.contains(place.line())) {
            return fromColumn(place.column(), place.file(), place.line());
        }
        return changed.stream()
            .min(Comparator.comparingInt((Integer line) -> Math.abs(line - place.line()))
                .thenComparing(Comparator.naturalOrder()))
            .map(line -> wholeLine(place.file(), line))
            .or(this::first)
            .orElse(place);
    }

    private Optional<Place> first() {
        return review.changedLines().entrySet().stream().findFirst()
            .map(file -> wholeLine(Path.of(file.getKey()), file.getValue().first()));
    }

    private Place wholeLine(Path file, int line) {
        return fromColumn(text(file, line).map(text -> text.margin(line) + 1).orElse(1), file, line);
    }

    private Place fromColumn(int column, Path file, int line) {
        int end = text(file, line).map(text -> text.length(line) + 1).orElse(column);
        return Portable.straight(new Place(file, line, column, line, end));
    }

    private Optional<SourceText> text(Path file, int line) {
        return texts.find(file).filter(text -> line <= text.lines());
    }
}
