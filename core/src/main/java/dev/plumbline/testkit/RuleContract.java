package dev.plumbline.testkit;

import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every rule of every pack must hold to, beside its examples: a complete {@link RuleInfo}, a name that is its id,
 * and no state, since one object serves all threads.
 */
public final class RuleContract {

    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** One sentence for each breach; empty is good. */
    public static List<String> breaches(Rule rule) {
        return Stream.of(name(rule), text(rule.info()), state(rule)).flatMap(List::stream).toList();
    }

    /** The rules of a pack, with default settings. */
    public static List<Rule> rulesOf(RulePack pack) {
        return pack.rules().stream().map(make -> make.apply(Settings.defaults())).toList();
    }

    private static List<String> name(Rule rule) {
        List<String> breaches = new ArrayList<>();
        require(rule.id().matches(KEBAB_CASE), "the id " + rule.id() + " is not kebab-case", breaches);
        require(rule.id().replace("-", "").equalsIgnoreCase(rule.getClass().getSimpleName()),
            "the id " + rule.id() + " is not the class name " + rule.getClass().getSimpleName(), breaches);
        require(Modifier.isFinal(rule.getClass().getModifiers()), "the class is not final", breaches);
        return breaches;
    }

    private static List<String> text(RuleInfo info) {
        List<String> breaches = new ArrayList<>();
        require(info.title().matches("[A-Z`].{9,98}[^.!\\s]"), "the title is not a short line without a full stop",
            breaches);
        require(info.why().strip().length() >= 100, "`why` does not say why in 100 characters", breaches);
        require(info.instead().strip().length() >= 40, "`instead` does not say what to write", breaches);
        require(Stream.of(info.silent()).noneMatch(String::isBlank), "an item of `silent` is blank", breaches);
        require(info.since().matches("\\d+\\.\\d+"), "`since` is not a release such as 0.1", breaches);
        require(!info.bad().equals(info.good()), "`bad` and `good` are the same", breaches);
        require(Markers.in(info.good()).all().stream().noneMatch(Marker::expectsFinding),
            "`good` marks a line that is to be reported", breaches);
        for (int weakness : info.cwe()) {
            require(weakness > 0, "CWE-" + weakness + " does not exist", breaches);
        }
        return breaches;
    }

    private static List<String> state(Rule rule) {
        List<String> breaches = new ArrayList<>();
        for (Field field : rule.getClass().getDeclaredFields()) {
            if (field.isSynthetic()) {
                continue;
            }
            require(Modifier.isFinal(field.getModifiers()), "the field " + field.getName() + " is not final", breaches);
            require(isImmutable(value(field, rule)), "the field " + field.getName() + " can change", breaches);
        }
        return breaches;
    }

    private static Object value(Field field, Rule rule) {
        field.setAccessible(true);
        try {
            return field.get(rule);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " can not be read", e);
        }
    }

    /** Collections that refuse changes are recognised by how the JDK names them; of other types the usual suspects. */
    private static boolean isImmutable(Object value) {
        String type = value.getClass().getName();
        if (value instanceof Collection || value instanceof Map) {
            return type.startsWith("java.util.ImmutableCollections$") || type.contains("$Unmodifiable")
                || type.contains("$Empty");
        }
        return !value.getClass().isArray()
            && !(value instanceof Appendable)
            && !(value instanceof ThreadLocal)
            && !type.startsWith("java.util.concurrent.atomic.");
    }

    private static void require(boolean held, String breach, List<String> breaches) {
        if (!held) {
            breaches.add(breach);
        }
    }

    private RuleContract() {
    }
}
