package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Configuration;
import dev.ward.product.ConfigurationFilter;
import dev.ward.product.ConfigurationId;
import dev.ward.product.Configurations;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ConfigurationApi {

    private final Configurations configurations;
    private final CurrentActor actor;
    private final Visibility visibility;

    ConfigurationApi(Configurations configurations, CurrentActor actor, Visibility visibility) {
        this.configurations = configurations;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/configurations")
    @Summary("Lists configurations")
    @Requires(Permission.PRODUCT_READ)
    Slice<ConfigurationLineView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable ModelId model,
            @RequestParam(required = false) @Nullable ReleaseId release,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        ConfigurationFilter filter = new ConfigurationFilter(q, product, model, release, archived);
        return configurations
                .list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(ConfigurationLineView::from);
    }

    @PostMapping("/products/{id}/configurations")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a configuration to a product or one of its models; only the name is needed")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ConfigurationView> create(@PathVariable ProductId id, @RequestBody ConfigurationBody body) {
        Configuration created = configurations.create(actor.get(), visibility.reader(), id, body.draft());
        return ResponseEntity.created(URI.create("/api/v1/configurations/" + created.id()))
                .eTag(Revision.tag(created.revision()))
                .body(ConfigurationView.from(created));
    }

    @GetMapping("/configurations/{id}")
    @Summary("Gives a configuration with all that runs in it")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<ConfigurationView> get(@PathVariable ConfigurationId id) {
        return answer(configurations.get(visibility.reader(), id));
    }

    @PatchMapping("/configurations/{id}")
    @Summary("Changes what the patch names; a list replaces the one before; with If-Match only over what was seen")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ConfigurationView> edit(
            @PathVariable ConfigurationId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<ConfigurationBody> patch) {
        Configuration current = configurations.get(visibility.reader(), id);
        ConfigurationBody body = patch.applyTo(ConfigurationBody.from(current), ConfigurationBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(configurations.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/configurations/{id}/archive")
    @Summary("Archives a configuration")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ConfigurationView> archive(@PathVariable ConfigurationId id) {
        return answer(configurations.archive(actor.get(), visibility.reader(), id, true));
    }

    @PostMapping("/configurations/{id}/restore")
    @Summary("Takes a configuration out of the archive")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ConfigurationView> restore(@PathVariable ConfigurationId id) {
        return answer(configurations.archive(actor.get(), visibility.reader(), id, false));
    }

    private static ResponseEntity<ConfigurationView> answer(Configuration of) {
        return ResponseEntity.ok().eTag(Revision.tag(of.revision())).body(ConfigurationView.from(of));
    }
}
