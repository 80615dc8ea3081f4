package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The branches and tags of a repository: which one is the default, and which one somebody may have meant. */
final class Names {

    private static final List<String> DEFAULTS = List.of("main", "master");
    private static final int SUGGESTIONS = 3;

    private final Repository repository;

    Names(Repository repository) {
        this.repository = repository;
    }

    /** Of the remote {@code origin}, else of the only remote; else a local one that is not {@code HEAD}. */
    Optional<String> defaultBranch() {
        try {
            return remote().flatMap(this::defaultOf).or(this::localDefault);
        } catch (IllegalStateException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Optional<String> remote() {
        List<String> remotes = repository.getRemoteNames().stream().sorted().toList();
        return remotes.contains(Constants.DEFAULT_REMOTE_NAME)
            ? Optional.of(Constants.DEFAULT_REMOTE_NAME)
            : remotes.size() == 1 ? Optional.of(remotes.get(0)) : Optional.empty();
    }

    private Optional<String> defaultOf(String remote) {
        String prefix = Constants.R_REMOTES + remote + "/";
        return ref(prefix + Constants.HEAD)
            .filter(Ref::isSymbolic)
            .map(head -> head.getTarget().getName())
            .or(() -> DEFAULTS.stream().map(prefix::concat).filter(name -> ref(name).isPresent()).findFirst())
            .map(Repository::shortenRefName);
    }

    private Optional<String> localDefault() {
        String head = ref(Constants.HEAD).map(Ref::getLeaf).map(Ref::getName).orElse("");
        return DEFAULTS.stream()
            .filter(name -> !head.equals(Constants.R_HEADS + name) && ref(Constants.R_HEADS + name).isPresent())
            .findFirst();
    }

    /** Empty also for a symbolic one that leads nowhere. */
    private Optional<Ref> ref(String name) {
        try {
            return Optional.ofNullable(repository.exactRef(name)).filter(ref -> ref.getObjectId() != null);
        } catch (IOException e) {
            throw new UsageException("The branch " + name + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** A sentence that suggests like names, after a space; empty when there are none. */
    String near(String wanted) {
        Map<String, Integer> distances = new TreeMap<>();
        for (String name : all()) {
            int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance <= Math.max(1, wanted.length() / 3)) {
                distances.put(name, distance);
            }
        }
        if (distances.isEmpty()) {
            return "";
        }
        return " Did you mean " + distances.entrySet().stream()
            .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
            .limit(SUGGESTIONS)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(" or ")) + "?";
    }

    private List<String> all() {
        try {
            return repository.getRefDatabase().getRefs().stream()
                .map(Ref::getName)
                .filter(name -> Stream.of(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS)
                    .anyMatch(name::startsWith))
                .map(Repository::shortenRefName)
                .distinct()
                .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** None when only a remote or a folder stands before what was wanted, or after it; else in single letters. */
    private static int distance(String wanted, String name) {
        if (name.endsWith("/" + wanted) || wanted.endsWith("/" + name)) {
            return 0;
        }
        int[] row = new int[name.length() + 1];
        for (int column = 0; column <= name.length(); column++) {
            row[column] = column;
        }
        for (int at = 1; at <= wanted.length(); at++) {
            int diagonal = row[0];
            row[0] = at;
            for (int column = 1; column <= name.length(); column++) {
                int changed = diagonal + (wanted.charAt(at - 1) == name.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(diagonal, row[column - 1]));
            }
        }
        return row[name.length()];
    }
}
