package dev.plumbline.settings;

import dev.plumbline.verdict.FailOn;
import dev.plumbline.verdict.Gate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a team wants, as its settings file and those that it extends say it.
 *
 * @param include globs over report paths; empty for everything
 * @param exclude globs over report paths
 * @param packs whether a pack is on
 * @param rules what is said of a rule
 * @param paths what is different for some paths, the last word last
 * @param gateSetting what is said of the gate
 */
public record ProjectSettings(Optional<FailOn> failOn, List<String> include, List<String> exclude,
        SortedMap<String, Boolean> packs, SortedMap<String, RuleSetting> rules, List<PathSetting> paths,
        GateSetting gateSetting) {

    public ProjectSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        paths = List.copyOf(paths);
    }

    /** Nothing said: everything as it comes. */
    public static ProjectSettings none() {
        return new ProjectSettings(Optional.empty(), List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), List.of(),
            GateSetting.none());
    }

    /**
     * What this says, and where it says nothing, what the extended file says. Exclusions add up, and paths of this
     * come after the other's.
     */
    ProjectSettings over(ProjectSettings other) {
        SortedMap<String, Boolean> allPacks = new TreeMap<>(other.packs);
        allPacks.putAll(packs);
        SortedMap<String, RuleSetting> allRules = new TreeMap<>(other.rules);
        rules.forEach((rule, own) -> allRules.merge(rule, own, (far, near) -> near.over(far)));
        return new ProjectSettings(failOn.or(other::failOn), include.isEmpty() ? other.include : include,
            Stream.concat(other.exclude.stream(), exclude.stream()).distinct().toList(), allPacks, allRules,
            Stream.concat(other.paths.stream(), paths.stream()).toList(), gateSetting.over(other.gateSetting));
    }

    public Gate gate() {
        return gateSetting.gate();
    }

    /** Values by option, by rule, of the rules that are given any. */
    public SortedMap<String, SortedMap<String, String>> options() {
        SortedMap<String, SortedMap<String, String>> options = new TreeMap<>();
        rules.forEach((rule, setting) -> {
            if (!setting.options().isEmpty()) {
                options.put(rule, setting.options());
            }
        });
        return Collections.unmodifiableSortedMap(options);
    }
}
