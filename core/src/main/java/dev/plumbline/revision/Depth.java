package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** How far back the history of a clone reaches, and what to do where that is not far enough. */
final class Depth {

    private final Set<String> ends;
    private final String advice;

    private Depth(Set<String> ends, String advice) {
        this.ends = ends;
        this.advice = advice;
    }

    static Depth of(Repository repository, UnaryOperator<String> environment) {
        try {
            Set<String> ends = repository.getObjectDatabase().getShallowCommits().stream()
                .map(ObjectId::name)
                .collect(Collectors.toSet());
            return new Depth(ends, ends.isEmpty() ? "" : advice(environment));
        } catch (IOException e) {
            throw new UsageException("The list of shallow commits cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String advice(UnaryOperator<String> environment) {
        String fetch = " This clone is shallow: run `git fetch --unshallow`";
        if (environment.apply("GITHUB_ACTIONS").equals("true")) {
            return fetch + ", or give actions/checkout `fetch-depth: 0`.";
        }
        if (environment.apply("GITLAB_CI").equals("true")) {
            return fetch + ", or set the variable `GIT_DEPTH: 0`.";
        }
        return fetch + ", or `git fetch --deepen=100` until it is deep enough.";
    }

    boolean isShallow() {
        return !ends.isEmpty();
    }

    /** Whether a commit is there but its parents were not fetched. */
    boolean endsAt(String commit) {
        return ends.contains(commit);
    }

    /** A sentence for the end of a message, after a space; empty when everything was fetched. */
    String advice() {
        return advice;
    }
}
