package dev.ward.portal.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.Claim;
import dev.ward.portal.ClaimFilter;
import dev.ward.portal.ClaimState;
import dev.ward.portal.Claims;
import dev.ward.portal.Holding;
import dev.ward.portal.OwnDevice;
import dev.ward.portal.OwnDevices;
import dev.ward.web.Address;
import dev.ward.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a customer has, and the way from a scanned label to its device.
@Controller
@Requires(Permission.PORTAL_READ)
class PortalPages {

    private static final int LATELY = 5;
    private static final int MOST_HITS = 20;
    private static final int LONGEST_TEXT = 400;

    private final OwnDevices devices;
    private final Claims claims;
    private final OwnPage own;
    private final Clock clock;

    PortalPages(OwnDevices devices, Claims claims, OwnPage own, Clock clock) {
        this.devices = devices;
        this.claims = claims;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping("/portal")
    Page home() {
        Holding holding = devices.holding(own.reader(), own.organisation());
        List<Claim> refused = claims.list(own.reader(), ClaimFilter.of(ClaimState.REFUSED), null, LATELY)
                .items();
        return OwnPage.page("home", holding.name())
                .with("holding", holding)
                .with("open", claims.countOpen(own.reader()))
                .with("refused", refused);
    }

    /// A device with exactly this label opens at once, as who scans has no hand free.
    @GetMapping("/portal/scan")
    ModelAndView scan(@RequestParam(defaultValue = "") String q) {
        String stripped = q.strip();
        String text = stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
        if (text.isEmpty()) {
            return new ModelAndView("redirect:/portal/devices");
        }
        Scan scan = Scan.of(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<OwnDevice> found = devices.find(own.reader(), scan.di(), scan.serial(), MOST_HITS);
        if (found.size() == 1) {
            return new ModelAndView(
                    "redirect:/portal/devices/" + found.getFirst().id());
        }
        return OwnPage.page("scan", "Find a device")
                .with("text", text)
                .with("scan", scan)
                .with("found", found)
                .with(
                        "elsewhere",
                        Address.of("/portal/devices/new").with("udi", text).toString())
                .with("filtered", Address.of("/portal/devices").with("q", text).toString());
    }
}
