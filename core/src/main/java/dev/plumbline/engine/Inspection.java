package dev.plumbline.engine;

import dev.plumbline.framework.Beans;
import dev.plumbline.framework.Effects;
import dev.plumbline.framework.Roots;
import dev.plumbline.program.Focus;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import dev.plumbline.rule.Context;
import dev.plumbline.sharing.Sharing;
import java.util.List;

/** One program under the eyes of the rules. */
record Inspection(Context context) {

    static Inspection of(Project project, Focus focus, int threads) {
        Program program = Program.open(project, focus, threads);
        Roots roots = Roots.of(program);
        return new Inspection(new Context(program, roots, Effects.of(program), Beans.of(program),
            Sharing.of(program, roots)));
    }

    Program program() {
        return context.program();
    }

    /** Runs the rules on some of the files. */
    Gathered by(Schedule schedule, List<Unit.Id> units) {
        return schedule.run(units, context);
    }
}
