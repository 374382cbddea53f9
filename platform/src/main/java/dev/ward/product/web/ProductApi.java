package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Product;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
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
class ProductApi {

    private final Products products;
    private final CurrentActor actor;
    private final Visibility visibility;

    ProductApi(Products products, CurrentActor actor, Visibility visibility) {
        this.products = products;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/products")
    @Summary("Lists products")
    @Requires(Permission.PRODUCT_READ)
    Slice<ProductView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        SortOrder order = SortOrder.parse(sort, ProductFilter.ORDERS, ProductFilter.USUAL);
        ProductFilter filter = new ProductFilter(q, family, archived, order);
        return products.list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(line -> ProductView.from(line.product()));
    }

    @PostMapping("/products")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Creates a product; only the name is needed")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ProductView> create(@RequestBody ProductBody body) {
        Product product = products.create(actor.get(), body.draft());
        return ResponseEntity.created(URI.create("/api/v1/products/" + product.id()))
                .eTag(Revision.tag(product.revision()))
                .body(ProductView.from(product));
    }

    @GetMapping("/products/{id}")
    @Summary("Gives a product")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<ProductView> get(@PathVariable ProductId id) {
        return answer(products.get(visibility.reader(), id));
    }

    @PatchMapping("/products/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ProductView> edit(
            @PathVariable ProductId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<ProductBody> patch) {
        Product current = products.get(visibility.reader(), id);
        ProductBody body = patch.applyTo(ProductBody.from(current), ProductBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(products.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/products/{id}/archive")
    @Summary("Archives a product; it stays readable, and its name stays taken")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ProductView> archive(@PathVariable ProductId id) {
        return answer(products.archive(actor.get(), visibility.reader(), id, true));
    }

    @PostMapping("/products/{id}/restore")
    @Summary("Takes a product out of the archive")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ProductView> restore(@PathVariable ProductId id) {
        return answer(products.archive(actor.get(), visibility.reader(), id, false));
    }

    private static ResponseEntity<ProductView> answer(Product product) {
        return ResponseEntity.ok().eTag(Revision.tag(product.revision())).body(ProductView.from(product));
    }
}
