package dev.plumbline.settings;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.verdict.FailOn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes the settings out of one file whose {@link FileShape} is right. */
record SettingsReader(Value.Entries file) {

    static SettingsReader of(Value value) {
        return new SettingsReader(map(value));
    }

    /** The files that this one extends, with the line of each. */
    List<Value> extended() {
        return get(file, "extends").map(SettingsReader::items).orElse(List.of());
    }

    ProjectSettings settings() {
        return new ProjectSettings(get(file, "fail-on").map(SettingsReader::text).map(FailOn::valueOf),
            texts(file, "include"), texts(file, "exclude"), packs(file), rules(file),
            get(file, "paths").map(SettingsReader::items).orElse(List.of()).stream().map(SettingsReader::path).toList(),
            gate(get(file, "gate").map(SettingsReader::map).orElse(new Value.Entries(List.of(), 1))));
    }

    private static PathSetting path(Value value) {
        Value.Entries path = map(value);
        return new PathSetting(texts(path, "match"), packs(path), rules(path));
    }

    private static GateSetting gate(Value.Entries gate) {
        return new GateSetting(severity(gate),
            get(gate, "confidence").map(value -> Confidence.valueOf(text(value).toUpperCase(Locale.ROOT))),
            get(gate, "beyond-ai").map(value -> text(value).equals("fail")));
    }

    private static SortedMap<String, Boolean> packs(Value.Entries of) {
        return get(of, "packs").map(SettingsReader::map).map(Value.Entries::entries).orElse(List.of()).stream()
            .collect(Collectors.toMap(Value.Entry::key, entry -> isOn(entry.value()), (one, other) -> other,
                TreeMap::new));
    }

    private static SortedMap<String, RuleSetting> rules(Value.Entries of) {
        return get(of, "rules").map(SettingsReader::map).map(Value.Entries::entries).orElse(List.of()).stream()
            .collect(Collectors.toMap(Value.Entry::key, entry -> rule(entry.value()), (one, other) -> other,
                TreeMap::new));
    }

    private static RuleSetting rule(Value value) {
        if (value instanceof Value.Entries rule) {
            SortedMap<String, String> options = new TreeMap<>();
            get(rule, "options").map(SettingsReader::map).map(Value.Entries::entries).orElse(List.of())
                .forEach(option -> options.put(option.key(), option(option.value())));
            return new RuleSetting(get(rule, "enabled").map(SettingsReader::isOn), severity(rule), options);
        }
        String word = text(value);
        Optional<Severity> severity = List.of("on", "off", "true", "false").contains(word) ? Optional.empty()
            : Optional.of(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
        return new RuleSetting(Optional.of(severity.isPresent() || isOn(value)), severity, new TreeMap<>());
    }

    private static Optional<Severity> severity(Value.Entries of) {
        return get(of, "severity").map(value -> Severity.valueOf(text(value).toUpperCase(Locale.ROOT)));
    }

    /** As {@link dev.plumbline.rule.OptionType} writes it. */
    private static String option(Value value) {
        if (!(value instanceof Value.Scalar scalar)) {
            return items(value).stream().map(SettingsReader::text).collect(Collectors.joining(","));
        }
        if (scalar.value() instanceof Number number) {
            return new BigDecimal(number.toString()).toBigInteger().toString();
        }
        return text(value);
    }

    private static Optional<Value> get(Value.Entries map, String key) {
        return map.entries().stream().filter(entry -> entry.key().equals(key)).map(Value.Entry::value).findFirst();
    }

    private static List<String> texts(Value.Entries map, String key) {
        return get(map, key).map(SettingsReader::items).orElse(List.of()).stream().map(SettingsReader::text).toList();
    }

    private static List<Value> items(Value value) {
        return value instanceof Value.Items list ? list.values()
            : value instanceof Value.Scalar ? List.of(value) : List.of();
    }

    private static Value.Entries map(Value value) {
        return value instanceof Value.Entries map ? map : new Value.Entries(List.of(), value.line());
    }

    static String text(Value value) {
        return ((Value.Scalar) value).value().toString();
    }

    private static boolean isOn(Value value) {
        return List.of("on", "true").contains(text(value));
    }
}
