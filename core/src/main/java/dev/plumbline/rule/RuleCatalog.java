package dev.plumbline.rule;

import dev.plumbline.finding.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/** All rules that are installed, in order of their ids. */
public record RuleCatalog(List<RuleCard> rules) {

    /** The packs on the class path of this program; never those of the code under scan. */
    public static RuleCatalog installed() {
        return installed(Map.of());
    }

    /**
     * The same rules with other options than their own.
     *
     * @param options values by option, by rule
     * @throws UsageException when there is no such rule or option, or the option does not take the value
     */
    public static RuleCatalog installed(Map<String, ? extends Map<String, String>> options) {
        return of(ServiceLoader.load(RulePack.class, RuleCatalog.class.getClassLoader()), options);
    }

    /** @throws UsageException when two packs have a rule of the same id */
    public static RuleCatalog of(Iterable<RulePack> packs) {
        return of(packs, Map.of());
    }

    /** @throws UsageException when two packs have a rule of the same id, or as in {@link #installed(Map)} */
    public static RuleCatalog of(Iterable<RulePack> packs, Map<String, ? extends Map<String, String>> options) {
        TreeMap<String, RuleCard> byId = new TreeMap<>();
        for (RulePack pack : packs) {
            for (var constructor : pack.rules()) {
                RuleCard card = card(pack, constructor, options);
                RuleCard twin = byId.put(card.id(), card);
                if (twin != null) {
                    throw new UsageException("Packs " + twin.pack() + " and " + pack.id() + " both have a rule "
                        + card.id() + "; remove one of the two.");
                }
            }
        }
        RuleCatalog catalog = new RuleCatalog(List.copyOf(new ArrayList<>(byId.values())));
        new RuleNames(catalog).check(options.keySet().stream().sorted().toList(), List.of());
        return catalog;
    }

    /** A rule has to be there before its id is known, so one with options is made twice. */
    private static RuleCard card(RulePack pack, Function<Settings, Rule> constructor,
            Map<String, ? extends Map<String, String>> options) {
        Settings defaults = Settings.defaults();
        Rule rule = constructor.apply(defaults);
        RuleCard card = new RuleCard(pack.id(), rule, defaults.declared());
        if (!options.containsKey(card.id()) || options.get(card.id()).isEmpty()) {
            return card;
        }
        Settings given = Settings.of(options.get(card.id()));
        try {
            Rule other = constructor.apply(given);
            given.checkAllAreUsed();
            return new RuleCard(pack.id(), other, given.declared(), given.chosen());
        } catch (UsageException mistake) {
            throw new UsageException("The options of the rule " + card.id() + ": " + mistake.getMessage());
        }
    }

    public Optional<RuleCard> find(String id) {
        return rules.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    public List<String> packs() {
        return rules.stream().map(RuleCard::pack).distinct().sorted().toList();
    }
}
