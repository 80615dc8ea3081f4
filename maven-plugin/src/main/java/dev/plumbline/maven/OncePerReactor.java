package dev.plumbline.maven;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Runs a goal that concerns the whole reactor once. Named on the command line it runs at once. Bound in a parent's
 * pom, Maven starts it in every module that inherits it, and at the same time in several with {@code -T}: each says
 * that it has got there, and the one that completes their number runs it, with the parameters of the first module.
 * The state they share is Maven's, and of types that all class loaders share.
 */
record OncePerReactor(MavenSession session, MojoExecution execution, MavenProject project, Log log) {

    /** @param work what to do for the whole reactor; empty when this module wants nothing done */
    void run(Optional<Callable<Void>> work) throws Exception {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            call(work);
            return;
        }
        List<MavenProject> bound = session.getProjects().stream().filter(this::binds).toList();
        Map<String, Optional<Callable<Void>>> arrived = arrive(work);
        if (!bound.stream().map(MavenProject::getId).allMatch(arrived::containsKey)) {
            log.debug("plumbline: waits for the last module");
            return;
        }
        warnOfUnbuilt(bound);
        call(bound.stream().flatMap(module -> arrived.get(module.getId()).stream()).findFirst());
    }

    private static void call(Optional<Callable<Void>> work) throws Exception {
        if (work.isPresent()) {
            work.get().call();
        }
    }

    /** Who has got there so far, this module among them. */
    @SuppressWarnings("unchecked")
    private Map<String, Optional<Callable<Void>>> arrive(Optional<Callable<Void>> work) {
        synchronized (session.getRequest()) {
            Map<String, Optional<Callable<Void>>> arrived =
                (Map<String, Optional<Callable<Void>>>) session.getRequest().getData().computeIfAbsent(
                    execution.getPlugin().getKey() + ":" + execution.getGoal() + "@" + execution.getExecutionId(),
                    key -> new HashMap<String, Optional<Callable<Void>>>());
            arrived.put(project.getId(), work);
            return Map.copyOf(arrived);
        }
    }

    private boolean binds(MavenProject module) {
        return module.getBuildPlugins().stream()
            .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()))
            .map(Plugin::getExecutions)
            .flatMap(List::stream)
            .anyMatch(this::isThis);
    }

    private boolean isThis(PluginExecution other) {
        return other.getId().equals(execution.getExecutionId()) && other.getGoals().contains(execution.getGoal())
            && !"none".equals(other.getPhase());
    }

    /** Bound in the root alone, the goal comes first, for Maven builds a parent before its modules. */
    private void warnOfUnbuilt(List<MavenProject> bound) {
        List<String> unbuilt = session.getProjects().stream()
            .filter(module -> !bound.contains(module) && !module.getPackaging().equals("pom"))
            .filter(module -> session.getResult().getBuildSummary(module) == null)
            .map(MavenProject::getArtifactId)
            .toList();
        if (!unbuilt.isEmpty()) {
            log.warn("plumbline: " + execution.getGoal() + " is bound in " + project.getArtifactId()
                + " and runs before these modules are built: " + String.join(", ", unbuilt)
                + ". What is there is scanned. Let the modules inherit the execution, or name the goal on the command"
                + " line after the phase.");
        }
    }
}
