package dev.ward.sbom.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.sbom.ComponentSection;
import dev.ward.sbom.Components;
import dev.ward.sbom.Components.Place;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows people where a component is.
@Controller
class ComponentPages {

    private static final int MOST_RELEASES = 500;

    private final Components components;
    private final List<ComponentSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    ComponentPages(Components components, List<ComponentSection> sections, CurrentActor actor, Visibility visibility) {
        this.components = components;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/components")
    @Requires(Permission.SBOM_READ)
    Page search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        return Page.of("sbom/components", Section.PRODUCTS, "Components")
                .with("search", q == null ? "" : q)
                .with("places", components.search(q, after, Slice.USUAL_LIMIT, visibility.reader()));
    }

    @GetMapping("/components/{id}")
    @Requires(Permission.SBOM_READ)
    Page component(@PathVariable UUID id) {
        Place place = components.get(id, MOST_RELEASES, visibility.reader());
        String version = place.component().version();
        return Page.of(
                        "sbom/component",
                        Section.PRODUCTS,
                        version == null
                                ? place.component().fullName()
                                : place.component().fullName() + " " + version)
                .crumb("Components", "/components")
                .with("place", place)
                .with("parts", PagePart.of(sections, actor::may, place.component()));
    }
}
