package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.DeviceInterface;
import dev.ward.performance.FunctionId;
import dev.ward.performance.FunctionLink;
import dev.ward.performance.FunctionLinks;
import dev.ward.performance.InterfaceId;
import dev.ward.performance.Interfaces;
import dev.ward.performance.LinkCounts;
import dev.ward.performance.LinkOrder;
import dev.ward.performance.LinkPreview;
import dev.ward.performance.Linked;
import dev.ward.performance.Subject;
import dev.ward.performance.UnlinkedComponent;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What functions depend on, for programs.
@RestController
@RequestMapping("/api/v1/performance/{id}")
@Requires(Permission.PERFORMANCE_WRITE)
class LinkApi {

    private final PerformancePlaces places;
    private final FunctionLinks links;
    private final Interfaces interfaces;
    private final CurrentActor actor;
    private final Visibility visibility;

    LinkApi(
            PerformancePlaces places,
            FunctionLinks links,
            Interfaces interfaces,
            CurrentActor actor,
            Visibility visibility) {
        this.places = places;
        this.links = links;
        this.interfaces = interfaces;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param productLine  of a component; null for an interface
    /// @param interfaceId  null for a component
    record TargetView(
            String name,
            @Nullable String productLine,
            @Nullable String key,
            @Nullable UUID interfaceId) {

        static TargetView of(Linked linked) {
            return switch (linked) {
                case Linked.Line line -> new TargetView(line.name(), line.productLine(), line.key(), null);
                case Linked.Port port -> new TargetView(port.name(), null, null, port.id());
            };
        }
    }

    /// @param function  null when no function depends on it
    record LinkView(
            UUID id,
            TargetView of,
            @Nullable UUID function,
            @Nullable String functionName,
            String why,
            Instant begun,
            String author,
            @Nullable Instant ended,
            @Nullable String endWhy) {

        static LinkView of(FunctionLink link) {
            FunctionId function = link.function();
            return new LinkView(
                    link.id(),
                    TargetView.of(link.of()),
                    function == null ? null : function.value(),
                    link.functionName(),
                    link.why(),
                    link.begun(),
                    link.author(),
                    link.ended(),
                    link.endWhy());
        }
    }

    record UnlinkedView(TargetView of, UUID component, int releases) {

        static UnlinkedView of(UnlinkedComponent one) {
            return new UnlinkedView(TargetView.of(one.line()), one.component(), one.releases());
        }
    }

    /// @param keys        of components, as the list of those without a link gives them
    /// @param interfaces  by id
    /// @param function    absent to say that no function depends on them
    /// @param preview     only says what it would change
    record LinkBody(
            @Nullable List<String> keys,
            @Nullable List<UUID> interfaces,
            @Nullable UUID function,
            String why,
            @Nullable Boolean preview) {}

    /// @param kept  to which functions are linked: nothing was said of them
    record LinkedView(
            List<TargetView> added, List<TargetView> replaced, List<TargetView> already, List<TargetView> kept) {

        static LinkedView of(LinkPreview preview) {
            return new LinkedView(
                    of(preview.added()), of(preview.replaced()), of(preview.already()), of(preview.kept()));
        }

        private static List<TargetView> of(List<Linked> all) {
            return all.stream().map(TargetView::of).toList();
        }
    }

    record InterfaceView(UUID id, String name, DeviceInterface.Kind kind, DeviceInterface.Direction direction) {

        static InterfaceView of(DeviceInterface one) {
            return new InterfaceView(one.id().value(), one.name(), one.kind(), one.direction());
        }
    }

    record EndBody(String why) {}

    record InterfaceBody(String name, DeviceInterface.Kind kind, DeviceInterface.Direction direction) {}

    @GetMapping("/unlinked")
    @Summary("Lists components of releases in use of which nobody has said what depends on them, the most used first")
    @Requires(Permission.SBOM_READ)
    Slice<UnlinkedView> unlinked(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return links.unlinked(visibility.reader(), places.of(id), q, after, Slice.limit(limit))
                .map(UnlinkedView::of);
    }

    @GetMapping("/coverage")
    @Summary("Counts the components that are linked, and those that are not")
    @Requires(Permission.SBOM_READ)
    LinkCounts coverage(@PathVariable UUID id) {
        return links.counts(visibility.reader(), places.of(id));
    }

    @GetMapping("/links")
    @Summary("Lists what functions depend on, and what none depends on, the newest first")
    @Requires(Permission.SBOM_READ)
    Slice<LinkView> links(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID function,
            @RequestParam(defaultValue = "false") boolean none,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        FunctionId of = function == null ? null : new FunctionId(function);
        return links.list(places.of(id), of, none, ended, null, after, Slice.limit(limit))
                .map(LinkView::of);
    }

    @PostMapping("/links")
    @Summary("Says of several components and interfaces which function depends on them, or that none does")
    LinkedView link(@PathVariable UUID id, @RequestBody LinkBody body) {
        Subject subject = places.of(id);
        LinkOrder order = new LinkOrder(
                Objects.requireNonNullElse(body.keys(), List.of()),
                Objects.requireNonNullElse(body.interfaces(), List.of()),
                body.function() == null ? null : new FunctionId(body.function()),
                body.why());
        return LinkedView.of(
                Boolean.TRUE.equals(body.preview())
                        ? links.preview(visibility.reader(), subject, order)
                        : links.apply(actor.caller(), visibility.reader(), subject, order));
    }

    @PostMapping("/links/{link}/end")
    @Summary("Ends a link that was wrong or holds no more")
    ResponseEntity<Void> end(@PathVariable UUID id, @PathVariable UUID link, @RequestBody EndBody body) {
        links.end(actor.caller(), places.of(id), link, Objects.requireNonNullElse(body.why(), ""));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/interfaces")
    @Summary("Lists the interfaces of a model")
    @Requires(Permission.PRODUCT_READ)
    Slice<InterfaceView> interfaces(@PathVariable UUID id) {
        return new Slice<>(interfaces.list(places.of(id)), null).map(InterfaceView::of);
    }

    @PostMapping("/interfaces")
    @Summary("Adds an interface to a model")
    InterfaceView add(@PathVariable UUID id, @RequestBody InterfaceBody body) {
        return InterfaceView.of(interfaces.add(
                actor.caller(),
                places.of(id),
                Objects.requireNonNullElse(body.name(), ""),
                Objects.requireNonNullElse(body.kind(), DeviceInterface.Kind.UNKNOWN),
                Objects.requireNonNullElse(body.direction(), DeviceInterface.Direction.UNKNOWN)));
    }

    @DeleteMapping("/interfaces/{port}")
    @Summary("Removes an interface; its links end")
    ResponseEntity<Void> retire(@PathVariable UUID id, @PathVariable UUID port) {
        interfaces.retire(actor.caller(), places.of(id), new InterfaceId(port));
        return ResponseEntity.noContent().build();
    }
}
