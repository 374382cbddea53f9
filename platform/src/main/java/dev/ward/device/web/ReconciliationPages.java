package dev.ward.device.web;

import dev.ward.device.Balances;
import dev.ward.device.ProductionId;
import dev.ward.device.Productions;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// manufactured = in stock + distributed + scrapped, and where it is not so; with what was made.
@Controller
class ReconciliationPages {

    private static final String LIST = "/devices/reconciliation";
    private static final String TITLE = "Reconciliation";

    private final Balances balances;
    private final Productions productions;
    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final Visibility visibility;

    ReconciliationPages(
            Balances balances,
            Productions productions,
            Catalogue catalogue,
            CurrentActor actor,
            Visibility visibility) {
        this.balances = balances;
        this.productions = productions;
        this.catalogue = catalogue;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping(LIST)
    @Requires(Permission.DEVICE_READ)
    Page list() {
        return Page.of("device/reconciliation", Section.DEVICES, TITLE)
                .with("balances", balances.balances(visibility.reader()))
                .with("products", catalogue.products());
    }

    @GetMapping(LIST + "/{product}")
    @Requires(Permission.DEVICE_READ)
    Page show(@PathVariable ProductId product, @RequestParam(required = false) @Nullable String after) {
        return Page.of("device/reconciliation-of", Section.DEVICES, catalogue.name(product))
                .crumb(TITLE, LIST)
                .with("product", product)
                .with("balances", balances.balances(visibility.reader(), product))
                .with("differences", balances.differences(visibility.reader(), product))
                .with("productions", productions.list(visibility.reader(), product, after, Slice.USUAL_LIMIT));
    }

    @GetMapping(LIST + "/{product}/made")
    @Requires(Permission.DEVICE_WRITE)
    Page form(@PathVariable ProductId product) {
        return formPage(product, Form.empty());
    }

    @PostMapping(LIST + "/{product}/made")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(@PathVariable ProductId product, ProductionForm form, HttpServletResponse response) {
        try {
            productions.create(actor.get(), visibility.reader(), form.draft(product));
            Notices.say(response, "What was made is added.");
            return to(product);
        } catch (ProblemException e) {
            return formPage(product, form.form().refused(e)).status(DevicePages.status(e));
        }
    }

    @PostMapping("/productions/{id}/cancel")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView cancel(@PathVariable ProductionId id, HttpServletResponse response) {
        ProductId product =
                productions.cancel(actor.get(), visibility.reader(), id).product();
        Notices.say(response, "Cancelled. It counts no more.");
        return to(product);
    }

    private Page formPage(ProductId product, Form form) {
        return Page.of("device/production-form", Section.DEVICES, "Add what was made")
                .crumb(TITLE, LIST)
                .crumb(catalogue.name(product), LIST + "/" + product)
                .with("product", product)
                .with("models", catalogue.models(product))
                .with("form", form);
    }

    private static ModelAndView to(ProductId product) {
        return new ModelAndView("redirect:" + LIST + "/" + product);
    }
}
