package dev.plumbline.revision;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What a commit says of itself.
 *
 * @param id all 40 hex digits
 * @param authored when its change was made
 * @param time when it came to its place in this history; later than {@code authored} after a rebase or a merge
 * @param parents their whole names
 * @param message all of it, trailers too
 */
public record CommitInfo(String id, String authorName, String authorEmail, String committerName,
        String committerEmail, Instant authored, Instant time, List<String> parents, String message) {

    private static final int SHORT = 10;

    public CommitInfo {
        parents = List.copyOf(parents);
    }

    static CommitInfo of(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        PersonIdent committer = commit.getCommitterIdent();
        return new CommitInfo(commit.name(), author.getName(), author.getEmailAddress(), committer.getName(),
            committer.getEmailAddress(), author.getWhenAsInstant(), committer.getWhenAsInstant(),
            Stream.of(commit.getParents()).map(RevCommit::name).toList(), commit.getFullMessage());
    }

    /** Ten hex digits, as many in every repository. */
    public String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
