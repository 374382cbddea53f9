package dev.ward.device.web;

import dev.ward.device.Population;
import dev.ward.device.PopulationFilter;
import dev.ward.device.PopulationId;
import dev.ward.device.Populations;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
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
@RequestMapping("/populations")
class PopulationPages {

    private static final String LIST = "/populations";
    private static final String TITLE = "Without serials";

    private final Populations populations;
    private final PlaceReader places;
    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final Visibility visibility;

    PopulationPages(
            Populations populations,
            PlaceReader places,
            Catalogue catalogue,
            CurrentActor actor,
            Visibility visibility) {
        this.populations = populations;
        this.places = places;
        this.catalogue = catalogue;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    Page list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String lot,
            @RequestParam(required = false) @Nullable String after) {
        PopulationFilter filter = PopulationApi.filter(product, kind, customer, lot);
        return Page.of("device/populations", Section.DEVICES, TITLE)
                .with("filter", filter)
                .with("products", catalogue.products())
                .with("populations", populations.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/new")
    @Requires(Permission.DEVICE_WRITE)
    Page form(@RequestParam(required = false) @Nullable String product) {
        ProductId chosen = DeviceQuestion.id("product", product, ProductId::of);
        return chosen == null
                ? Page.of("device/choose-product", Section.DEVICES, "Add units without serials")
                        .crumb(TITLE, LIST)
                        .with("back", LIST)
                        .with("products", catalogue.products())
                : newPage(chosen, new Form(Map.of("status", "in-use"), Map.of(), null, 0));
    }

    @PostMapping
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(PopulationForm form, HttpServletResponse response) {
        ProductId product = DeviceQuestion.id("product", form.product(), ProductId::of);
        if (product == null) {
            return new ModelAndView("redirect:" + LIST + "/new");
        }
        try {
            Reader reader = visibility.reader();
            Population population = populations.create(actor.get(), reader, form.draft(reader, places, product));
            Notices.say(response, "\"%s\" is added.".formatted(population.name()));
            return to(population.id());
        } catch (ProblemException e) {
            return newPage(product, form.form().refused(e)).status(DevicePages.status(e));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.DEVICE_READ)
    Page show(@PathVariable PopulationId id) {
        Population population = populations.get(visibility.reader(), id);
        return Page.of("device/population", Section.DEVICES, population.name())
                .crumb(TITLE, LIST)
                .with("population", population)
                .with("counts", populations.counts(visibility.reader(), id));
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.DEVICE_WRITE)
    Page editForm(@PathVariable PopulationId id) {
        Population population = populations.get(visibility.reader(), id);
        return editPage(population, PopulationForm.form(population));
    }

    @PostMapping("/{id}")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView edit(@PathVariable PopulationId id, PopulationForm form, HttpServletResponse response) {
        Reader reader = visibility.reader();
        Population population = populations.get(reader, id);
        try {
            populations.edit(actor.get(), reader, id, form.seen(), form.draft(reader, places, population.product()));
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(population, form.form().refused(e)).status(DevicePages.status(e));
        }
    }

    private Page newPage(ProductId product, Form form) {
        return formPage("Add units without serials", product, form)
                .crumb(TITLE, LIST)
                .with("action", LIST)
                .with("cancel", LIST);
    }

    private Page editPage(Population population, Form form) {
        String here = LIST + "/" + population.id();
        return formPage("Count " + population.name(), population.product(), form)
                .crumb(TITLE, LIST)
                .crumb(population.name(), here)
                .with("action", here)
                .with("cancel", here);
    }

    private Page formPage(String title, ProductId product, Form form) {
        return Page.of("device/population-form", Section.DEVICES, title)
                .with("product", product)
                .with("productName", catalogue.name(product))
                .with("models", catalogue.models(product))
                .with("releases", catalogue.releases(product))
                .with("form", form);
    }

    private static ModelAndView to(PopulationId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }
}
