package dev.ward.portal.web;

import dev.ward.device.DeviceId;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.Claim;
import dev.ward.portal.ClaimFilter;
import dev.ward.portal.ClaimId;
import dev.ward.portal.ClaimState;
import dev.ward.portal.Claims;
import dev.ward.portal.Holding;
import dev.ward.portal.OwnDevice;
import dev.ward.portal.OwnDeviceFilter;
import dev.ward.portal.OwnDevices;
import dev.ward.portal.OwnReleases;
import dev.ward.portal.Said;
import dev.ward.product.ReleaseId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a customer's programs read and say.
@RestController
@RequestMapping("/api/v1/portal")
class PortalApi {

    private final OwnDevices devices;
    private final OwnReleases releases;
    private final Claims claims;
    private final OwnPage own;

    PortalApi(OwnDevices devices, OwnReleases releases, Claims claims, OwnPage own) {
        this.devices = devices;
        this.releases = releases;
        this.claims = claims;
        this.own = own;
    }

    @GetMapping("/holding")
    @Requires(Permission.PORTAL_READ)
    @Summary("Counts what your organisation has")
    Holding holding() {
        return devices.holding(own.reader(), own.organisation());
    }

    @GetMapping("/devices")
    @Requires(Permission.PORTAL_READ)
    @Summary("Lists your organisation's devices")
    Slice<OwnDeviceAnswer> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable UUID release,
            @RequestParam(defaultValue = "false") boolean unknown,
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        OwnDeviceFilter filter = new OwnDeviceFilter(q, site, product, release, unknown, due, all);
        return devices.list(own.reader(), filter, after, Slice.limit(limit)).map(OwnDeviceAnswer::of);
    }

    @GetMapping("/devices/{id}")
    @Requires(Permission.PORTAL_READ)
    @Summary("Gives one of your organisation's devices")
    OwnDeviceAnswer get(@PathVariable DeviceId id) {
        return OwnDeviceAnswer.of(devices.get(own.reader(), id));
    }

    @GetMapping("/releases")
    @Requires(Permission.PORTAL_READ)
    @Summary("Lists the releases on your organisation's devices; of an SBOM, whether you may have it")
    Slice<OwnReleaseAnswer> releases() {
        return new Slice<>(
                releases.installed(own.reader()).stream()
                        .map(OwnReleaseAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/sites")
    @Requires(Permission.PORTAL_READ)
    @Summary("Lists your organisation's sites")
    Slice<SiteAnswer> sites() {
        return new Slice<>(
                releases.sites(own.reader()).stream().map(SiteAnswer::of).toList(), null);
    }

    record SiteAnswer(UUID id, String name) {

        static SiteAnswer of(Said.Place place) {
            return new SiteAnswer(place.id().value(), place.name());
        }
    }

    @GetMapping("/claims")
    @Requires(Permission.PORTAL_READ)
    @Summary("Lists what your organisation said, and what became of it")
    Slice<ClaimAnswer> claims(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID device,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        ClaimFilter filter =
                new ClaimFilter(Worded.typed("state", state, ClaimState.values()), null, null, null, device);
        return claims.list(own.reader(), filter, after, Slice.limit(limit)).map(ClaimAnswer::of);
    }

    @GetMapping("/claims/{id}")
    @Requires(Permission.PORTAL_READ)
    @Summary("Gives one claim of your organisation")
    ClaimAnswer claim(@PathVariable ClaimId id) {
        return ClaimAnswer.of(claims.get(own.reader(), id));
    }

    @PostMapping("/claims")
    @Requires(Permission.PORTAL_CLAIM)
    @Summary("Says something of one device; it counts when the manufacturer accepts it")
    ResponseEntity<ClaimAnswer> say(@RequestBody ClaimBody body) {
        return said(claims.make(own.actor(), own.reader(), body.draft()));
    }

    @PostMapping("/devices/{id}/confirm")
    @Requires(Permission.PORTAL_CLAIM)
    @Summary("Says that a device is as it is known")
    ResponseEntity<ClaimAnswer> confirm(@PathVariable DeviceId id) {
        OwnDevice device = devices.get(own.reader(), id);
        return said(claims.confirm(own.actor(), own.reader(), device));
    }

    @PostMapping("/releases/{id}/sbom-request")
    @Requires(Permission.PORTAL_CLAIM)
    @Summary("Asks for the SBOM of a release on your devices")
    ResponseEntity<ClaimAnswer> ask(@PathVariable ReleaseId id) {
        return said(claims.askForSbom(own.actor(), own.reader(), id));
    }

    @PostMapping("/claims/{id}/withdraw")
    @Requires(Permission.PORTAL_CLAIM)
    @Summary("Takes back a claim that nobody has answered yet")
    ClaimAnswer withdraw(@PathVariable ClaimId id) {
        claims.withdraw(own.actor(), own.reader(), id);
        return ClaimAnswer.of(claims.get(own.reader(), id));
    }

    private ResponseEntity<ClaimAnswer> said(@Nullable ClaimId id) {
        if (id == null) {
            throw ProblemException.of(Problem.CONFLICT, "The same was said before, and waits for an answer.");
        }
        Claim claim = claims.get(own.reader(), id);
        return ResponseEntity.created(URI.create("/api/v1/portal/claims/" + id)).body(ClaimAnswer.of(claim));
    }
}
