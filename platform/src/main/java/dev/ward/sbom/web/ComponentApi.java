package dev.ward.sbom.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.sbom.Components;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells programs which releases hold a component.
@RestController
class ComponentApi {

    private static final int MOST_RELEASES = 1_000;

    private final Components components;
    private final Visibility visibility;

    ComponentApi(Components components, Visibility visibility) {
        this.components = components;
        this.visibility = visibility;
    }

    /// Distinct components with the releases that hold them now.
    ///
    /// @param q  words, each the beginning of one in name, version, purl or CPE: `openssl 1.0.2k`
    @GetMapping("/api/v1/components")
    @Summary("Lists distinct components and the releases that hold them now")
    @Requires(Permission.SBOM_READ)
    Slice<PlaceAnswer> search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return components
                .search(q, after, Slice.limit(limit), visibility.reader())
                .map(PlaceAnswer::of);
    }

    @GetMapping("/api/v1/components/{id}")
    @Summary("Gives a component and the releases that hold it now")
    @Requires(Permission.SBOM_READ)
    PlaceAnswer get(@PathVariable UUID id) {
        return PlaceAnswer.of(components.get(id, MOST_RELEASES, visibility.reader()));
    }
}
