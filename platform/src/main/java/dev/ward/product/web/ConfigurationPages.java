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
import dev.ward.web.Form;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ConfigurationPages {

    private static final String LIST = "/configurations";
    private static final String TITLE = "Configurations";

    private final Configurations configurations;
    private final TypePlaces places;
    private final CurrentActor actor;
    private final Visibility visibility;

    ConfigurationPages(Configurations configurations, TypePlaces places, CurrentActor actor, Visibility visibility) {
        this.configurations = configurations;
        this.places = places;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry configurationsEntry() {
        return new NavigationEntry(Section.PRODUCTS, TITLE, LIST, Permission.PRODUCT_READ.name(), 30);
    }

    @GetMapping(LIST)
    @Requires(Permission.PRODUCT_READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String after) {
        ConfigurationFilter filter = new ConfigurationFilter(q, null, null, null, archived);
        return Page.of("product/configurations", Section.PRODUCTS, TITLE)
                .with("filter", filter)
                .with("configurations", configurations.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/configurations/{id}")
    @Requires(Permission.PRODUCT_READ)
    Page show(@PathVariable ConfigurationId id) {
        return page(id, Form.empty());
    }

    @GetMapping("/models/{id}/configurations/new")
    @Requires(Permission.PRODUCT_WRITE)
    Page formOfModel(@PathVariable ModelId id) {
        return newPage(places.of(id), Form.empty());
    }

    @GetMapping("/products/{id}/configurations/new")
    @Requires(Permission.PRODUCT_WRITE)
    Page formOfProduct(@PathVariable ProductId id) {
        return newPage(places.of(id), Form.empty());
    }

    @PostMapping("/models/{id}/configurations")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView createForModel(@PathVariable ModelId id, ConfigurationForm form, HttpServletResponse response) {
        return create(places.of(id), form, response);
    }

    @PostMapping("/products/{id}/configurations")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView createForProduct(@PathVariable ProductId id, ConfigurationForm form, HttpServletResponse response) {
        return create(places.of(id), form, response);
    }

    private ModelAndView create(TypePlace place, ConfigurationForm form, HttpServletResponse response) {
        try {
            Configuration created = configurations.create(
                    actor.get(),
                    visibility.reader(),
                    place.type().product(),
                    form.draft(place.type().model()));
            Notices.say(response, "\"%s\" is added. Say next what runs in it.".formatted(created.name()));
            return to(created.id());
        } catch (ProblemException e) {
            return newPage(place, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @GetMapping("/configurations/{id}/edit")
    @Requires(Permission.PRODUCT_WRITE)
    Page editForm(@PathVariable ConfigurationId id) {
        Configuration of = configurations.get(visibility.reader(), id);
        return editPage(of, ConfigurationForm.form(of));
    }

    @PostMapping("/configurations/{id}")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView edit(@PathVariable ConfigurationId id, ConfigurationForm form, HttpServletResponse response) {
        Configuration of = configurations.get(visibility.reader(), id);
        try {
            configurations.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft(of));
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(of, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/configurations/{id}/archive")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView archive(@PathVariable ConfigurationId id, HttpServletResponse response) {
        configurations.archive(actor.get(), visibility.reader(), id, true);
        Notices.say(response, "Archived. It can be restored at any time.");
        return to(id);
    }

    @PostMapping("/configurations/{id}/restore")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView restore(@PathVariable ConfigurationId id, HttpServletResponse response) {
        configurations.archive(actor.get(), visibility.reader(), id, false);
        Notices.say(response, "Restored.");
        return to(id);
    }

    /// @param option  what was typed as a further option
    Page page(ConfigurationId id, Form option) {
        Configuration of = configurations.get(visibility.reader(), id);
        return crumbs(Page.of("product/configuration", Section.PRODUCTS, of.name()))
                .with("of", of)
                .with("place", places.of(of.type()))
                .with("option", option);
    }

    private static Page newPage(TypePlace place, Form form) {
        Form started = form.values().isEmpty() ? new Form(Map.of("status", "PLANNED"), Map.of(), null, 0) : form;
        return place.crumbs(Page.of("product/configuration-form", Section.PRODUCTS, "Add a configuration"))
                .with("bearer", place.name())
                .with("action", place.path() + LIST)
                .with("cancel", place.path())
                .with("form", started);
    }

    private static Page editPage(Configuration of, Form form) {
        String here = LIST + "/" + of.id();
        return crumbs(Page.of("product/configuration-form", Section.PRODUCTS, "Edit " + of.name()))
                .crumb(of.name(), here)
                .with("bearer", of.bearer())
                .with("action", here)
                .with("cancel", here)
                .with("form", form);
    }

    static Page crumbs(Page page) {
        return page.crumb("Products", "/products").crumb(TITLE, LIST);
    }

    static ModelAndView to(ConfigurationId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }
}
