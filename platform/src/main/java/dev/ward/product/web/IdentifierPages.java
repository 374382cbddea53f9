package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.IdentifierFilter;
import dev.ward.product.IdentifierId;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.UdiSymbol;
import dev.ward.product.gudid.GudidRecords;
import dev.ward.web.Address;
import dev.ward.web.Form;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
class IdentifierPages {

    private static final String LIST = "/identifiers";
    private static final String TITLE = "Device identifiers";

    private final DeviceIdentifiers identifiers;
    private final TypePlaces places;
    private final GudidRecords records;
    private final CurrentActor actor;
    private final Visibility visibility;

    IdentifierPages(
            DeviceIdentifiers identifiers,
            TypePlaces places,
            GudidRecords records,
            CurrentActor actor,
            Visibility visibility) {
        this.identifiers = identifiers;
        this.places = places;
        this.records = records;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry identifiersEntry() {
        return new NavigationEntry(Section.PRODUCTS, TITLE, LIST, Permission.PRODUCT_READ.name(), 40);
    }

    @GetMapping(LIST)
    @Requires(Permission.PRODUCT_READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        IdentifierFilter filter = new IdentifierFilter(q, null, null, null);
        return Page.of("product/identifiers", Section.PRODUCTS, TITLE)
                .with("text", q)
                .with("identifiers", identifiers.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/identifiers/{id}")
    @Requires(Permission.PRODUCT_READ)
    Page show(@PathVariable IdentifierId id) {
        LinkedIdentifier of = identifiers.get(visibility.reader(), id);
        String label = UdiSymbol.of(of.di()).humanReadable();
        return crumbs(Page.of("product/identifier", Section.PRODUCTS, of.di().value()))
                .with("of", of)
                .with("place", places.of(of.type()))
                .with(
                        "compared",
                        records.find(visibility.reader(), of.di().value()).stream()
                                .findFirst()
                                .map(record -> records.compare(visibility.reader(), record.content(), of))
                                .orElse(List.of()))
                .with("label", label)
                .with(
                        "symbol",
                        Address.of("/symbols/udi.svg").with("text", label).toString());
    }

    @GetMapping("/models/{id}/identifiers/new")
    @Requires(Permission.PRODUCT_WRITE)
    Page formOfModel(@PathVariable ModelId id) {
        return newPage(places.of(id), Form.empty());
    }

    @GetMapping("/products/{id}/identifiers/new")
    @Requires(Permission.PRODUCT_WRITE)
    Page formOfProduct(@PathVariable ProductId id) {
        return newPage(places.of(id), Form.empty());
    }

    @PostMapping("/models/{id}/identifiers")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView linkToModel(@PathVariable ModelId id, IdentifierForm form, HttpServletResponse response) {
        return link(places.of(id), form, response);
    }

    @PostMapping("/products/{id}/identifiers")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView linkToProduct(@PathVariable ProductId id, IdentifierForm form, HttpServletResponse response) {
        return link(places.of(id), form, response);
    }

    private ModelAndView link(TypePlace place, IdentifierForm form, HttpServletResponse response) {
        try {
            LinkedIdentifier linked = identifiers.link(
                    actor.get(),
                    visibility.reader(),
                    place.type().product(),
                    form.draft(place.type().model(), List.of(), null));
            Notices.say(
                    response, "\"%s\" is linked to %s.".formatted(linked.di().value(), linked.bearer()));
            return new ModelAndView("redirect:" + LIST + "/" + linked.id());
        } catch (ProblemException e) {
            return newPage(place, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @GetMapping("/identifiers/{id}/edit")
    @Requires(Permission.PRODUCT_WRITE)
    Page editForm(@PathVariable IdentifierId id) {
        LinkedIdentifier of = identifiers.get(visibility.reader(), id);
        return editPage(of, IdentifierForm.form(of));
    }

    @PostMapping("/identifiers/{id}")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView edit(@PathVariable IdentifierId id, IdentifierForm form, HttpServletResponse response) {
        LinkedIdentifier of = identifiers.get(visibility.reader(), id);
        try {
            identifiers.edit(
                    actor.get(),
                    visibility.reader(),
                    id,
                    form.seen(),
                    form.draft(of.model(), IdentifierForm.releases(of), of));
            Notices.say(response, "Saved.");
            return new ModelAndView("redirect:" + LIST + "/" + id);
        } catch (ProblemException e) {
            return editPage(of, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/identifiers/{id}/unlink")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView unlink(@PathVariable IdentifierId id, HttpServletResponse response) {
        LinkedIdentifier of = identifiers.get(visibility.reader(), id);
        identifiers.unlink(actor.get(), visibility.reader(), id);
        Notices.say(
                response, "\"%s\" is linked to %s no more.".formatted(of.di().value(), of.bearer()));
        return new ModelAndView("redirect:" + places.of(of.type()).path());
    }

    private static Page newPage(TypePlace place, Form form) {
        return place.crumbs(Page.of("product/identifier-form", Section.PRODUCTS, "Link a device identifier"))
                .with("bearer", place.name())
                .with("action", place.path() + LIST)
                .with("cancel", place.path())
                .with("form", form.values().isEmpty() ? new Form(Map.of("kind", "PRIMARY"), Map.of(), null, 0) : form);
    }

    private Page editPage(LinkedIdentifier of, Form form) {
        String here = LIST + "/" + of.id();
        return crumbs(Page.of(
                        "product/identifier-form",
                        Section.PRODUCTS,
                        "Edit " + of.di().value()))
                .crumb(of.di().value(), here)
                .with("bearer", places.of(of.type()).name())
                .with("action", here)
                .with("cancel", here)
                .with("form", form);
    }

    static Page crumbs(Page page) {
        return page.crumb("Products", "/products").crumb(TITLE, LIST);
    }
}
