package dev.plumbline.rule;

/**
 * A rule is one stateless class with a {@link RuleInfo}. The kind it implements says what it needs; the engine has
 * that there or says in the report that the rule did not see a file.
 */
public sealed interface Rule permits SourceRule, ClassRule, MethodRule, ProgramRule, ChangeRule {

    /** The class name in kebab-case: {@code ConcurrentMapCompound} is {@code concurrent-map-compound}. */
    default String id() {
        return getClass().getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    default RuleInfo info() {
        RuleInfo info = getClass().getAnnotation(RuleInfo.class);
        if (info == null) {
            throw new IllegalStateException(getClass().getName() + " has no @RuleInfo");
        }
        return info;
    }
}
