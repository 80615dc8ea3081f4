package dev.plumbline.settings;

import dev.plumbline.rule.OptionType;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that may stand in {@code plumbline.yml}: the one place from which files are checked, the schema for editors is
 * made, and the file that {@code plumbline init} writes.
 */
public final class FileShape {

    private static final Shape.Choice SWITCH = new Shape.Choice(List.of("on", "off"), true);
    private static final Shape.Choice SEVERITY = new Shape.Choice(List.of("note", "warning", "error"), false);
    private static final Shape.Choice RULE_WORD = new Shape.Choice(List.of("on", "off", "note", "warning", "error"),
        true);
    private static final Shape.Listed GLOBS = new Shape.Listed(new Shape.Glob(), true, true);
    private static final Shape PATH_TO_FILE = new Shape.Text("the path of a file", "");

    private final RuleCatalog catalog;

    private FileShape(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param catalog the rules that there are, with their options */
    public static Shape.Keys of(RuleCatalog catalog) {
        return new FileShape(catalog).file();
    }

    private Shape.Keys file() {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        keys.put("$schema", new Shape.Key(new Shape.Text("the address of a schema", ""),
            "For editors that read it: the address of the schema of this file. Plumbline does not."));
        keys.put("extends", new Shape.Key(new Shape.Listed(PATH_TO_FILE, true, true),
            "Files of this repository whose settings come before these, relative to this one. A later file wins over"
                + " an earlier one, and this one over all. Excluded paths add up, and so do the overrides for paths."));
        keys.put("fail-on", new Shape.Key(new Shape.Choice(List.of("none", "note", "warning", "error"), false),
            "The least severity of a finding that makes a scan fail."));
        keys.put("include", new Shape.Key(GLOBS,
            "Report on files that match one of these only. Paths are those of the reports; `*` stays in a folder,"
                + " `**` does not."));
        keys.put("exclude", new Shape.Key(GLOBS, "Leave out files that match one of these."));
        keys.put("packs", new Shape.Key(packs(),
            "Packs of rules, on or off. A pack that is on has those of its rules that are on by default; what is said"
                + " of a rule wins over what is said of its pack."));
        keys.put("rules", new Shape.Key(rules(true),
            "Rules: on, off, or on with another severity (note, warning, error). A preview rule runs when it is on."
                + " A map says more: `enabled`, `severity`, and the `options` that the rule's page names."));
        keys.put("paths", new Shape.Key(new Shape.Listed(path(), false, true),
            "What is different for some paths. Where several match, the last one that says something wins."));
        keys.put("gate", new Shape.Key(gate(),
            "What fails a change in `plumbline pr`: a new finding this severe and this sure, or worse and surer; and"
                + " whether a change fails that is worse than AI-written ones are known to be."));
        return new Shape.Keys("key", keys, Set.of(), "");
    }

    private Shape.Keys packs() {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        for (String pack : catalog.packs()) {
            keys.put(pack, new Shape.Key(SWITCH, "The rules of the pack " + pack + "."));
        }
        return new Shape.Keys("pack", keys, Set.of(), "");
    }

    private Shape.Keys rules(boolean withOptions) {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        for (RuleCard card : catalog.rules()) {
            keys.put(card.id(),
                new Shape.Key(new Shape.WordOrKeys(name(card, withOptions), RULE_WORD, rule(card, withOptions)),
                    card.info().title() + "." + (card.info().preview() ? " A preview: off by default." : "")));
        }
        return new Shape.Keys("rule", keys, Set.of(), "`plumbline rules` lists them.");
    }

    private static String name(RuleCard card, boolean withOptions) {
        return !withOptions ? "rule-for-paths" : card.options().isEmpty() ? "rule" : "rule-" + card.id();
    }

    private static Shape.Keys rule(RuleCard card, boolean withOptions) {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        keys.put("enabled", new Shape.Key(SWITCH, "Whether the rule runs."));
        keys.put("severity", new Shape.Key(SEVERITY, "The severity of its findings."));
        if (!withOptions) {
            return new Shape.Keys("setting", keys, Set.of(),
                "for some paths there are enabled and severity, and options are for the whole project.");
        }
        Map<String, Shape.Key> options = new LinkedHashMap<>();
        for (Settings.Option option : card.options()) {
            options.put(option.name(), new Shape.Key(shape(option.type()), option.meaning()));
        }
        keys.put("options", new Shape.Key(new Shape.Keys("option", options, Set.of(), ""),
            "What the rule itself can be told."));
        return new Shape.Keys("setting", keys, Set.of(), "");
    }

    private static Shape shape(OptionType type) {
        if (type instanceof OptionType.Whole whole) {
            return new Shape.Whole(whole.least(), whole.most());
        }
        if (type instanceof OptionType.Choice choice) {
            return new Shape.Choice(choice.words(), false);
        }
        if (type instanceof OptionType.Words) {
            return new Shape.Listed(new Shape.Text("a word without white space and commas", "[^\\s,]+"), true, true);
        }
        return type instanceof OptionType.Flag ? new Shape.Choice(List.of(), true)
            : new Shape.Text("a text that is not empty", "");
    }

    private Shape.Keys path() {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        keys.put("match", new Shape.Key(new Shape.Listed(new Shape.Glob(), true, false), "Which paths."));
        keys.put("packs", new Shape.Key(packs(), "Packs, on or off there."));
        keys.put("rules", new Shape.Key(rules(false), "Rules, on, off or of another severity there."));
        return new Shape.Keys("key", keys, Set.of("match"), "");
    }

    private static Shape.Keys gate() {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        keys.put("severity", new Shape.Key(SEVERITY, "The least severity of a new finding that fails a change."));
        keys.put("confidence", new Shape.Key(new Shape.Choice(List.of("low", "medium", "high"), false),
            "The least confidence that it must have for that."));
        keys.put("beyond-ai", new Shape.Key(new Shape.Choice(List.of("fail", "report"), false),
            "What becomes of a change that is worse than AI-written ones are known to be."));
        return new Shape.Keys("key", keys, Set.of(), "");
    }
}
