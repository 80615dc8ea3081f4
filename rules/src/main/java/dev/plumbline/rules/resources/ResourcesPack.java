package dev.plumbline.rules.resources;

import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import java.util.List;
import java.util.function.Function;

/** What is opened, kept or waited for without a bound. */
public final class ResourcesPack implements RulePack {

    @Override
    public String id() {
        return "resources";
    }

    @Override
    public List<Function<Settings, Rule>> rules() {
        return List.of(
            settings -> new ResourceLeakOnPath(),
            settings -> new RemoteCallNoTimeout(),
            settings -> new UnboundedCache());
    }
}
