package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.ModelSection;
import dev.ward.product.Models;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.ReleaseFilter.Branch;
import dev.ward.product.Releases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/models/{id}")
@Requires(Permission.PRODUCT_WRITE)
class ModelPages {

    private final Models models;
    private final Releases releases;
    private final TypePlaces places;
    private final List<ModelSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    ModelPages(
            Models models,
            Releases releases,
            TypePlaces places,
            List<ModelSection> sections,
            CurrentActor actor,
            Visibility visibility) {
        this.models = models;
        this.releases = releases;
        this.places = places;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.PRODUCT_READ)
    Page show(
            @PathVariable ModelId id,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after) {
        Model model = models.get(visibility.reader(), id);
        TypePlace place = places.of(id);
        SortOrder order = SortOrder.parse(sort, ReleaseFilter.ORDERS, ReleaseFilter.USUAL);
        ReleaseFilter filter = new ReleaseFilter(model.product(), new Branch(id), archived, order);
        return Page.of("product/model", Section.PRODUCTS, place.name())
                .crumb("Products", "/products")
                .crumb(place.productName(), "/products/" + model.product())
                .with("model", model)
                .with("place", place)
                .with("filter", filter)
                .with("releases", releases.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT))
                .with("parts", PagePart.of(sections, actor::may, place.type()));
    }

    @GetMapping("/edit")
    Page form(@PathVariable ModelId id) {
        Model model = models.get(visibility.reader(), id);
        return page(model, form(model.name(), model.revision()));
    }

    @PostMapping
    ModelAndView rename(
            @PathVariable ModelId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int revision,
            HttpServletResponse response) {
        try {
            Model model = models.rename(actor.get(), visibility.reader(), id, revision, name);
            return saved(model, "Saved.", response);
        } catch (ProblemException e) {
            Model model = models.get(visibility.reader(), id);
            return page(model, form(name, revision).refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/archive")
    ModelAndView archive(@PathVariable ModelId id, HttpServletResponse response) {
        Model model = models.archive(actor.get(), visibility.reader(), id, true);
        return saved(model, "Archived. It can be restored at any time.", response);
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable ModelId id, HttpServletResponse response) {
        return saved(models.archive(actor.get(), visibility.reader(), id, false), "Restored.", response);
    }

    private Page page(Model model, Form form) {
        return places.of(model.id())
                .crumbs(Page.of("product/model-form", Section.PRODUCTS, "Edit model " + model.name()))
                .with("model", model)
                .with("form", form);
    }

    private static Form form(String name, int revision) {
        return new Form(Map.of("name", name), Map.of(), null, revision);
    }

    private static ModelAndView saved(Model model, String words, HttpServletResponse response) {
        Notices.say(response, words);
        return new ModelAndView("redirect:/models/" + model.id());
    }
}
