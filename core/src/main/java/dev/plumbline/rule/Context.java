package dev.plumbline.rule;

import dev.plumbline.framework.Beans;
import dev.plumbline.framework.Effects;
import dev.plumbline.framework.Roots;
import dev.plumbline.program.Program;
import dev.plumbline.sharing.Sharing;

/** What a rule may ask beyond the code in front of it. */
public record Context(Program program, Roots roots, Effects effects, Beans beans, Sharing sharing) {
}
