package dev.plumbline.rules.spotbugs;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * SpotBugs with its libraries, alone: it sees the Java platform and the few classes of ours that speak to it, and none
 * of the libraries that Plumbline, or the build that runs Plumbline, has in other versions.
 */
final class SpotBugsLoader extends URLClassLoader {

    private static final String OURS = SpotBugsLoader.class.getPackageName() + ".inside.";
    private static final String LOGGING = "slf4j.internal.verbosity";

    SpotBugsLoader(List<Path> jars) {
        super(jars.stream().map(SpotBugsLoader::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** What runs SpotBugs once, ready to be asked. */
    @SuppressWarnings("unchecked")
    Function<Map<String, List<String>>, List<Map<String, String>>> analysis() {
        try {
            return (Function<Map<String, List<String>>, List<Map<String, String>>>) loadClass(OURS + "Analysis")
                .getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new UsageException("The jars given as SpotBugs are not SpotBugs 4.8 or newer with its libraries ("
                + e.getMessage() + "); take those of its distribution.");
        }
    }

    /**
     * Asks it with this loader as the thread's own. SpotBugs reads its texts in the language of the machine, and its
     * logging complains that nobody listens; both are settled when its classes are first used, so both are set for
     * that long and put back.
     */
    List<Map<String, String>> ask(Map<String, List<String>> paths) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Locale language = Locale.getDefault();
        String logging = System.getProperty(LOGGING, "");
        try {
            thread.setContextClassLoader(this);
            Locale.setDefault(Locale.ROOT);
            System.setProperty(LOGGING, "ERROR");
            return analysis().apply(paths);
        } finally {
            if (logging.isEmpty()) {
                System.clearProperty(LOGGING);
            } else {
                System.setProperty(LOGGING, logging);
            }
            Locale.setDefault(language);
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.findClass(name);
        }
        try (InputStream in = SpotBugsLoader.class.getClassLoader()
            .getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
