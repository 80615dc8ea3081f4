package shop.catalog;

import java.util.List;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import lombok.experimental.NonFinal;

/** A part of a longer result. */
@Value
@NonFinal
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Page<T> {

    List<T> items;
    int number;
    int size;
    long total;

    public static <T> Page<T> of(List<T> all, int number, int size) {
        int from = Math.min(number * size, all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), number, size, all.size());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        List<R> mapped = getItems().stream().<R>map(mapper).toList();
        return new Page<>(mapped, getNumber(), getSize(), getTotal());
    }

    public long pages() {
        return (getTotal() + getSize() - 1) / getSize();
    }

    public boolean isLast() {
        return getNumber() + 1L >= pages();
    }
}
