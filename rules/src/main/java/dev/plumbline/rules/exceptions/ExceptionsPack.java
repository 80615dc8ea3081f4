package dev.plumbline.rules.exceptions;

import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import java.util.List;
import java.util.function.Function;

/** Failures that are hidden, flattened or reported as success. */
public final class ExceptionsPack implements RulePack {

    @Override
    public String id() {
        return "exceptions";
    }

    @Override
    public List<Function<Settings, Rule>> rules() {
        return List.of(settings -> new CauseDropped(), settings -> new SilentDefaultOnFailure(),
            settings -> new SuccessReportedAfterFailure());
    }
}
