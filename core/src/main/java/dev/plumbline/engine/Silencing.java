package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.source.Suppressions.Suppression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the code asks to be silent about. A request must name one rule and give a reason; one that does not, or that
 * silences nothing, is said in the report.
 */
record Silencing(List<Finding> shown, List<Report.Suppressed> suppressed, List<Notice> notices) {

    /** @param ran whether the rule that a request names has looked there, so that the request could be of use */
    static Silencing of(Gathered gathered, Predicate<Suppression> ran, RuleCatalog catalog) {
        List<Notice> notices = new ArrayList<>();
        List<Suppression> valid = new ArrayList<>();
        for (Suppression request : gathered.suppressions()) {
            complaint(request, catalog).ifPresentOrElse(notices::add, () -> valid.add(request));
        }
        List<Finding> shown = new ArrayList<>();
        List<Report.Suppressed> suppressed = new ArrayList<>();
        Set<Suppression> used = new LinkedHashSet<>();
        for (Finding finding : Found.finish(gathered.found())) {
            Optional<Suppression> silence = valid.stream().filter(request -> covers(request, finding)).findFirst();
            silence.ifPresentOrElse(request -> {
                used.add(request);
                suppressed.add(new Report.Suppressed(finding, request.reason(), request.place()));
            }, () -> shown.add(finding));
        }
        for (Suppression request : valid) {
            if (!used.contains(request) && ran.test(request)) {
                notices.add(note("suppression-unused", request, "silences nothing; remove it"));
            }
        }
        return new Silencing(shown, suppressed, notices);
    }

    private static Optional<Notice> complaint(Suppression request, RuleCatalog catalog) {
        if (catalog.find(request.rule()).isEmpty() && !OtherTool.isRule(request.rule())) {
            return Optional.of(note("suppression-void", request, "names no rule (" + request.rule()
                + "), so it silences nothing; name one, as in `// plumbline:ignore RULE -- reason`"));
        }
        return request.reason().isBlank()
            ? Optional.of(note("suppression-void", request,
                "gives no reason, so it silences nothing; add one, as in `-- reason`"))
            : Optional.empty();
    }

    private static Notice note(String kind, Suppression request, String what) {
        String path = request.place().path();
        return new Notice(Notice.Level.NOTE, kind, "The suppression at " + path + ":" + request.place().line() + " "
            + what + ".", Optional.of(path));
    }

    private static boolean covers(Suppression request, Finding finding) {
        return request.rule().equals(finding.rule()) && request.place().path().equals(finding.place().path())
            && request.firstLine() <= finding.place().line() && finding.place().line() <= request.lastLine();
    }
}
