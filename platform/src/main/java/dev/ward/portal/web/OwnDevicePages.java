package dev.ward.portal.web;

import dev.ward.device.DeviceId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.ClaimId;
import dev.ward.portal.Claims;
import dev.ward.portal.OwnDevice;
import dev.ward.portal.OwnDeviceFilter;
import dev.ward.portal.OwnDevices;
import dev.ward.portal.OwnReleases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A customer's devices, and what the customer says of one.
@Controller
@RequestMapping("/portal/devices")
class OwnDevicePages {

    private static final String LIST = "/portal/devices";
    private static final int MOST_CLAIMS = 20;

    private final OwnDevices devices;
    private final OwnReleases releases;
    private final Claims claims;
    private final OwnPage own;
    private final CurrentActor current;

    OwnDevicePages(OwnDevices devices, OwnReleases releases, Claims claims, OwnPage own, CurrentActor current) {
        this.devices = devices;
        this.releases = releases;
        this.claims = claims;
        this.own = own;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.PORTAL_READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable UUID release,
            @RequestParam(defaultValue = "false") boolean unknown,
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String after) {
        OwnDeviceFilter filter = new OwnDeviceFilter(q, site, product, release, unknown, due, all);
        return OwnPage.page("devices", "Devices")
                .with("filter", filter)
                .with("sites", releases.sites(own.reader()))
                .with("lines", devices.holding(own.reader(), own.organisation()).lines())
                .with("devices", devices.list(own.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/{id}")
    @Requires(Permission.PORTAL_READ)
    Page show(@PathVariable DeviceId id) {
        OwnDevice device = devices.get(own.reader(), id);
        return page(device, DeviceForm.of(device));
    }

    @PostMapping("/{id}/confirm")
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView confirm(@PathVariable DeviceId id, HttpServletResponse response) {
        OwnDevice device = devices.get(own.reader(), id);
        tell(response, claims.confirm(own.actor(), own.reader(), device));
        return to(LIST + "/" + id);
    }

    @PostMapping("/{id}")
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView say(@PathVariable DeviceId id, DeviceForm form, HttpServletResponse response) {
        OwnDevice device = devices.get(own.reader(), id);
        try {
            tell(response, claims.make(own.actor(), own.reader(), form.differing(device)));
            return to(LIST + "/" + id);
        } catch (ProblemException e) {
            return page(device, form.form().refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    @GetMapping("/new")
    @Requires(Permission.PORTAL_CLAIM)
    Page form(@RequestParam(defaultValue = "") String udi) {
        return newPage(DeviceForm.scanned(udi));
    }

    @PostMapping
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView add(DeviceForm form, HttpServletResponse response) {
        try {
            tell(response, claims.make(own.actor(), own.reader(), form.draft(null)));
            return to("/portal/claims");
        } catch (ProblemException e) {
            return newPage(form.form().refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    static void tell(HttpServletResponse response, @Nullable ClaimId claim) {
        Notices.say(
                response,
                claim == null
                        ? "You said the same before, and it waits for an answer."
                        : "Thank you. The manufacturer looks at it; until then it stands among your claims.");
    }

    private Page page(OwnDevice device, Form form) {
        boolean may = current.may(Permission.PORTAL_CLAIM);
        return OwnPage.page("device", device.label().words())
                .crumb("Devices", LIST)
                .with("device", device)
                .with("release", device.installed() == null ? null : release(device))
                .with("releases", may ? releases.ofProduct(own.reader(), device.product()) : List.of())
                .with("sites", may ? releases.sites(own.reader()) : List.of())
                .with("claims", claims.of(own.reader(), device.id(), MOST_CLAIMS))
                .with("form", form);
    }

    private @Nullable Object release(OwnDevice device) {
        return device.installed() == null
                ? null
                : releases.get(own.reader(), device.installed().id());
    }

    private Page newPage(Form form) {
        return OwnPage.page("new-device", "Another device")
                .crumb("Devices", LIST)
                .with("sites", releases.sites(own.reader()))
                .with(
                        "products",
                        devices.holding(own.reader(), own.organisation()).lines().stream()
                                .map(line -> line.modelName() == null
                                        ? line.productName()
                                        : line.productName() + " " + line.modelName())
                                .distinct()
                                .toList())
                .with("form", form);
    }

    private static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
