package dev.plumbline.engine;

import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.Folder;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.revision.GitRevision;
import dev.plumbline.revision.Revision;
import dev.plumbline.revision.WorkTree;
import dev.plumbline.verdict.BaselineFile;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.LedgerText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two sides of a change, ready to be opened. Nothing is checked out: base is laid over what the disk has.
 *
 * @param base the project before
 * @param head the project after
 * @param known the baseline file before
 * @param proposed the baseline file after
 * @param people what changes of the team's people introduced, as the revision before has it
 */
public record Sides(Project base, Project head, Change change, BaselineFile known, BaselineFile proposed,
        Optional<HumanChanges> people) {

    /** Where findings that a team lives with are written down, relative to the root. */
    public static final String BASELINE = "plumbline-baseline.txt";

    /** Where a team keeps what its people's changes introduced, relative to the root. */
    public static final String PEOPLE = "plumbline-people.tsv";

    /**
     * A change in a git repository.
     *
     * @param folder a folder of the work tree
     * @param base what the change starts from is where it left this; empty for the remote's default branch
     * @param head what it leads to; empty for the work tree
     * @param classes as in {@link Project.Request}
     * @param classpath as in {@link Project.Request}
     */
    public static Sides of(GitRepository repository, Path folder, Optional<String> base, Optional<String> head,
            List<Path> classes, List<Path> classpath) {
        return of(repository, Project.discover(new Project.Request(List.of(folder), classes, classpath)), base, head);
    }

    /**
     * A change in a git repository, of a project that is known already.
     *
     * @param project as the work tree has it
     */
    public static Sides of(GitRepository repository, Project project, Optional<String> base, Optional<String> head) {
        GitRevision tip = repository.commit(head.orElse("HEAD"));
        GitRevision start = repository.mergeBase(tip, repository.commit(base.orElseGet(repository::defaultBranch)));
        WorkTree disk = repository.workTree();
        Revision end = head.isPresent() ? tip : disk;
        Change change = Change.between(start, end);
        Project now = project.rootedAt(repository.root());
        Project before = now.with(Revisions.overlay(head.isPresent() ? Change.between(start, disk) : change));
        Project after = head.isPresent() ? now.with(Revisions.overlay(Change.between(tip, disk))) : now;
        return new Sides(before, after, change, baseline(start), baseline(end), people(start));
    }

    /**
     * Two folders without git.
     *
     * @param baseClasses class files of the base
     * @param classes class files of the head
     */
    public static Sides of(Path base, Path head, List<Path> baseClasses, List<Path> classes, List<Path> classpath) {
        Folder start = Folder.of(base);
        Folder end = Folder.of(head);
        return new Sides(project(base, baseClasses, classpath), project(head, classes, classpath),
            Change.between(start, end), baseline(start), baseline(end), people(start));
    }

    /** A commit and what it was made on, read from git's objects alone; the root of a repository has no sides. */
    public static Optional<Sides> of(GitRepository repository, GitRevision commit, List<Path> classpath) {
        return repository.firstParent(commit).map(parent -> new Sides(
            Revisions.alone(parent, repository.root(), classpath),
            Revisions.alone(commit, repository.root(), classpath),
            Change.between(parent, commit), baseline(parent), baseline(commit), Optional.empty()));
    }

    private static Project project(Path folder, List<Path> classes, List<Path> classpath) {
        try {
            return Project.discover(new Project.Request(List.of(folder), classes, classpath))
                .rootedAt(folder.toRealPath());
        } catch (IOException e) {
            throw new UsageException("There is no folder " + folder + ".");
        }
    }

    private static Optional<HumanChanges> people(Revision revision) {
        return revision.read(PEOPLE).map(bytes -> LedgerText.read(PEOPLE + " of " + revision.name(),
            new String(bytes, StandardCharsets.UTF_8)));
    }

    private static BaselineFile baseline(Revision revision) {
        return revision.read(BASELINE)
            .map(bytes -> BaselineFile.read(BASELINE + " of " + revision.name(),
                new String(bytes, StandardCharsets.UTF_8)))
            .orElseGet(() -> new BaselineFile(List.of()));
    }
}
