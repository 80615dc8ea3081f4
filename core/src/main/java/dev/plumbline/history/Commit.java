package dev.plumbline.history;

import dev.plumbline.engine.Revisions;
import dev.plumbline.engine.Sides;
import dev.plumbline.revision.Attribution;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.CommitInfo;
import dev.plumbline.revision.FileChange;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.revision.GitRevision;
import dev.plumbline.source.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A commit of a history, told from what git has of it before anything is analysed.
 *
 * @param name what a ledger calls it
 */
public record Commit(GitRepository repository, CommitInfo info, String name) {

    /** Imports, moves of whole modules, changes of licence headers: nobody wrote that many lines for one purpose. */
    static final int MOST_FILES = 300;
    static final int MOST_LINES = 5_000;

    /** Whether a commit says something of how those who wrote it write. */
    public enum Fitness {
        MEASURABLE,
        /** It adds no main Java code. */
        WITHOUT_CODE,
        HUGE
    }

    /** Named by when it came to its place and which it is: {@code 2025-08-30 1a2b3c4d5e}. */
    public static Commit of(GitRepository repository, CommitInfo info) {
        return new Commit(repository, info,
            LocalDate.ofInstant(info.time(), ZoneOffset.UTC) + " " + info.shortId());
    }

    public Attribution.Group group() {
        return Attribution.of(info).group();
    }

    /** By the names of its files alone; {@link #isHuge} looks into them. */
    public Fitness fitness() {
        GitRevision commit = repository.commit(info.id());
        Optional<GitRevision> parent = repository.firstParent(commit);
        if (parent.isEmpty()) {
            return Fitness.WITHOUT_CODE;
        }
        List<String> files = Change.touched(parent.get(), commit).stream().filter(Revisions::isMain).toList();
        if (files.isEmpty()) {
            return Fitness.WITHOUT_CODE;
        }
        return files.size() > MOST_FILES ? Fitness.HUGE : Fitness.MEASURABLE;
    }

    /** As it was and as it is; only for one that has a parent. */
    Sides sides(List<Path> classpath) {
        return Sides.of(repository, repository.commit(info.id()), classpath).orElseThrow();
    }

    static boolean isHuge(Change change) {
        int added = 0;
        for (FileChange file : change.files()) {
            added += file.after().filter(Revisions::isMain).isPresent() ? file.lines().added().size() : 0;
        }
        return added > MOST_LINES && code(change) > MOST_LINES;
    }

    private static int code(Change change) {
        int lines = 0;
        for (FileChange file : change.files()) {
            Optional<String> path = file.after().filter(Revisions::isMain);
            Optional<byte[]> bytes = path.flatMap(change.head()::read);
            if (bytes.isPresent()) {
                SourceFile source = SourceFile.of(Path.of(path.get()), bytes.get());
                BitSet added = new BitSet();
                file.lines().added().forEach(added::set);
                added.and(source.codeLines());
                lines += source.isGenerated() ? 0 : added.cardinality();
            }
        }
        return lines;
    }
}
