package dev.plumbline.revision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who wrote a commit, by strong signals only: the e-mail or exact name of an assistant as author, committer or in a
 * trailer. A first name is none. Used for measuring rates, never for judging a change.
 *
 * @param agent the assistant's name in small letters for {@link Group#AI}, else empty
 */
public record Attribution(Group group, String agent) {

    /** A trailer, also one that a squash left in the middle of the message, indented or in a list. */
    private static final Pattern TRAILER =
        Pattern.compile("(?m)^[\\s*-]*([A-Za-z]+(?:-[A-Za-z]+)+):[ \\t]*(\\S.*?)\\s*$");
    private static final List<String> IDENTITIES = List.of("co-authored-by", "co-developed-by", "signed-off-by");
    private static final List<String> TOOLS = List.of("assisted-by", "generated-by", "ai-assisted-by", "made-with");
    private static final Pattern PERSON = Pattern.compile("([^<]*)<([^>]*)>.*");
    private static final Pattern BOT =
        Pattern.compile(".*\\[bot\\].*|(.*\\+)?(dependabot|renovate)([ -]?(bot|preview))?(@.*)?");
    private static final Pattern MENTION = Pattern.compile(
        "\\b(claude code|github copilot|copilot agent|chatgpt|openai codex|codex cli|gemini cli"
            + "|(generated|written|coded|created|assisted|implemented|co-?authored) (by|with|using)"
            + "( the help of)?( an?)? (claude|copilot|codex|cursor|gemini|devin|jules|ai|llm|gpt)\\b)");

    /** To which measured rate a commit belongs. */
    public enum Group {
        /** An assistant wrote it, alone or with a person. */
        AI,
        /** No sign of anyone but people. */
        HUMAN,
        /** A machine that updates dependencies, merges, releases. */
        BOT,
        /** A reviewing assistant or an unproven mention: belongs to neither. */
        UNCLEAR
    }

    /** Somebody named as author, committer or in a trailer; in small letters. */
    private record Identity(String name, String email) {

        static Identity of(String name, String email) {
            return new Identity(name.strip().toLowerCase(Locale.ROOT), email.strip().toLowerCase(Locale.ROOT));
        }

        static Identity of(String trailer) {
            Matcher person = PERSON.matcher(trailer);
            return person.matches() ? of(person.group(1), person.group(2)) : of(trailer, "");
        }

        /** Has no mailbox, as no tool has: {@code Claude Warren <claude@example.org>} is somebody. */
        boolean isNobody() {
            return email.isEmpty() || email.startsWith("noreply@") || email.startsWith("no-reply@");
        }
    }

    public static Attribution of(CommitInfo commit) {
        Identity author = Identity.of(commit.authorName(), commit.authorEmail());
        List<Identity> named = Stream.concat(
            Stream.of(author, Identity.of(commit.committerName(), commit.committerEmail())),
            trailers(commit.message(), IDENTITIES).map(Identity::of)).toList();
        List<Identity> tools = trailers(commit.message(), TOOLS).map(Identity::of).toList();
        Optional<Agent> agent = Stream.of(Agent.values())
            .filter(
                one -> Stream.concat(named.stream(), tools.stream()).anyMatch(who -> one.is(who.name(), who.email()))
                    || tools.stream().filter(Identity::isNobody).anyMatch(tool -> one.isNamed(tool.name()))
                    || one.signs(commit.message()))
            .findFirst();
        if (agent.isPresent()) {
            return new Attribution(Group.AI, agent.get().label());
        }
        if (named.stream().anyMatch(who -> Agent.reviews(who.name(), who.email()))) {
            return new Attribution(Group.UNCLEAR, "");
        }
        if (BOT.matcher(author.name()).matches() || BOT.matcher(author.email()).matches()) {
            return new Attribution(Group.BOT, "");
        }
        boolean mentioned = MENTION.matcher(commit.message().toLowerCase(Locale.ROOT)).find();
        return new Attribution(mentioned ? Group.UNCLEAR : Group.HUMAN, "");
    }

    private static Stream<String> trailers(String message, List<String> keys) {
        return TRAILER.matcher(message).results()
            .filter(trailer -> keys.contains(trailer.group(1).toLowerCase(Locale.ROOT)))
            .map(trailer -> trailer.group(2));
    }
}
