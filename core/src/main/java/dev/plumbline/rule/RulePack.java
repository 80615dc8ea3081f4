package dev.plumbline.rule;

import java.util.List;
import java.util.function.Function;

/** A named set of rules, found by {@link java.util.ServiceLoader}. */
public interface RulePack {

    /** One word in kebab-case: {@code concurrency}. */
    String id();

    /** One constructor a rule: {@code List.of(settings -> new ConcurrentMapCompound(), …)}. */
    List<Function<Settings, Rule>> rules();
}
