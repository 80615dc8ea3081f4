package dev.plumbline.revision;

import static dev.plumbline.revision.Attribution.Group.AI;
import static dev.plumbline.revision.Attribution.Group.BOT;
import static dev.plumbline.revision.Attribution.Group.HUMAN;
import static dev.plumbline.revision.Attribution.Group.UNCLEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {

    @ParameterizedTest
    @CsvSource({
        "Co-Authored-By: Claude Opus 4.6 (1M context) <noreply@anthropic.com>, claude",
        "Co-authored-by: claude[bot] <209825114+claude[bot]@users.noreply.github.com>, claude",
        "\uD83E\uDD16 Generated with [Claude Code](https://claude.com/claude-code), claude",
        "Assisted-by: Claude Sonnet 4.6 <noreply@anthropic.com>, claude",
        "Assisted-by: Claude (Anthropic), claude",
        "Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>, copilot",
        "Co-authored-by: Cursor <cursoragent@cursor.com>, cursor",
        "Made-with: Cursor, cursor",
        "Generated-by: OpenAI GPT-5 Codex <noreply@openai.com>, codex",
        "Co-authored-by: Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>, devin",
        "Co-authored-by: aider (gpt-4o) <aider@aider.chat>, aider",
        "Co-authored-by: Junie <junie@jetbrains.com>, junie",
        "Co-authored-by: openhands <openhands@all-hands.dev>, openhands",
        "AI-assisted-by: Kiro and another LLM, other"})
    void anAssistantInATrailerIsToldByItsMailboxOrAToolByItsName(String trailer, String agent) {
        assertEquals(new Attribution(AI, agent), of("Ada", "ada@example.org", "A change.\n\n" + trailer + "\n"));
    }

    @Test
    void anAssistantMayBeTheAuthor() {
        assertEquals(new Attribution(AI, "copilot"),
            of("copilot-swe-agent[bot]", "198982749+Copilot@users.noreply.github.com", "A change."));
        assertEquals(new Attribution(AI, "jules"),
            of("google-labs-jules[bot]", "161369871+google-labs-jules[bot]@users.noreply.github.com", "A change."));
    }

    @Test
    void aSquashLeavesTrailersInTheMiddle() {
        assertEquals(new Attribution(AI, "claude"), of("Ada", "ada@example.org",
            "One (#7)\n\n* First\n\n  Co-Authored-By: Claude <noreply@anthropic.com>\n\n* Second\n\nMore text."));
    }

    @ParameterizedTest
    @CsvSource({
        "Claude Warren, claude@example.org, Fixed.",
        "Devin Smith, devin@example.org, Fixed.",
        "Jules, jules@example.org, Uses a cursor to page through what Claude found.",
        "Ada, ada@example.org, 'Fixed.\n\nCo-authored-by: Claude Martin <claude.martin@example.org>'",
        "Ada, ada@example.org, 'Fixed.\n\nAssisted-by: Claude Martin <claude.martin@example.ai>'",
        "Ada, ada@example.org, 'Fixed.\n\nReviewed-by: Claude <noreply@anthropic.com>'",
        "Ada, ada@example.org, 'Fixed.\n\nCo-authored-by: renovate[bot] <29+renovate[bot]@users.noreply.github.com>'"})
    void aFirstNameIsNoSignNorIsAReviewNorABotThatHelped(String name, String email, String message) {
        assertEquals(new Attribution(HUMAN, ""), of(name, email, message));
    }

    @ParameterizedTest
    @CsvSource({
        "dependabot[bot], 49699333+dependabot[bot]@users.noreply.github.com",
        "renovate[bot], 29139614+renovate[bot]@users.noreply.github.com",
        "Renovate Bot, bot@renovateapp.com",
        "dependabot-preview, support@dependabot.com",
        "github-actions[bot], 41898282+github-actions[bot]@users.noreply.github.com"})
    void machinesAreNeitherPeopleNorAssistants(String name, String email) {
        assertEquals(new Attribution(BOT, ""), of(name, email, "Bump a dependency."));
    }

    @ParameterizedTest
    @CsvSource({
        "'Fixed.\n\nCo-authored-by: Copilot Autofix powered by AI <175728472+Copilot@users.noreply.github.com>'",
        "'Fixed.\n\nCo-authored-by: gemini-code-assist[bot] <17+gemini-code-assist[bot]@users.noreply.github.com>'",
        "'The tests were written by ChatGPT.'",
        "'Generated with Copilot.'"})
    void reviewersAndMentionsAreUnclear(String message) {
        assertEquals(new Attribution(UNCLEAR, ""), of("Ada", "ada@example.org", message));
    }

    private static Attribution of(String name, String email, String message) {
        return Attribution.of(new CommitInfo("0".repeat(40), name, email, "GitHub", "noreply@github.com",
            Instant.EPOCH, Instant.EPOCH, List.of(), message));
    }
}
