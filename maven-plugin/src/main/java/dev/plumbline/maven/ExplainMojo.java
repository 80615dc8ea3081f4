package dev.plumbline.maven;

import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleList;
import dev.plumbline.rule.RuleNames;
import dev.plumbline.rule.RulePage;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Prints what a rule finds, why it matters and what to write instead; without a rule, all rules. */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends AbstractMojo {

    /** The id of the rule. */
    @Parameter(property = "plumbline.rule")
    private String rule;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ToolErrors.apart(() -> lines().forEach(getLog()::info));
    }

    private List<String> lines() {
        RuleCatalog catalog = RuleCatalog.installed();
        return rule == null ? RuleList.lines(catalog)
            : RulePage.markdown(new RuleNames(catalog).rule(rule)).lines().toList();
    }
}
