package dev.plumbline.rules.spotbugs;

import dev.plumbline.engine.FindingSource.Reported;
import dev.plumbline.engine.Subject;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of SpotBugs in our words. */
final class Translation {

    static final String NAME = "SpotBugs";

    /** Whether a field is used is known only to those who have seen all classes. */
    private static final Pattern NEEDS_ALL_CLASSES = Pattern.compile(
        "(UUF|URF|UWF|NP_UNWRITTEN)_\\w*|IS2_INCONSISTENT_SYNC|UPM_UNCALLED_PRIVATE_METHOD"
            + "|NP_METHOD_PARAMETER_TIGHTENS_ANNOTATION");
    private static final Pattern WEAKNESS = Pattern.compile("CWE-(\\d{1,5})\\b");
    private static final int SCARIEST = 4;
    private static final int TROUBLING = 14;

    private final Program program;
    private final Set<Unit.Id> asked;
    private final Map<Unit.Id, SourceFile> sources = new HashMap<>();

    Translation(Program program, List<Unit.Id> asked) {
        this.program = program;
        this.asked = new HashSet<>(asked);
    }

    List<Reported> findings(SpotBugsResult result) {
        List<Reported> findings = new ArrayList<>();
        for (SortedMap<String, String> row : result.of("bug")) {
            finding(row).ifPresent(findings::add);
        }
        return findings;
    }

    /** With the rules that findings name; each is as severe as its gravest finding. */
    static OtherTool tool(SpotBugsResult result, List<Reported> findings) {
        Map<String, Severity> severities = new HashMap<>();
        findings.forEach(finding -> severities.merge(finding.rule(), finding.severity(),
            (one, other) -> one.compareTo(other) > 0 ? one : other));
        List<OtherRule> rules = new ArrayList<>();
        for (SortedMap<String, String> row : result.of("rule")) {
            String id = OtherTool.rule(NAME, row.get("type"));
            if (severities.containsKey(id)) {
                rules.add(new OtherRule(id, row.get("title"), help(row.get("help")), row.get("uri"),
                    severities.get(id), weaknesses(row), List.of(tag(row.get("category")))));
            }
        }
        SortedMap<String, String> tool = result.of("tool").get(0);
        return new OtherTool(NAME, tool.get("version"), tool.get("uri"), rules);
    }

    private Optional<Reported> finding(SortedMap<String, String> row) {
        String type = row.get("type");
        Optional<Unit.Id> unit = unit(row);
        if (unit.isEmpty() || isBroken(row) || program.isPart() && NEEDS_ALL_CLASSES.matcher(type).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Reported(OtherTool.rule(NAME, type), severity(Integer.parseInt(row.get("rank"))),
            confidence(Integer.parseInt(row.get("priority"))), place(unit.get(), row),
            row.get("message").replaceAll("\\s+", " ").strip(), List.of(), subject(row)));
    }

    private Optional<Unit.Id> unit(SortedMap<String, String> row) {
        return program.unitOf(ClassName.of(row.getOrDefault("lineClass", row.get("class"))))
            .or(() -> program.unitOf(ClassName.of(row.get("class"))))
            .filter(asked::contains);
    }

    /** What does not compile says nothing of what was meant. */
    private boolean isBroken(SortedMap<String, String> row) {
        return method(row).filter(program::isBroken).isPresent();
    }

    private Place place(Unit.Id unit, SortedMap<String, String> row) {
        SourceFile source = sources.computeIfAbsent(unit, id -> program.unit(id).source());
        int line = Integer.parseInt(row.getOrDefault("line", "-1"));
        return source.place(Optional.ofNullable(row.get("field")).map(field -> declaration(field, source))
            .filter(declared -> declared > 0).orElse(line), "");
    }

    /** A field has no line in a class file: the first line that looks like its declaration; 0 if none does. */
    private static int declaration(String field, SourceFile source) {
        Matcher declared = Pattern
            .compile("(?m)^[ \\t]*[\\w@][^*\\n(=]*\\b" + Pattern.quote(field) + "[ \\t]*(\\[\\][ \\t]*)*[=;,]")
            .matcher(source.text());
        return declared.find() ? (int) source.text().substring(0, declared.start()).chars()
            .filter(each -> each == '\n').count() + 1 : 0;
    }

    private static String subject(SortedMap<String, String> row) {
        return method(row).map(Subject::of)
            .orElseGet(() -> ClassName.of(row.get("class")).outermost().internal()
                + Optional.ofNullable(row.get("field")).map(field -> "." + field).orElse(""));
    }

    private static Optional<MethodRef> method(SortedMap<String, String> row) {
        return Optional.ofNullable(row.get("method"))
            .map(name -> MethodRef.of(row.get("methodClass"), name, row.get("signature")));
    }

    /** By SpotBugs' own bands: scariest, then scary and troubling, then of concern. */
    private static Severity severity(int rank) {
        if (rank <= SCARIEST) {
            return Severity.ERROR;
        }
        return rank <= TROUBLING ? Severity.WARNING : Severity.NOTE;
    }

    /** Its priorities are high, normal and low, and it calls them confidence, too. */
    private static Confidence confidence(int priority) {
        return switch (priority) {
            case 1 -> Confidence.HIGH;
            case 2 -> Confidence.MEDIUM;
            default -> Confidence.LOW;
        };
    }

    /** What the pattern declares, then what its text names. */
    private static List<Integer> weaknesses(SortedMap<String, String> rule) {
        return WEAKNESS.matcher("CWE-" + rule.get("cwe") + " " + rule.get("help")).results()
            .map(match -> Integer.valueOf(match.group(1)))
            .filter(number -> number > 0)
            .distinct()
            .toList();
    }

    private static String tag(String category) {
        return category.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String help(String text) {
        return text.strip().replaceAll("[ \\t]+", " ").replaceAll(" ?\\R ?", "\n").replaceAll("\\n{3,}", "\n\n");
    }
}
