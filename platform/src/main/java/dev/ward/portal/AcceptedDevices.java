package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.device.Device;
import dev.ward.device.DeviceDraft;
import dev.ward.device.DeviceId;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Devices;
import dev.ward.device.FactSource;
import dev.ward.device.Told;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what a customer said of a device, by the front of devices and with the claim as its source.
@Component
class AcceptedDevices {

    private static final String NOT_KNOWN = "Not known";

    private final Devices devices;
    private final DecisionRepository decisions;

    AcceptedDevices(Devices devices, DecisionRepository decisions) {
        this.devices = devices;
        this.decisions = decisions;
    }

    void write(Actor actor, Reader reader, Claim claim, Said.OfDevice said, Acceptance acceptance) {
        DeviceId id = said.device() == null ? acceptance.device() : said.device();
        Told told =
                new Told(FactSource.CUSTOMER, claim.id().value(), claim.made().at(), since(said));
        if (id == null) {
            devices.take(actor, reader, null, added(reader, claim, said, acceptance), told);
            return;
        }
        Device device = devices.get(reader, id);
        if (said.device() != null && !claim.customer().equals(device.place().customer())) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "%s is no longer a device of the customer who said this. Refuse the claim, or put the device right first."
                            .formatted(device.name()));
        }
        devices.take(actor, reader, id, changed(reader, claim, device, said, acceptance), told);
    }

    /// The first instant of the day since which it is so; null when it was not said.
    private static @Nullable Instant since(Said.OfDevice said) {
        Said.Installed installed = said.installed();
        return installed == null || installed.since() == null
                ? null
                : installed.since().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private DeviceDraft added(Reader reader, Claim claim, Said.OfDevice said, Acceptance acceptance) {
        ProductId product = acceptance.product();
        if (product == null) {
            throw TypedText.refused("product", "Say of which product the new device is.", "is missing");
        }
        Said.Label label = said.label();
        return new DeviceDraft(
                product,
                acceptance.model(),
                label.di(),
                label.serial(),
                label.lot(),
                null,
                null,
                release(reader, said, acceptance, product, null),
                null,
                claim.customer(),
                said.site() == null ? null : said.site().id(),
                null,
                null,
                said.networked(),
                null,
                null,
                DeviceStatus.IN_USE);
    }

    private DeviceDraft changed(Reader reader, Claim claim, Device device, Said.OfDevice said, Acceptance acceptance) {
        Device.Identity is = device.identity();
        boolean here = said.presence() == Presence.HERE;
        boolean moves = !claim.customer().equals(device.place().customer());
        Said.Place site = said.site();
        return new DeviceDraft(
                is.product(),
                is.model(),
                is.di() == null ? said.label().di() : is.di(),
                is.serial(),
                is.lot(),
                is.manufactured(),
                is.expires(),
                here ? release(reader, said, acceptance, is.product(), installed(device)) : installed(device),
                device.configuration(),
                claim.customer(),
                site != null ? site.id() : moves ? null : device.place().site(),
                moves || site != null ? null : device.place().country(),
                moves ? null : device.place().reference(),
                said.networked() == null ? device.networked() : said.networked(),
                device.term().contract(),
                device.term().warranty(),
                status(said.presence(), device.status()));
    }

    private static @Nullable ReleaseId installed(Device device) {
        return device.release() == null ? null : device.release().id();
    }

    /// @param present  what is known to be installed
    private @Nullable ReleaseId release(
            Reader reader, Said.OfDevice said, Acceptance acceptance, ProductId product, @Nullable ReleaseId present) {
        Said.Installed installed = said.installed();
        if (installed == null) {
            return present;
        }
        if (installed.release() != null) {
            return installed.release();
        }
        if (acceptance.release() != null) {
            return acceptance.release();
        }
        return decisions
                .release(reader, product, installed.version())
                .orElseThrow(() -> TypedText.refused(
                        "release",
                        "Say which release \"%s\" is; add it to the product first when it is none yet."
                                .formatted(installed.version()),
                        "is missing"));
    }

    /// A device that a customer no longer finds stays in the field until somebody knows better.
    static DeviceStatus status(Presence presence, DeviceStatus known) {
        return switch (presence) {
            case HERE ->
                known == DeviceStatus.LOANED || known == DeviceStatus.OUT_OF_SERVICE ? known : DeviceStatus.IN_USE;
            case DECOMMISSIONED -> DeviceStatus.DECOMMISSIONED;
            case MOVED, LOST, UNKNOWN -> DeviceStatus.LOST_SIGHT_OF;
        };
    }

    Comparison compare(Reader reader, Claim claim, Said.OfDevice said) {
        if (said.device() == null) {
            return ofUnknown(claim, said);
        }
        Device device = devices.get(reader, said.device());
        Device.Place place = device.place();
        DeviceStatus status = status(said.presence(), device.status());
        Said.Installed installed = said.installed();
        return new Comparison.Builder()
                .row(
                        "Customer",
                        place.customerName(),
                        said.presence() == Presence.MOVED ? "Moved elsewhere" : claim.customerName())
                .row("Status", device.status().title(), status.title())
                .row(
                        "Release",
                        device.release() == null ? NOT_KNOWN : device.release().version(),
                        installed == null ? null : installed.version())
                .row("Installed since", null, installed == null ? null : installed.since())
                .row(
                        "Site",
                        place.siteName() == null ? NOT_KNOWN : place.siteName(),
                        said.site() == null ? null : said.site().name())
                .row(
                        "Network",
                        network(device.networked()),
                        said.networked() == null ? null : network(said.networked()))
                .build();
    }

    private static Comparison ofUnknown(Claim claim, Said.OfDevice said) {
        Said.Installed installed = said.installed();
        return new Comparison.Builder()
                .row("Product", null, said.label().name())
                .row("UDI-DI", null, said.label().di())
                .row("Serial", null, said.label().serial())
                .row("Lot", null, said.label().lot())
                .row("Customer", null, claim.customerName())
                .row("Release", null, installed == null ? null : installed.version())
                .row("Installed since", null, installed == null ? null : installed.since())
                .row("Site", null, said.site() == null ? null : said.site().name())
                .row("Network", null, said.networked() == null ? null : network(said.networked()))
                .build();
    }

    private static String network(@Nullable Boolean networked) {
        return networked == null ? NOT_KNOWN : networked ? "Connected" : "Not connected";
    }
}
