package dev.ward.home;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.sbom.Components;
import dev.ward.sbom.KnownComponent;
import dev.ward.web.SearchResults;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds components that some release holds.
@Component
class ComponentSearch implements SearchResults {

    private final Components components;
    private final Visibility visibility;

    ComponentSearch(Components components, Visibility visibility) {
        this.components = components;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Components";
    }

    @Override
    public String permission() {
        return Permission.SBOM_READ.name();
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Hit> find(String text, int most) {
        return components.search(text, null, most, visibility.reader()).items().stream()
                .map(ComponentSearch::hit)
                .toList();
    }

    private static Hit hit(Components.Place place) {
        KnownComponent component = place.component();
        String name = component.version() == null ? component.name() : component.name() + " " + component.version();
        String detail = place.releases() == 1 ? "in 1 release" : "in %d releases".formatted(place.releases());
        return new Hit(name, detail, "/components/" + component.id());
    }
}
