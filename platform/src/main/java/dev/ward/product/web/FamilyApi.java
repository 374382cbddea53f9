package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Families;
import dev.ward.product.Family;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FamilyApi {

    private final Families families;
    private final Visibility visibility;

    FamilyApi(Families families, Visibility visibility) {
        this.families = families;
        this.visibility = visibility;
    }

    @GetMapping("/api/v1/families")
    @Summary("Lists the families of products; the one without a name holds the products that belong to none")
    @Requires(Permission.PRODUCT_READ)
    Slice<Family> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return families.list(visibility.reader(), q, after, Slice.limit(limit));
    }
}
