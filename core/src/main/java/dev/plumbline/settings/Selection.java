package dev.plumbline.settings;

import dev.plumbline.finding.Severity;
import dev.plumbline.rule.ChangeRule;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which rules run where, and how severe their findings are: what a rule is by default, then its pack, then the rule,
 * then each override whose paths match. Rules and packs named on the command line take the place of what is said for
 * the whole project; overrides can turn off what was named, but nothing on that was not.
 */
public final class Selection {

    private record Override(Globs match, PathSetting setting) {
    }

    private final ProjectSettings settings;
    private final List<String> named;
    private final List<String> packs;
    private final List<Override> overrides;
    private final List<RuleCard> rules;
    private final Map<String, RuleCard> cards = new HashMap<>();
    private final ConcurrentMap<Path, List<PathSetting>> matching = new ConcurrentHashMap<>();

    private Selection(RuleCatalog catalog, ProjectSettings settings, List<String> named, List<String> packs) {
        this.settings = settings;
        this.named = List.copyOf(named);
        this.packs = List.copyOf(packs);
        this.overrides = settings.paths().stream()
            .map(setting -> new Override(Globs.of(setting.match()), setting)).toList();
        catalog.rules().forEach(card -> cards.put(card.id(), card));
        this.rules = catalog.rules().stream().filter(this::runsSomewhere).toList();
    }

    /**
     * @param named ids of the rules that were asked for, previews among them; empty for those of the settings
     * @param packs ids of the packs that were asked for; empty for those of the settings
     * @throws dev.plumbline.finding.UsageException for a rule or pack that there is not
     */
    public static Selection of(RuleCatalog catalog, ProjectSettings settings, List<String> named,
            List<String> packs) {
        new RuleNames(catalog).check(named, packs);
        return new Selection(catalog, settings, named, packs);
    }

    /** Those that run somewhere. */
    public List<RuleCard> rules() {
        return rules;
    }

    /** Whether a rule runs, as far as nothing else is said for a path. */
    public boolean isOn(String rule) {
        return Optional.ofNullable(cards.get(rule)).filter(this::isOnByProject).isPresent();
    }

    /** Whether a rule runs on a file. */
    public boolean isOn(String rule, Path path) {
        Optional<RuleCard> card = Optional.ofNullable(cards.get(rule)).filter(this::isAllowed);
        if (card.isEmpty()) {
            return false;
        }
        boolean on = isOnByProject(card.get());
        for (PathSetting setting : matching(path)) {
            Optional<Boolean> pack = Optional.ofNullable(setting.packs().get(card.get().pack()))
                .map(packIsOn -> packIsOn && isOnInItsPack(card.get()));
            on = of(setting, rule).enabled().or(() -> pack).orElse(on);
        }
        return on;
    }

    /** How severe a rule's findings are in the whole project, if the settings say so. */
    public Optional<Severity> severity(String rule) {
        return Optional.ofNullable(settings.rules().get(rule)).flatMap(RuleSetting::severity);
    }

    /** How severe a rule's findings in a file are. */
    public Severity severity(RuleCard card, Path path) {
        Severity severity = severity(card.id()).orElse(card.info().severity());
        for (PathSetting setting : matching(path)) {
            severity = of(setting, card.id()).severity().orElse(severity);
        }
        return severity;
    }

    private boolean runsSomewhere(RuleCard card) {
        return isOnByProject(card) || isAllowed(card) && overrides.stream().map(Override::setting)
            .anyMatch(setting -> of(setting, card.id()).enabled().orElse(false)
                || setting.packs().getOrDefault(card.pack(), false) && isOnInItsPack(card));
    }

    private boolean isOnByProject(RuleCard card) {
        boolean packIsOn = !named.isEmpty() || packs.contains(card.pack())
            || settings.packs().getOrDefault(card.pack(), true);
        Optional<Boolean> own = named.isEmpty() ? enabled(card) : Optional.empty();
        return isAllowed(card) && own.orElse(packIsOn && isOnInItsPack(card));
    }

    /** No rule about changes runs yet. */
    private boolean isAllowed(RuleCard card) {
        return (named.isEmpty() || named.contains(card.id())) && (packs.isEmpty() || packs.contains(card.pack()))
            && !(card.rule() instanceof ChangeRule);
    }

    private boolean isOnInItsPack(RuleCard card) {
        return named.isEmpty() ? enabled(card).orElse(!card.info().preview()) : named.contains(card.id());
    }

    private Optional<Boolean> enabled(RuleCard card) {
        return Optional.ofNullable(settings.rules().get(card.id())).flatMap(RuleSetting::enabled);
    }

    /** Asked for each rule and file, so remembered. */
    private List<PathSetting> matching(Path path) {
        return overrides.isEmpty() ? List.of() : matching.computeIfAbsent(path,
            asked -> overrides.stream().filter(one -> one.match().match(asked)).map(Override::setting).toList());
    }

    private static RuleSetting of(PathSetting setting, String rule) {
        return setting.rules().getOrDefault(rule, RuleSetting.none());
    }
}
