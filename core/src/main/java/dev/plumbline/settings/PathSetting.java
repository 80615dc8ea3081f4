package dev.plumbline.settings;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is different for some paths.
 *
 * @param match globs, one of which a path matches
 * @param packs whether a pack is on there
 * @param rules what is said of a rule there; never its options
 */
public record PathSetting(List<String> match, SortedMap<String, Boolean> packs, SortedMap<String, RuleSetting> rules) {

    public PathSetting {
        match = List.copyOf(match);
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }
}
