package dev.plumbline.rules.spotbugs.inside;

import edu.umd.cs.findbugs.AbstractBugReporter;
import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what SpotBugs reports at its default threshold, and prints nothing. */
final class QuietReporter extends AbstractBugReporter {

    private final List<BugInstance> bugs = new ArrayList<>();
    private final SortedSet<String> errors = new TreeSet<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private final BugCollection collection = new SortedBugCollection();

    QuietReporter() {
        setPriorityThreshold(Priorities.NORMAL_PRIORITY);
    }

    List<BugInstance> bugs() {
        return bugs;
    }

    SortedSet<String> errors() {
        return errors;
    }

    SortedSet<String> missing() {
        return missing;
    }

    @Override
    protected void doReportBug(BugInstance bug) {
        bugs.add(bug);
    }

    @Override
    public void reportAnalysisError(AnalysisError error) {
        String cause = error.getExceptionMessage();
        errors.add(error.getMessage() + (cause == null ? "" : " (" + cause + ")"));
    }

    @Override
    public void reportMissingClass(String name) {
        missing.add(name);
    }

    @Override
    public void finish() {
        reportQueuedErrors();
    }

    @Override
    public BugCollection getBugCollection() {
        return collection;
    }

    @Override
    public void observeClass(ClassDescriptor type) {
        // There is nobody to be told.
    }
}
