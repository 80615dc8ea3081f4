package dev.plumbline.testkit;

import static dev.plumbline.finding.Severity.WARNING;

import com.github.javaparser.ast.stmt.CatchClause;
import dev.plumbline.finding.Confidence;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;

@RuleInfo(
    title = "An exception is caught and dropped",
    severity = WARNING,
    confidence = Confidence.MEDIUM,
    cwe = {390},
    since = "0.1",
    why = """
        Nobody learns that something failed: the program goes on as if it had worked, and the first sign of trouble
        comes much later and somewhere else.""",
    instead = "Handle it, throw it on, or say in a comment why it can be dropped.",
    silent = {"blocks with a comment"},
    bad = """
        class Config {
            int port(String text) {
                try {
                    return Integer.parseInt(text);
                } catch (NumberFormatException e) { // bug: `NumberFormatException` is dropped
                }
                return 0;
            }
        }""",
    good = """
        class Config {
            int port(String text) {
                return Integer.parseInt(text);
            }
        }""")
final class EmptyCatch implements SourceRule {

    @Override
    public void check(Unit unit, Context context, Sink out) {
        unit.source().all(CatchClause.class).stream()
            .filter(clause -> clause.getBody().isEmpty() && clause.getBody().getOrphanComments().isEmpty())
            .forEach(clause -> out.report(
                unit.source().place(clause.getParameter()),
                "`" + clause.getParameter().getTypeAsString() + "` is dropped"));
    }
}
