package dev.plumbline.rule;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a rule says of itself. Its pages, the SARIF help and the tests of its examples are made from this. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleInfo {

    /** The defect as a statement of fact, without a full stop. */
    String title();

    Severity severity();

    Confidence confidence();

    int[] cwe() default {};

    /** Rules of other tools that say the same of the same line, as they are called here; theirs gives way. */
    String[] overlaps() default {};

    /** The release that first had it. */
    String since();

    /** Off unless asked for: measured precision is under 9 in 10, or not yet measured. */
    boolean preview() default false;

    /** Why it breaks in production. Markdown. */
    String why();

    /** What to write instead. Markdown. */
    String instead();

    /** What the rule stays silent on, one item each. Markdown. */
    String[] silent() default {};

    /** A compilation unit with at least one {@code // bug:} marker; executed. */
    String bad();

    /** The same, repaired; executed, must give nothing. */
    String good();
}
