package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Families;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.ReleaseFilter.Branch;
import dev.ward.product.Releases;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Families as a list, and each as a tree that is opened branch by branch.
@Controller
@Requires(Permission.PRODUCT_READ)
class FamilyPages {

    private static final String LIST = "/families";

    private final Families families;
    private final Models models;
    private final Releases releases;
    private final Visibility visibility;

    FamilyPages(Families families, Models models, Releases releases, Visibility visibility) {
        this.families = families;
        this.models = models;
        this.releases = releases;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry familiesEntry() {
        return new NavigationEntry(Section.PRODUCTS, "Families", LIST, Permission.PRODUCT_READ.name(), 20);
    }

    /// @param name     of one family, which is shown then; a name that no address can hold stands here
    /// @param without  shows the products that belong to none
    @GetMapping(LIST)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "false") boolean without,
            @RequestParam(required = false) @Nullable String after) {
        if (without || (name != null && !name.isBlank())) {
            return tree(without ? null : name, after);
        }
        return Page.of("product/families", Section.PRODUCTS, "Families")
                .with("text", q)
                .with("families", families.list(visibility.reader(), q, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/families/{name}")
    Page show(@PathVariable String name, @RequestParam(required = false) @Nullable String after) {
        return tree(name, after);
    }

    private Page tree(@Nullable String name, @Nullable String after) {
        return Page.of("product/family", Section.PRODUCTS, name == null ? "Products without a family" : name)
                .crumb("Products", "/products")
                .crumb("Families", LIST)
                .with("branches", families.branches(visibility.reader(), name, after, Slice.USUAL_LIMIT));
    }

    /// The releases of one branch, for the place in the tree that asks for them.
    ///
    /// @param model  null for the releases of the product as a whole
    @GetMapping("/products/{id}/branch")
    Page branch(@PathVariable ProductId id, @RequestParam(required = false) @Nullable ModelId model) {
        ReleaseFilter filter = new ReleaseFilter(id, new Branch(model), false, ReleaseFilter.USUAL);
        @Nullable Model of = model == null ? null : models.get(visibility.reader(), model);
        String title = of == null ? "Releases" : "Releases of " + of.name();
        return Page.of("product/branch", Section.PRODUCTS, title)
                .crumb("Products", "/products")
                .with("all", model == null ? "/products/" + id : "/models/" + model)
                .with("releases", releases.list(visibility.reader(), filter, null, Slice.USUAL_LIMIT));
    }
}
