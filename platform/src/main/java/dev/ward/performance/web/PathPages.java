package dev.ward.performance.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.HarmPaths;
import dev.ward.performance.PerformanceWord;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.sbom.Components;
import dev.ward.sbom.KnownComponent;
import dev.ward.web.Page;
import dev.ward.web.Section;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What depends on one component of a release.
@Controller
class PathPages {

    private final HarmPaths paths;
    private final Releases releases;
    private final Components components;
    private final PerformanceWord word;
    private final Visibility visibility;

    PathPages(HarmPaths paths, Releases releases, Components components, PerformanceWord word, Visibility visibility) {
        this.paths = paths;
        this.releases = releases;
        this.components = components;
        this.word = word;
        this.visibility = visibility;
    }

    @GetMapping("/releases/{release}/components/{component}/path")
    @Requires(Permission.SBOM_READ)
    Page ofRelease(@PathVariable ReleaseId release, @PathVariable UUID component) {
        Release in = releases.get(visibility.reader(), release);
        KnownComponent of = components.get(component, 1, visibility.reader()).component();
        return Page.of(
                        "performance/component-path",
                        Section.PRODUCTS,
                        "What depends on %s in %s".formatted(of.fullName(), in.name()))
                .crumb("Products", "/products")
                .crumb(in.productName(), "/products/" + in.product())
                .crumb(in.version(), "/releases/" + release)
                .with("component", of)
                .with("word", word)
                .with("standings", ShownStanding.of(paths.ofRelease(visibility.reader(), release.value(), component)));
    }
}
