package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.product.Releases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ReleasePages {

    private final Products products;
    private final Models models;
    private final Releases releases;
    private final List<ReleaseSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    ReleasePages(
            Products products,
            Models models,
            Releases releases,
            List<ReleaseSection> sections,
            CurrentActor actor,
            Visibility visibility) {
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/releases/{id}")
    @Requires(Permission.PRODUCT_READ)
    Page show(@PathVariable ReleaseId id) {
        Release release = releases.get(visibility.reader(), id);
        return crumbs(Page.of("product/release", Section.PRODUCTS, release.name()), release)
                .with("release", release)
                .with("parts", PagePart.of(sections, actor::may, id));
    }

    @GetMapping("/products/{id}/releases/new")
    @Requires(Permission.PRODUCT_WRITE)
    Page form(@PathVariable ProductId id, @RequestParam(defaultValue = "") String model) {
        return newPage(id, new Form(Map.of("model", model), Map.of(), null, 0));
    }

    @PostMapping("/products/{id}/releases")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView create(@PathVariable ProductId id, ReleaseForm form, HttpServletResponse response) {
        try {
            Release release = releases.create(actor.get(), visibility.reader(), id, form.draft());
            Notices.say(response, "Release \"%s\" is added.".formatted(release.version()));
            return to(release.id());
        } catch (ProblemException e) {
            return newPage(id, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @GetMapping("/releases/{id}/edit")
    @Requires(Permission.PRODUCT_WRITE)
    Page editForm(@PathVariable ReleaseId id) {
        Release release = releases.get(visibility.reader(), id);
        return editPage(release, ReleaseForm.form(release));
    }

    @PostMapping("/releases/{id}")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView edit(@PathVariable ReleaseId id, ReleaseForm form, HttpServletResponse response) {
        try {
            releases.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft());
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            Release release = releases.get(visibility.reader(), id);
            return editPage(release, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/releases/{id}/archive")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView archive(@PathVariable ReleaseId id, HttpServletResponse response) {
        releases.archive(actor.get(), visibility.reader(), id, true);
        Notices.say(response, "Archived. It can be restored at any time.");
        return to(id);
    }

    @PostMapping("/releases/{id}/restore")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView restore(@PathVariable ReleaseId id, HttpServletResponse response) {
        releases.archive(actor.get(), visibility.reader(), id, false);
        Notices.say(response, "Restored.");
        return to(id);
    }

    private Page newPage(ProductId id, Form form) {
        Product product = products.get(visibility.reader(), id);
        String back = "/products/" + id;
        return Page.of("product/release-form", Section.PRODUCTS, "Add a release")
                .crumb("Products", "/products")
                .crumb(product.name(), back)
                .with("action", back + "/releases")
                .with("cancel", back)
                .with("models", models.list(visibility.reader(), id))
                .with("form", form);
    }

    private Page editPage(Release release, Form form) {
        String here = "/releases/" + release.id();
        return crumbs(Page.of("product/release-form", Section.PRODUCTS, "Edit " + release.name()), release)
                .crumb(release.version(), here)
                .with("action", here)
                .with("cancel", here)
                .with("models", models.list(visibility.reader(), release.product()))
                .with("form", form);
    }

    private static Page crumbs(Page page, Release release) {
        return page.crumb("Products", "/products").crumb(release.productName(), "/products/" + release.product());
    }

    private static ModelAndView to(ReleaseId id) {
        return new ModelAndView("redirect:/releases/" + id);
    }
}
