package dev.plumbline.program;

import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the names in data files against the runtime, so that a slip of the pen is no silent gap. */
public final class NamesOfTheJdk {

    private static final Pattern SINCE = Pattern.compile("# since (\\d+)");
    private static final ClassIndex JDK = ClassIndex.over(List.of(), Jdk.running());

    /** What the runtime does not have: its own packages' types and their methods; other types are let pass. */
    public static List<String> unknown(List<DataLine> lines, Class<?> beside) {
        List<String> unknown = new ArrayList<>();
        for (DataLine line : lines) {
            Optional<String> pattern =
                Stream.of(line.text().split(" +")).filter(word -> word.contains("#")).findFirst();
            if (pattern.isPresent() && since(line, beside) <= Runtime.version().feature()) {
                unknown(pattern.get(), line, unknown);
            }
        }
        return unknown;
    }

    private static void unknown(String text, DataLine line, List<String> unknown) {
        if (text.startsWith("#") || text.startsWith("@") || text.startsWith("*")) {
            return;
        }
        MethodPattern pattern = MethodPattern.parse(text);
        ClassName type = ClassName.of(pattern.type());
        if (!isOfTheJdk(type)) {
            return;
        }
        if (!JDK.contains(type)) {
            unknown.add(line.file() + ":" + line.number() + " " + type);
            return;
        }
        for (String name : pattern.names()) {
            MethodPattern one = new MethodPattern(pattern.type(), List.of(name), pattern.parameters());
            if (methods(type, name).noneMatch(method -> one.exactness(method).isPresent())) {
                unknown
                    .add(line.file() + ":" + line.number() + " " + type + "#" + name + pattern.parameters().orElse(""));
            }
        }
    }

    /** A package whose parent, or the package itself, the runtime has: a slip in the last word is still seen. */
    private static boolean isOfTheJdk(ClassName type) {
        String name = type.dotted();
        return name.startsWith("java.")
            || Stream.of("crypto", "net", "sql", "naming", "xml.parsers", "xml.stream", "xml.transform", "xml.xpath",
                "imageio",
                "sound", "security.auth", "swing").anyMatch(part -> name.startsWith("javax." + part + "."))
            || name.startsWith("org.w3c.dom.") || name.startsWith("org.xml.sax.") || name.startsWith("com.sun.net.");
    }

    private static Stream<MethodRef> methods(ClassName type, String name) {
        List<ClassName> types = name.equals("<init>") ? List.of(type) : JDK.ancestors(type);
        return types.stream()
            .flatMap(owner -> JDK.find(owner).map(ClassHeader::methods).orElse(List.of()).stream())
            .filter(method -> !method.isPrivate())
            .map((MethodHeader method) -> new MethodRef(type, method.name(), method.descriptor()));
    }

    private static int since(DataLine line, Class<?> beside) {
        try (InputStream in = beside.getResourceAsStream(line.file())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher since = SINCE.matcher(text.lines().skip(line.number() - 1L).findFirst().orElseThrow());
            return since.find() ? Integer.parseInt(since.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NamesOfTheJdk() {
    }
}
