package dev.plumbline.revision;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The assistants that are told apart, each by what it signs commits with. All in small letters. */
enum Agent {
    CLAUDE("claude|anthropic|opus|sonnet|haiku", "noreply@anthropic.com", "claude[bot]"),
    COPILOT("copilot", "198982749+copilot@", "223556219+copilot@", "copilot-swe-agent[bot]"),
    CURSOR("cursor", "cursoragent@cursor.com"),
    CODEX("codex", "codex@openai.com", "chatgpt-codex-connector[bot]"),
    DEVIN("devin", "devin-ai-integration[bot]"),
    JULES("jules", "google-labs-jules[bot]"),
    GEMINI("gemini", "gemini-cli"),
    AIDER("aider", "@aider.chat"),
    AMAZON_Q("amazon q|amazon-q", "amazon-q-developer[bot]"),
    JUNIE("junie", "junie@jetbrains.com"),
    OPENHANDS("openhands", "openhands@"),
    OPENCODE("opencode", "noreply@opencode.ai"),
    OTHER("ai|gpt|chatgpt|openai|llm|kiro|windsurf|cline|roo code|deepseek|qwen|ollama|intellij ai", "qwen-coder@");

    /** Assistants that only read what others wrote, and corrections of theirs that a person took over. */
    private static final List<String> REVIEWERS = List.of("175728472+copilot@", "copilot-autofix",
        "copilot-pull-request-reviewer[bot]", "coderabbitai[bot]", "gemini-code-assist[bot]", "cursor[bot]",
        "sourcery-ai[bot]", "qodo-merge", "greptile", "ellipsis-dev[bot]", "korbit-ai[bot]", "graphite-app[bot]");

    private final Pattern word;
    private final List<String> marks;

    Agent(String words, String... marks) {
        this.word = Pattern.compile("(?<![a-z])(" + words + ")(?![a-z])");
        this.marks = List.of(marks);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody of that name and e-mail is this assistant; a name has to hold all of its bot's name. */
    boolean is(String name, String email) {
        return marks.stream().anyMatch(mark -> email.contains(mark) || mark.endsWith("[bot]") && name.equals(mark));
    }

    /** Whether a trailer for tools names it. */
    boolean isNamed(String tool) {
        return word.matcher(tool).find();
    }

    /** Whether a message ends with the line that it adds of its own accord. */
    boolean signs(String message) {
        return this == CLAUDE && message.contains("Generated with [Claude Code]");
    }

    static boolean reviews(String name, String email) {
        return REVIEWERS.stream().anyMatch(mark -> email.contains(mark) || name.equals(mark));
    }
}
