package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.Threads.Meeting;
import java.util.stream.Stream;

/** The steps of a trace that say where two threads come from. */
final class Meetings {

    private Meetings() {
    }

    static Stream<Step> steps(Meeting meeting, Context context) {
        return meeting.first().equals(meeting.second())
            ? step(meeting.first(), "many threads enter here at the same time", context)
            : Stream.concat(step(meeting.first(), "one thread enters here", context),
                step(meeting.second(), "another enters here", context));
    }

    /** No step for a root that does not compile. */
    private static Stream<Step> step(Root root, String text, Context context) {
        return context.program().method(root.method()).stream()
            .map(method -> new Step(method.place(new Site(0)), text + ": " + word(root.kind())));
    }

    private static String word(Root.Kind kind) {
        return switch (kind) {
            case REQUEST, SERVLET, GRPC -> "a request";
            case LISTENER -> "a message";
            case SCHEDULED -> "the scheduler";
            case ASYNC, TASK -> "a task";
            case MAIN, STARTUP -> "the start";
        };
    }
}
