package dev.plumbline.engine;

import dev.plumbline.finding.Notice;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.FileChange;
import dev.plumbline.settings.SettingsChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to be said of how a change was seen; what concerns other files is the business of a full scan. */
record ReviewNotices(Change change, SettingsChange settings, Side before, Side after) {

    List<Notice> of(Report head) {
        Set<String> concerned = new HashSet<>();
        before.units().forEach(id -> concerned.add(id.text()));
        after.units().forEach(id -> concerned.add(id.text()));
        List<Notice> notices = new ArrayList<>();
        int others = 0;
        for (Notice notice : head.notices()) {
            if (notice.kind().equals(Scan.NOTHING)) {
                continue; // a change without Java code is no mistake
            }
            if (notice.file().filter(file -> !concerned.contains(file)).isEmpty()) {
                notices.add(notice);
            } else {
                others++;
            }
        }
        if (others > 0) {
            notices.add(Notice.note("other-files", others + " notices on files that the change does not concern are"
                + " left out; `plumbline scan` shows them."));
        }
        addUnjudged(notices);
        settings.problem().ifPresent(problem -> notices.add(Notice.note("settings-broken", "The settings of the change"
            + " can not be read, those of base were used: " + problem.replace("\n", " "))));
        return notices.stream().sorted().toList();
    }

    /** A file may be put where nobody looks. */
    private void addUnjudged(List<Notice> notices) {
        List<String> unjudged = change.files().stream()
            .filter(file -> !isKnown(file))
            .map(FileChange::path)
            .toList();
        if (!unjudged.isEmpty()) {
            notices.add(Notice.note("not-main-code", unjudged.size() + (unjudged.size() == 1 ? " changed Java file is"
                : " changed Java files are") + " not main code of a module, tests for example, and not judged: "
                + unjudged.get(0) + (unjudged.size() == 1 ? "." : " and others.")));
        }
    }

    private boolean isKnown(FileChange file) {
        return file.after().filter(path -> has(after.program(), path)).isPresent()
            || file.before().filter(path -> has(before.program(), path)).isPresent();
    }

    private static boolean has(Program program, String path) {
        return program.outline(Unit.Id.at(path)).isPresent();
    }
}
