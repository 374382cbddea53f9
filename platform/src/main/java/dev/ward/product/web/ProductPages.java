package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceType;
import dev.ward.product.Model;
import dev.ward.product.ModelSection;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.Releases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.PageSection;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/products")
class ProductPages {

    private static final String LIST = "/products";

    private final Products products;
    private final Models models;
    private final Releases releases;
    private final List<ModelSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    ProductPages(
            Products products,
            Models models,
            Releases releases,
            List<ModelSection> sections,
            CurrentActor actor,
            Visibility visibility) {
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.PRODUCT_READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after) {
        SortOrder order = SortOrder.parse(sort, ProductFilter.ORDERS, ProductFilter.USUAL);
        ProductFilter filter = new ProductFilter(q, blankToNull(family), archived, order);
        return Page.of("product/list", Section.PRODUCTS, "Products")
                .with("filter", filter)
                .with("families", products.families(visibility.reader()))
                .with("products", products.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/new")
    @Requires(Permission.PRODUCT_WRITE)
    Page form() {
        return newPage(Form.empty());
    }

    @PostMapping
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView create(ProductForm form, HttpServletResponse response) {
        try {
            Product product = products.create(actor.get(), form.draft());
            Notices.say(response, "Product \"%s\" is added.".formatted(product.name()));
            return to(product.id());
        } catch (ProblemException e) {
            return newPage(form.form().refused(e)).status(status(e));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.PRODUCT_READ)
    Page show(
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after) {
        return page(id, archived, sort, after, Form.empty());
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.PRODUCT_WRITE)
    Page editForm(@PathVariable ProductId id) {
        Product product = products.get(visibility.reader(), id);
        return editPage(product, ProductForm.form(product));
    }

    @PostMapping("/{id}")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView edit(@PathVariable ProductId id, ProductForm form, HttpServletResponse response) {
        try {
            products.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft());
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(products.get(visibility.reader(), id), form.form().refused(e))
                    .status(status(e));
        }
    }

    @PostMapping("/{id}/archive")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView archive(@PathVariable ProductId id, HttpServletResponse response) {
        products.archive(actor.get(), visibility.reader(), id, true);
        Notices.say(response, "Archived. It can be restored at any time.");
        return to(id);
    }

    @PostMapping("/{id}/restore")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView restore(@PathVariable ProductId id, HttpServletResponse response) {
        products.archive(actor.get(), visibility.reader(), id, false);
        Notices.say(response, "Restored.");
        return to(id);
    }

    @PostMapping("/{id}/models")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView addModel(
            @PathVariable ProductId id, @RequestParam(defaultValue = "") String name, HttpServletResponse response) {
        try {
            models.create(actor.get(), visibility.reader(), id, name);
            Notices.say(response, "The model is added.");
            return to(id);
        } catch (ProblemException e) {
            Form form = new Form(Map.of("name", name), Map.of(), null, 0).refused(e);
            return page(id, false, null, null, form).status(status(e));
        }
    }

    private Page page(ProductId id, boolean archived, @Nullable String sort, @Nullable String after, Form modelForm) {
        Product product = products.get(visibility.reader(), id);
        SortOrder order = SortOrder.parse(sort, ReleaseFilter.ORDERS, ReleaseFilter.USUAL);
        ReleaseFilter filter = new ReleaseFilter(id, archived, order);
        List<Model> own = models.list(visibility.reader(), id);
        return Page.of("product/product", Section.PRODUCTS, product.name())
                .crumb("Products", LIST)
                .with("product", product)
                .with("models", own)
                .with("parts", parts(new DeviceType(id, null), own.isEmpty()))
                .with("modelForm", modelForm)
                .with("filter", filter)
                .with("releases", releases.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    private List<PagePart> parts(DeviceType product, boolean alone) {
        return PagePart.of(
                alone ? sections : sections.stream().map(BesideModels::new).toList(), actor::may, product);
    }

    /// What a product that has models shows of itself.
    private record BesideModels(ModelSection section) implements PageSection<DeviceType> {

        @Override
        public String title() {
            return section.title() + " of the whole product";
        }

        @Override
        public String view() {
            return section.view();
        }

        @Override
        public @Nullable Map<String, Object> model(DeviceType product) {
            return section.besideModels(product);
        }

        @Override
        public int order() {
            return section.order();
        }

        @Override
        public String permission() {
            return section.permission();
        }
    }

    private Page newPage(Form form) {
        return Page.of("product/product-form", Section.PRODUCTS, "Add a product")
                .crumb("Products", LIST)
                .with("action", LIST)
                .with("cancel", LIST)
                .with("families", products.families(visibility.reader()))
                .with("form", form);
    }

    private Page editPage(Product product, Form form) {
        String here = LIST + "/" + product.id();
        return Page.of("product/product-form", Section.PRODUCTS, "Edit " + product.name())
                .crumb("Products", LIST)
                .crumb(product.name(), here)
                .with("action", here)
                .with("cancel", here)
                .with("families", products.families(visibility.reader()))
                .with("form", form);
    }

    private static ModelAndView to(ProductId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }

    static HttpStatus status(ProblemException e) {
        return HttpStatus.valueOf(e.problem().status());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
