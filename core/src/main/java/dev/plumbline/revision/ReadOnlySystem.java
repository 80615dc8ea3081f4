package dev.plumbline.revision;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit's view of the machine, so that reading is only reading. Left to itself, JGit creates probe files beside the
 * repository to learn how exact the disk's clock is, remembers that in the home directory, and runs {@code git} to
 * find its system configuration. Here the clock is taken to be coarse, nothing is saved, and nothing is run; the
 * user's own configuration is read as ever.
 */
final class ReadOnlySystem extends SystemReader.Delegate {

    private static final String CLOCK_SECTION = "filesystem";
    private static final long COARSE_CLOCK_SECONDS = 2;

    private ReadOnlySystem(SystemReader machine) {
        super(machine);
    }

    /** To be called before JGit opens anything. */
    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof ReadOnlySystem)) {
            SystemReader.setInstance(new ReadOnlySystem(current));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Unsaved(super.openUserConfig(parent, fs), fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Unsaved(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Unsaved(parent, fs);
    }

    /** Holds nothing but the coarse clock; everything else comes from its parent. */
    private static final class Unsaved extends FileBasedConfig {

        Unsaved(Config parent, FS fs) {
            super(parent, new File("."), fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(CLOCK_SECTION)
                ? unit.convert(COARSE_CLOCK_SECONDS, TimeUnit.SECONDS)
                : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
