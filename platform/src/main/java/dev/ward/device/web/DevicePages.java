package dev.ward.device.web;

import dev.ward.device.Device;
import dev.ward.device.DeviceFilter;
import dev.ward.device.DeviceId;
import dev.ward.device.DeviceSection;
import dev.ward.device.Devices;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/devices")
class DevicePages {

    static final String LIST = "/devices";

    private final Devices devices;
    private final DeviceFormReader forms;
    private final Catalogue catalogue;
    private final List<DeviceSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    DevicePages(
            Devices devices,
            DeviceFormReader forms,
            Catalogue catalogue,
            List<DeviceSection> sections,
            CurrentActor actor,
            Visibility visibility) {
        this.devices = devices;
        this.forms = forms;
        this.catalogue = catalogue;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    Page list(@ModelAttribute DeviceQuestion question, @RequestParam(required = false) @Nullable String after) {
        DeviceFilter filter = question.filter();
        ProductId product = filter.product();
        SequencedMap<String, String> none = new LinkedHashMap<>();
        return Page.of("device/list", Section.DEVICES, "Devices")
                .with("question", question)
                .with("filter", filter)
                .with("products", catalogue.products())
                .with("releases", product == null ? none : catalogue.releases(product))
                .with("count", devices.count(visibility.reader(), filter))
                .with("devices", devices.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/new")
    @Requires(Permission.DEVICE_WRITE)
    Page form(@RequestParam(required = false) @Nullable String product) {
        ProductId chosen = DeviceQuestion.id("product", product, ProductId::of);
        return chosen == null
                ? Page.of("device/choose-product", Section.DEVICES, "Add a device")
                        .crumb("Devices", LIST)
                        .with("back", LIST)
                        .with("products", catalogue.products())
                : newPage(chosen, new Form(Map.of("status", "in-use"), Map.of(), null, 0));
    }

    @PostMapping
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(DeviceForm form, HttpServletResponse response) {
        ProductId product = DeviceQuestion.id("product", form.product(), ProductId::of);
        if (product == null) {
            return new ModelAndView("redirect:" + LIST + "/new");
        }
        try {
            Device device =
                    devices.create(actor.get(), visibility.reader(), forms.read(visibility.reader(), product, form));
            Notices.say(response, "\"%s\" is added.".formatted(device.name()));
            return to(device.id());
        } catch (ProblemException e) {
            return newPage(product, form.form().refused(e)).status(status(e));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.DEVICE_READ)
    Page show(@PathVariable DeviceId id) {
        Device device = devices.get(visibility.reader(), id);
        return Page.of("device/device", Section.DEVICES, device.name())
                .crumb("Devices", LIST)
                .with("device", device)
                .with("history", devices.history(visibility.reader(), id))
                .with("parts", PagePart.of(sections, actor::may, device));
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.DEVICE_WRITE)
    Page editForm(@PathVariable DeviceId id) {
        Device device = devices.get(visibility.reader(), id);
        return editPage(device, DeviceForm.form(device));
    }

    @PostMapping("/{id}")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView edit(@PathVariable DeviceId id, DeviceForm form, HttpServletResponse response) {
        Device device = devices.get(visibility.reader(), id);
        try {
            ProductId product = DeviceQuestion.id("product", form.product(), ProductId::of);
            devices.edit(
                    actor.get(),
                    visibility.reader(),
                    id,
                    form.seen(),
                    forms.read(
                            visibility.reader(),
                            product == null ? device.identity().product() : product,
                            form));
            Notices.say(response, "Saved. What stands here counts as confirmed by you.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(device, form.form().refused(e)).status(status(e));
        }
    }

    @PostMapping("/{id}/confirm")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView confirm(@PathVariable DeviceId id, HttpServletResponse response) {
        devices.confirm(actor.get(), visibility.reader(), id);
        Notices.say(response, "Confirmed.");
        return to(id);
    }

    private Page newPage(ProductId product, Form form) {
        return formPage("Add a device", product, form)
                .crumb("Devices", LIST)
                .with("action", LIST)
                .with("cancel", LIST)
                .with("fresh", true);
    }

    private Page editPage(Device device, Form form) {
        String here = LIST + "/" + device.id();
        return formPage("Edit " + device.name(), device.identity().product(), form)
                .crumb("Devices", LIST)
                .crumb(device.name(), here)
                .with("action", here)
                .with("cancel", here)
                .with("fresh", false);
    }

    private Page formPage(String title, ProductId product, Form form) {
        return Page.of("device/device-form", Section.DEVICES, title)
                .with("product", product)
                .with("productName", catalogue.name(product))
                .with("models", catalogue.models(product))
                .with("releases", catalogue.releases(product))
                .with("configurations", configurations(product, form))
                .with("form", form);
    }

    /// What is installed stays to be chosen though it is archived.
    private SequencedMap<String, String> configurations(ProductId product, Form form) {
        SequencedMap<String, String> options = catalogue.configurations(product);
        String chosen = form.value("configuration");
        if (!chosen.isEmpty()) {
            options.putIfAbsent(chosen, "As it stands");
        }
        return options;
    }

    private static ModelAndView to(DeviceId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }

    static HttpStatus status(ProblemException e) {
        return HttpStatus.valueOf(e.problem().status());
    }
}
