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
import java.util.function.Predicate;

/** One program under the eyes of the rules. */
record Inspection(Context context) {

    static Inspection of(Project project, Focus focus, int threads) {
        return of(Program.open(project, focus, threads));
    }

    /** Another revision of the same project. */
    static Inspection beside(Inspection other, Project project, Focus focus, Predicate<Unit.Id> isSame, int threads) {
        return of(Program.beside(other.program(), project, focus, isSame, threads));
    }

    private static Inspection of(Program program) {
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
