package dev.plumbline.rules.spotbugs.plugin;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.rules.spotbugs.PluginFiles;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.Global;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.bcel.classfile.JavaClass;
import org.apache.bcel.classfile.LineNumber;
import org.apache.bcel.classfile.LineNumberTable;
import org.apache.bcel.classfile.Method;

/** Which class and method of SpotBugs a line of a source file belongs to: our findings know files and lines. */
final class AnalysedLines {

    /** A method with the lines of its code. */
    private record Code(JavaClass type, Method method, int first, int last) {

        private static Optional<Code> of(JavaClass type, Method method) {
            LineNumberTable table = method.getLineNumberTable();
            if (table == null) {
                return Optional.empty();
            }
            int[] lines = Arrays.stream(table.getLineNumberTable()).mapToInt(LineNumber::getLineNumber).toArray();
            return lines.length == 0 ? Optional.empty() : Optional.of(new Code(type, method,
                Arrays.stream(lines).min().getAsInt(), Arrays.stream(lines).max().getAsInt()));
        }

        private boolean holds(int line) {
            return first <= line && line <= last;
        }

        private int length() {
            return last - first;
        }
    }

    private final Map<String, List<JavaClass>> typesByFile = new HashMap<>();

    private AnalysedLines() {
    }

    static AnalysedLines of(List<ClassDescriptor> classes) {
        AnalysedLines lines = new AnalysedLines();
        for (ClassDescriptor descriptor : classes) {
            try {
                JavaClass type = Global.getAnalysisCache().getClassAnalysis(JavaClass.class, descriptor);
                String folder = type.getPackageName().replace('.', '/');
                lines.typesByFile.computeIfAbsent((folder.isEmpty() ? "" : folder + "/") + type.getSourceFileName(),
                    file -> new ArrayList<>()).add(type);
            } catch (CheckedAnalysisException e) {
                continue; // SpotBugs has said so itself
            }
        }
        return lines;
    }

    /** Empty when SpotBugs was not asked about the file. */
    Optional<BugInstance> bug(Finding finding) {
        List<JavaClass> types = types(finding.place().path());
        if (types.isEmpty()) {
            return Optional.empty();
        }
        int line = finding.place().line();
        Optional<Code> code = types.stream()
            .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> Code.of(type, method).stream()))
            .filter(one -> one.holds(line))
            .min(Comparator.comparing((Code one) -> !finding.fingerprint().subject()
                .endsWith("." + one.method().getName()))
                .thenComparing(Code::length)
                .thenComparing(one -> one.type().getClassName() + one.method()));
        JavaClass type = code.map(Code::type).orElse(types.get(0));
        BugInstance bug = new BugInstance(PluginFiles.type(finding.rule()),
            finding.confidence() == Confidence.HIGH ? Priorities.HIGH_PRIORITY : Priorities.NORMAL_PRIORITY)
            .addClass(type)
            .addString(finding.message());
        code.ifPresent(found -> bug.addMethod(found.type(), found.method()));
        return Optional.of(bug.addSourceLine(new SourceLineAnnotation(type.getClassName(), type.getSourceFileName(),
            line, Math.max(line, finding.place().endLine()), -1, -1)));
    }

    /** A path in the report may begin above the source folder. */
    private List<JavaClass> types(String path) {
        String end = path;
        while (!typesByFile.containsKey(end) && end.contains("/")) {
            end = end.substring(end.indexOf('/') + 1);
        }
        return typesByFile.getOrDefault(end, List.of()).stream()
            .sorted(Comparator.comparing((JavaClass type) -> type.getClassName().length())
                .thenComparing(JavaClass::getClassName))
            .toList();
    }
}
