package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ModelApi {

    private final Models models;
    private final Products products;
    private final CurrentActor actor;
    private final Visibility visibility;

    ModelApi(Models models, Products products, CurrentActor actor, Visibility visibility) {
        this.models = models;
        this.products = products;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/products/{id}/models")
    @Summary("Lists all models of a product")
    @Requires(Permission.PRODUCT_READ)
    Slice<ModelView> list(@PathVariable ProductId id) {
        products.get(visibility.reader(), id);
        return new Slice<>(models.list(visibility.reader(), id), null).map(ModelView::from);
    }

    @PostMapping("/products/{id}/models")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a model to a product")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ModelView> create(@PathVariable ProductId id, @RequestBody ModelBody body) {
        Model model = models.create(actor.get(), visibility.reader(), id, name(body));
        return ResponseEntity.created(URI.create("/api/v1/models/" + model.id()))
                .eTag(Revision.tag(model.revision()))
                .body(ModelView.from(model));
    }

    @GetMapping("/models/{id}")
    @Summary("Gives a model")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<ModelView> get(@PathVariable ModelId id) {
        return answer(models.get(visibility.reader(), id));
    }

    @PatchMapping("/models/{id}")
    @Summary("Renames a model")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ModelView> edit(
            @PathVariable ModelId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<ModelBody> patch) {
        Model current = models.get(visibility.reader(), id);
        ModelBody body = patch.applyTo(new ModelBody(current.name()), ModelBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(models.rename(actor.get(), visibility.reader(), id, revision, name(body)));
    }

    @PostMapping("/models/{id}/archive")
    @Summary("Archives a model and, with it, its releases")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ModelView> archive(@PathVariable ModelId id) {
        return answer(models.archive(actor.get(), visibility.reader(), id, true));
    }

    @PostMapping("/models/{id}/restore")
    @Summary("Takes a model out of the archive")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ModelView> restore(@PathVariable ModelId id) {
        return answer(models.archive(actor.get(), visibility.reader(), id, false));
    }

    private static String name(ModelBody body) {
        return Objects.requireNonNullElse(body.name(), "");
    }

    private static ResponseEntity<ModelView> answer(Model model) {
        return ResponseEntity.ok().eTag(Revision.tag(model.revision())).body(ModelView.from(model));
    }
}
