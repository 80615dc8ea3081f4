package dev.plumbline.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceInterpreter;

/**
 * What reading costs before anything is looked for: every source parsed, with the settings Plumbline parses with,
 * and the frames of every method of every class computed. Arguments: jar, sources jar, number of threads.
 */
final class Floor {

    private final ZipFile jar;
    private final ZipFile sources;
    private final AtomicInteger methods = new AtomicInteger();
    private final AtomicInteger unparsed = new AtomicInteger();

    private Floor(ZipFile jar, ZipFile sources) {
        this.jar = jar;
        this.sources = sources;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try (ZipFile jar = new ZipFile(arguments[0]); ZipFile sources = new ZipFile(arguments[1])) {
            System.out.println(new Floor(jar, sources).run(Integer.parseInt(arguments[2])));
        }
    }

    private String run(int threads) throws InterruptedException, ExecutionException {
        List<ZipEntry> texts = largestFirst(sources, ".java");
        List<ZipEntry> classes = largestFirst(jar, ".class");
        List<Callable<Void>> tasks = new ArrayList<>();
        texts.forEach(entry -> tasks.add(() -> parse(entry)));
        classes.forEach(entry -> tasks.add(() -> frames(entry)));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        return texts.size() + " sources, of which " + unparsed + " do not parse, and " + methods + " methods in "
            + classes.size() + " classes";
    }

    private Void parse(ZipEntry entry) throws IOException {
        String text = new String(bytes(sources, entry), StandardCharsets.UTF_8);
        if (!parses(text, LanguageLevel.JAVA_26) && !parses(text, LanguageLevel.RAW)) {
            unparsed.incrementAndGet();
        }
        return null;
    }

    /** The settings of {@code dev.plumbline.source.Parsed}; with others this would not be a floor. */
    private static boolean parses(String text, LanguageLevel level) {
        ParserConfiguration configuration = new ParserConfiguration()
            .setLanguageLevel(level)
            .setStoreTokens(true)
            .setAttributeComments(false)
            .setDetectOriginalLineSeparator(false);
        if (level == LanguageLevel.RAW) {
            configuration.setPreprocessUnicodeEscapes(true);
        } else {
            configuration.getProcessors().clear();
        }
        return new JavaParser(configuration).parse(text).isSuccessful();
    }

    private Void frames(ZipEntry entry) throws IOException, AnalyzerException {
        ClassNode type = new ClassNode();
        new ClassReader(bytes(jar, entry)).accept(type, ClassReader.SKIP_FRAMES);
        for (MethodNode method : type.methods) {
            new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
        }
        methods.addAndGet(type.methods.size());
        return null;
    }

    private static List<ZipEntry> largestFirst(ZipFile zip, String suffix) {
        return zip.stream()
            .filter(entry -> entry.getName().endsWith(suffix))
            .sorted(Comparator.comparingLong(ZipEntry::getSize).reversed().thenComparing(ZipEntry::getName))
            .map(ZipEntry.class::cast)
            .toList();
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
