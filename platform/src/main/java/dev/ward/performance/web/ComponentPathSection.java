package dev.ward.performance.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.performance.ComponentStanding;
import dev.ward.performance.HarmPaths;
import dev.ward.performance.PerformanceWord;
import dev.ward.sbom.ComponentSection;
import dev.ward.sbom.KnownComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a component's page: what depends on it, in each model that holds it.
@Component
class ComponentPathSection implements ComponentSection {

    private final HarmPaths paths;
    private final PerformanceWord word;
    private final Visibility visibility;

    ComponentPathSection(HarmPaths paths, PerformanceWord word, Visibility visibility) {
        this.paths = paths;
        this.word = word;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return word.title() + " that depends on it";
    }

    @Override
    public String view() {
        return "performance/standings";
    }

    @Override
    public @Nullable Map<String, Object> model(KnownComponent component) {
        List<ComponentStanding> standings = paths.ofComponent(visibility.reader(), component.id());
        return standings.isEmpty() ? null : Map.of("standings", ShownStanding.of(standings));
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return Permission.SBOM_READ.name();
    }
}
