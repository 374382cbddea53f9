package dev.ward.performance.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.ComponentStanding;
import dev.ward.performance.HarmPath;
import dev.ward.performance.HarmPaths;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Components;
import dev.ward.web.Summary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The drawn paths as graphs.
@RestController
@RequestMapping("/api/v1")
class PathApi {

    private final PerformancePlaces places;
    private final HarmPaths paths;
    private final Components components;
    private final Visibility visibility;

    PathApi(PerformancePlaces places, HarmPaths paths, Components components, Visibility visibility) {
        this.places = places;
        this.paths = paths;
        this.components = components;
        this.visibility = visibility;
    }

    /// @param version  of which it is drawn; null for the draft
    /// @param hidden   how many links are left out
    record PathView(
            UUID subject,
            String subjectName,
            @Nullable Integer version,
            List<HarmPath.Node> nodes,
            List<HarmPath.Edge> edges,
            int hidden) {

        static PathView of(HarmPath path) {
            return new PathView(
                    path.subject().id(),
                    path.subject().name(),
                    path.version(),
                    path.nodes(),
                    path.edges(),
                    path.hidden());
        }
    }

    /// @param said   `depended`, `apart` when no function depends on it, or `open` when nobody has said anything
    /// @param path   null unless functions depend on it
    /// @param why    why no function depends on it; null unless that was said
    /// @param worst  what the loss of any function can do, while nobody has said anything; null for none
    record StandingView(
            UUID subject,
            String subjectName,
            String said,
            @Nullable PathView path,
            @Nullable String why,
            @Nullable HarmSeverity worst) {

        static StandingView of(ComponentStanding standing) {
            UUID id = standing.subject().id();
            String name = standing.subject().name();
            return switch (standing) {
                case ComponentStanding.Depended depended ->
                    new StandingView(id, name, "depended", PathView.of(depended.path()), null, null);
                case ComponentStanding.Apart apart -> new StandingView(id, name, "apart", null, apart.why(), null);
                case ComponentStanding.Open unsaid -> new StandingView(id, name, "open", null, null, unsaid.worst());
            };
        }
    }

    @GetMapping("/performance/{id}/path")
    @Summary("Gives the graph from components and interfaces over functions and hazardous situations to harms")
    @Requires(Permission.PRODUCT_READ)
    PathView ofSubject(@PathVariable UUID id) {
        return PathView.of(paths.of(places.of(id)));
    }

    @GetMapping("/components/{id}/path")
    @Summary("Gives the same for a component, in each model whose releases in use hold it")
    @Requires(Permission.SBOM_READ)
    List<StandingView> ofComponent(@PathVariable UUID id) {
        components.get(id, 1, visibility.reader());
        return paths.ofComponent(visibility.reader(), id).stream()
                .map(StandingView::of)
                .toList();
    }

    @GetMapping("/releases/{release}/components/{component}/path")
    @Summary("Gives the same for a component of a release")
    @Requires(Permission.SBOM_READ)
    List<StandingView> ofRelease(@PathVariable ReleaseId release, @PathVariable UUID component) {
        return paths.ofRelease(visibility.reader(), release.value(), component).stream()
                .map(StandingView::of)
                .toList();
    }
}
