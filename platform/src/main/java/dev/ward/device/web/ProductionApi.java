package dev.ward.device.web;

import dev.ward.device.Production;
import dev.ward.device.ProductionId;
import dev.ward.device.Productions;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/productions")
class ProductionApi {

    private final Productions productions;
    private final CurrentActor actor;
    private final Visibility visibility;

    ProductionApi(Productions productions, CurrentActor actor, Visibility visibility) {
        this.productions = productions;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists what was made, by lot or stretch of serials, the last first")
    @Requires(Permission.DEVICE_READ)
    Slice<ProductionView> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        ProductId id = DeviceQuestion.id("product", product, ProductId::of);
        return productions
                .list(visibility.reader(), id, after, Slice.limit(limit))
                .map(ProductionView::from);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds what was made; product, quantity and date of manufacture are needed")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ProductionView> create(@RequestBody ProductionBody body) {
        Production production = productions.create(actor.get(), visibility.reader(), body.draft());
        return ResponseEntity.created(URI.create("/api/v1/productions/" + production.id()))
                .body(ProductionView.from(production));
    }

    @GetMapping("/{id}")
    @Summary("Gives what was made")
    @Requires(Permission.DEVICE_READ)
    ProductionView get(@PathVariable ProductionId id) {
        return ProductionView.from(productions.get(visibility.reader(), id));
    }

    @PostMapping("/{id}/cancel")
    @Summary("Cancels what was entered by mistake; it stays readable and counts no more")
    @Requires(Permission.DEVICE_WRITE)
    ProductionView cancel(@PathVariable ProductionId id) {
        return ProductionView.from(productions.cancel(actor.get(), visibility.reader(), id));
    }
}
