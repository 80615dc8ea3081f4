package dev.plumbline.engine;

import dev.plumbline.program.Unit;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.FileChange;
import dev.plumbline.verdict.Correspondence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How files and lines of base are called at head, read off a change. */
final class Paths implements Correspondence {

    private final Map<String, FileChange> before = new HashMap<>();
    private final Map<String, FileChange> after = new HashMap<>();

    Paths(Change change) {
        for (FileChange file : change.files()) {
            file.before().ifPresent(path -> before.put(path, file));
            file.after().ifPresent(path -> after.put(path, file));
        }
    }

    @Override
    public Optional<Line> after(Line line) {
        FileChange file = before.get(line.path());
        if (file == null) {
            return Optional.of(line);
        }
        OptionalInt number = file.lines().after(line.number());
        return file.after().isPresent() && number.isPresent()
            ? Optional.of(new Line(file.after().get(), number.getAsInt()))
            : Optional.empty();
    }

    @Override
    public Optional<String> after(String pathBefore) {
        FileChange file = before.get(pathBefore);
        return file == null ? Optional.of(pathBefore) : file.after();
    }

    @Override
    public boolean isChanged(Line line) {
        FileChange file = after.get(line.path());
        return file != null && (file.lines().added().contains(line.number())
            || file.lines().moved().contains(line.number()));
    }

    /** Whether a line of head is new: neither left alone nor moved. */
    boolean isAdded(String pathAfter, int line) {
        FileChange file = after.get(pathAfter);
        return file != null && file.lines().added().contains(line);
    }

    /** Whether both revisions have the file, with the same text under the same path. */
    boolean isUntouched(Unit.Id unit) {
        return !before.containsKey(unit.text()) && !after.containsKey(unit.text());
    }

    Optional<Unit.Id> after(Unit.Id unit) {
        return after(unit.text()).map(Unit.Id::at);
    }

    Optional<Unit.Id> before(Unit.Id unit) {
        FileChange file = after.get(unit.text());
        return file == null ? Optional.of(unit) : file.before().map(Unit.Id::at);
    }
}
