package dev.plumbline.settings;

import dev.plumbline.finding.UsageException;
import dev.plumbline.revision.Revision;
import dev.plumbline.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the settings file and reads it with all that it extends. Every file stays inside of the folder where the first
 * one was looked for. All that is wrong with a file is one {@link UsageException}, which names its lines.
 */
public final class SettingsFile {

    /** What the file is called, at the root of a repository. */
    public static final String NAME = "plumbline.yml";

    private static final int MOST_FILES = 50;

    private final Function<String, Optional<byte[]>> files;
    private final String of;
    private final Shape.Keys shape;
    private final List<String> open = new ArrayList<>();
    private int read;

    /** @param of for messages: behind the name of each file */
    private SettingsFile(Function<String, Optional<byte[]>> files, String of, RuleCatalog catalog) {
        this.files = files;
        this.of = of;
        this.shape = FileShape.of(catalog);
    }

    /** The settings at the root of a project; none when there is no file. */
    public static ProjectSettings at(Path root, RuleCatalog catalog) {
        return new SettingsFile(path -> disk(root, path), "", catalog).first(NAME).orElseGet(ProjectSettings::none);
    }

    /** The settings as a revision has them; none when it has no file. */
    public static ProjectSettings of(Revision revision, RuleCatalog catalog) {
        return new SettingsFile(revision::read, " of " + revision.name(), catalog).first(NAME)
            .orElseGet(ProjectSettings::none);
    }

    /**
     * A file that somebody named.
     *
     * @param root what it extends lies below this or, if the file does not, in the folder of the file
     */
    public static ProjectSettings read(Path file, Path root, RuleCatalog catalog) {
        Path real = real(file).filter(Files::isRegularFile)
            .orElseThrow(() -> new UsageException("There is no settings file " + file
                + "; `plumbline init` writes a plumbline.yml."));
        Path folder = real(root).filter(real::startsWith).orElse(real.getParent());
        String path = folder.relativize(real).toString().replace('\\', '/');
        return new SettingsFile(name -> disk(folder, name), "", catalog).first(path)
            .orElseThrow(() -> new UsageException("The settings file " + file + " can not be read."));
    }

    private Optional<ProjectSettings> first(String path) {
        return files.apply(path).map(bytes -> settings(path, bytes));
    }

    private ProjectSettings settings(String path, byte[] bytes) {
        String name = path + of;
        if (++read > MOST_FILES) {
            throw Mistakes.one(name, 1, "Files extend each other more than " + MOST_FILES + " times.");
        }
        Value value = YamlText.read(name, bytes);
        Mistakes mistakes = new Mistakes(name);
        new ShapeCheck(mistakes).check(value, shape, "The file");
        mistakes.throwIfAny();
        SettingsReader reader = SettingsReader.of(value);
        open.add(path);
        ProjectSettings settings = ProjectSettings.none();
        for (Value extended : reader.extended()) {
            settings = extended(extended, path).over(settings);
        }
        open.remove(path);
        return reader.settings().over(settings);
    }

    private ProjectSettings extended(Value value, String from) {
        String said = SettingsReader.text(value);
        String path = beside(from, said).orElseThrow(() -> Mistakes.one(from + of, value.line(),
            "extends names " + said + ", which is not inside of the repository."));
        if (open.contains(path)) {
            throw Mistakes.one(from + of, value.line(), "extends goes round in a circle: "
                + String.join(" extends ", open.subList(open.indexOf(path), open.size())) + " extends " + path + ".");
        }
        byte[] bytes = files.apply(path).orElseThrow(() -> Mistakes.one(from + of, value.line(),
            "extends names " + said + ", but there is no file " + path + "."));
        return settings(path, bytes);
    }

    /** A path relative to the root; empty when it leaves that. */
    private static Optional<String> beside(String from, String said) {
        List<String> names = new ArrayList<>(List.of(from.split("/")));
        names.remove(names.size() - 1);
        if (said.startsWith("/") || said.contains("\\") || said.contains(":") || said.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        for (String name : said.split("/")) {
            if (name.equals("..") && names.isEmpty()) {
                return Optional.empty();
            }
            if (name.equals("..")) {
                names.remove(names.size() - 1);
            } else if (!name.equals(".") && !name.isEmpty()) {
                names.add(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    /** A link that leads out of the root leads to nothing. */
    private static Optional<byte[]> disk(Path root, String path) {
        Optional<Path> file = below(root, path).flatMap(SettingsFile::real).filter(Files::isRegularFile)
            .filter(found -> real(root).filter(found::startsWith).isPresent());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file.get()));
        } catch (IOException e) {
            throw new UsageException(path + " can not be read (" + e.getMessage() + ").");
        }
    }

    private static Optional<Path> below(Path root, String path) {
        try {
            return Optional.of(root.resolve(path));
        } catch (InvalidPathException noName) { // not on this system
            return Optional.empty();
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
