package dev.plumbline.rule;

import dev.plumbline.finding.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All rules that are installed, in order of their ids. */
public record RuleCatalog(List<RuleCard> rules) {

    /** The packs on the class path of this program; never those of the code under scan. */
    public static RuleCatalog installed() {
        return of(ServiceLoader.load(RulePack.class, RuleCatalog.class.getClassLoader()));
    }

    /** @throws UsageException when two packs have a rule of the same id */
    public static RuleCatalog of(Iterable<RulePack> packs) {
        TreeMap<String, RuleCard> byId = new TreeMap<>();
        for (RulePack pack : packs) {
            for (var constructor : pack.rules()) {
                Settings settings = Settings.defaults();
                Rule rule = constructor.apply(settings);
                RuleCard card = new RuleCard(pack.id(), rule, settings.declared());
                RuleCard twin = byId.put(card.id(), card);
                if (twin != null) {
                    throw new UsageException("Packs " + twin.pack() + " and " + pack.id() + " both have a rule "
                        + card.id() + "; remove one of the two.");
                }
            }
        }
        return new RuleCatalog(List.copyOf(new ArrayList<>(byId.values())));
    }

    public Optional<RuleCard> find(String id) {
        return rules.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    public List<String> packs() {
        return rules.stream().map(RuleCard::pack).distinct().sorted().toList();
    }
}
