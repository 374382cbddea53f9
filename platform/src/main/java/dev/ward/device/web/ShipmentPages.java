package dev.ward.device.web;

import dev.ward.device.Shipment;
import dev.ward.device.ShipmentId;
import dev.ward.device.Shipments;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/shipments")
class ShipmentPages {

    private static final String LIST = "/shipments";

    private final Shipments shipments;
    private final PlaceReader places;
    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final Visibility visibility;

    ShipmentPages(
            Shipments shipments, PlaceReader places, Catalogue catalogue, CurrentActor actor, Visibility visibility) {
        this.shipments = shipments;
        this.places = places;
        this.catalogue = catalogue;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    Page list(@ModelAttribute ShipmentQuestion question, @RequestParam(required = false) @Nullable String after) {
        return Page.of("device/shipments", Section.DEVICES, "Shipments")
                .with("question", question)
                .with("products", catalogue.products())
                .with("shipments", shipments.list(visibility.reader(), question.filter(), after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/new")
    @Requires(Permission.DEVICE_WRITE)
    Page form(@RequestParam(required = false) @Nullable String product) {
        ProductId chosen = DeviceQuestion.id("product", product, ProductId::of);
        return chosen == null
                ? Page.of("device/choose-product", Section.DEVICES, "Add a shipment")
                        .crumb("Shipments", LIST)
                        .with("back", LIST)
                        .with("products", catalogue.products())
                : newPage(chosen, new Form(Map.of("kind", "shipment"), Map.of(), null, 0));
    }

    @PostMapping
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(ShipmentForm form, HttpServletResponse response) {
        ProductId product = DeviceQuestion.id("product", form.product(), ProductId::of);
        if (product == null) {
            return new ModelAndView("redirect:" + LIST + "/new");
        }
        try {
            Reader reader = visibility.reader();
            Shipment shipment = shipments.create(actor.get(), reader, form.draft(reader, places, product));
            Notices.say(response, "The %s is added.".formatted(shipment.kind().word()));
            return to(shipment.id());
        } catch (ProblemException e) {
            return newPage(product, form.form().refused(e)).status(DevicePages.status(e));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.DEVICE_READ)
    Page show(@PathVariable ShipmentId id) {
        Shipment shipment = shipments.get(visibility.reader(), id);
        return Page.of(
                        "device/shipment",
                        Section.DEVICES,
                        "%s of %s".formatted(shipment.kind().title(), shipment.moved()))
                .crumb("Shipments", LIST)
                .with("shipment", shipment)
                .with("serials", shipments.serials(visibility.reader(), id));
    }

    @PostMapping("/{id}/cancel")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView cancel(@PathVariable ShipmentId id, HttpServletResponse response) {
        shipments.cancel(actor.get(), visibility.reader(), id);
        Notices.say(response, "Cancelled. It counts no more.");
        return to(id);
    }

    private Page newPage(ProductId product, Form form) {
        return Page.of("device/shipment-form", Section.DEVICES, "Add a shipment")
                .crumb("Shipments", LIST)
                .with("product", product)
                .with("productName", catalogue.name(product))
                .with("models", catalogue.models(product))
                .with("releases", catalogue.releases(product))
                .with("form", form);
    }

    private static ModelAndView to(ShipmentId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }
}
