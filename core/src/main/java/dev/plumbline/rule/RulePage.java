package dev.plumbline.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page of a rule, the same in the documentation, in {@code plumbline explain} and in the help of SARIF. Nothing in
 * it depends on where or when it is made.
 */
public final class RulePage {

    public static String markdown(RuleCard card) {
        return markdown(card, List.of());
    }

    /** @param gaps what the rule is known to get wrong, one line of Markdown each */
    public static String markdown(RuleCard card, List<String> gaps) {
        RuleInfo info = card.info();
        StringBuilder page = new StringBuilder();
        page.append("# ").append(info.title()).append("\n\n").append(facts(card)).append('\n');
        section(page, "What goes wrong", info.why().strip());
        section(page, "Example", java(info.bad()));
        section(page, "Instead", info.instead().strip() + "\n\n" + java(info.good()));
        section(page, "Stays silent on", list(Arrays.asList(info.silent())));
        section(page, "Takes the place of", overlaps(info));
        section(page, "Options", options(card.options()));
        section(page, "Known gaps", list(gaps));
        section(page, "Suppress", suppress(card.id()));
        return page.toString();
    }

    private static void section(StringBuilder page, String heading, String body) {
        if (!body.isEmpty()) {
            page.append("\n## ").append(heading).append("\n\n").append(body).append('\n');
        }
    }

    private static String facts(RuleCard card) {
        RuleInfo info = card.info();
        String weaknesses = Arrays.stream(info.cwe())
            .mapToObj(number -> " · [CWE-" + number + "](https://cwe.mitre.org/data/definitions/" + number + ".html)")
            .collect(Collectors.joining());
        return "`" + card.id() + "` · pack " + card.pack() + " · " + word(info.severity()) + " · "
            + word(info.confidence()) + " confidence" + weaknesses + " · since " + info.since() + " · "
            + (info.preview() ? "preview, off by default" : "on by default");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String java(String code) {
        return "```java\n" + code.strip() + "\n```";
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "* " + item.strip()).collect(Collectors.joining("\n"));
    }

    private static String overlaps(RuleInfo info) {
        return list(Arrays.stream(info.overlaps()).map(rule -> "`" + rule + "`, on the same line").toList());
    }

    private static String options(List<Settings.Option> options) {
        return list(options.stream()
            .map(option -> "`" + option.name() + "` (" + option.type().what() + ", default `" + option.byDefault()
                + "`): " + option.meaning())
            .toList());
    }

    private static String suppress(String id) {
        return """
            On the line, or on the line above it:

            ```java
            // plumbline:ignore %1$s -- why it is right here
            ```

            On a declaration, for all of it:

            ```java
            @SuppressWarnings("plumbline:%1$s") // why it is right here
            ```

            The reason is required. A suppression that hides nothing is reported.""".replace("%1$s", id);
    }

    private RulePage() {
    }
}
