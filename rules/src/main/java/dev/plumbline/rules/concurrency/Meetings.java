package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.name.ClassName;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.Threads.Meeting;
import java.util.stream.Stream;

/** The steps of a trace that say where two threads come from. */
final class Meetings {

    private Meetings() {
    }

    /** @param near the class the finding is in; roots are shown wherever they are */
    static Stream<Step> steps(Meeting meeting, ClassName near, Context context) {
        Step first = step(meeting.first(), meeting.first().equals(meeting.second())
            ? "many threads enter here at the same time"
            : "one thread enters here", context);
        return meeting.first().equals(meeting.second())
            ? Stream.ofNullable(first)
            : Stream.of(first, step(meeting.second(), "another enters here", context));
    }

    private static Step step(Root root, String text, Context context) {
        MethodCode method = context.program().method(root.method()).orElseThrow();
        return new Step(method.place(new Site(0)), text + ": " + word(root.kind()));
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
