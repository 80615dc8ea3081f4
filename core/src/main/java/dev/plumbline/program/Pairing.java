package dev.plumbline.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Pairs the same things seen from two sides: in order when that fits throughout, else what fits only one way
 * first, and what is left in order.
 */
final class Pairing<S, C> {

    /** One thing, seen from both sides. */
    record Pair<S, C>(S source, C code) {
    }

    private final List<S> sources;
    private final List<C> codes;
    private final BiPredicate<S, C> fits;
    private final List<Pair<S, C>> pairs = new ArrayList<>();

    private Pairing(List<S> sources, List<C> codes, BiPredicate<S, C> fits) {
        this.sources = new ArrayList<>(sources);
        this.codes = new ArrayList<>(codes);
        this.fits = fits;
    }

    static <S, C> List<Pair<S, C>> of(List<S> sources, List<C> codes, BiPredicate<S, C> fits) {
        Pairing<S, C> pairing = new Pairing<>(sources, codes, fits);
        if (!pairing.inOrder()) {
            while (pairing.onlyOneWay()) {
                continue;
            }
            while (pairing.firstThatFits()) {
                continue;
            }
        }
        return pairing.pairs;
    }

    private boolean inOrder() {
        if (sources.size() != codes.size()) {
            return false;
        }
        for (int at = 0; at < codes.size(); at++) {
            if (!fits.test(sources.get(at), codes.get(at))) {
                return false;
            }
        }
        for (int at = 0; at < codes.size(); at++) {
            pairs.add(new Pair<>(sources.get(at), codes.get(at)));
        }
        return true;
    }

    private boolean onlyOneWay() {
        for (C code : codes) {
            List<S> possible = sources.stream().filter(source -> fits.test(source, code)).toList();
            if (possible.size() == 1) {
                return pair(possible.get(0), code);
            }
        }
        for (S source : sources) {
            List<C> possible = codes.stream().filter(code -> fits.test(source, code)).toList();
            if (possible.size() == 1) {
                return pair(source, possible.get(0));
            }
        }
        return false;
    }

    private boolean firstThatFits() {
        for (C code : codes) {
            for (S source : sources) {
                if (fits.test(source, code)) {
                    return pair(source, code);
                }
            }
        }
        return false;
    }

    private boolean pair(S source, C code) {
        pairs.add(new Pair<>(source, code));
        sources.removeIf(other -> other == source);
        codes.removeIf(other -> other == code);
        return true;
    }
}
