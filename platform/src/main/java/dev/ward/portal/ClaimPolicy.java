package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Makes of what was typed what is said, out of what the customer sees alone.
final class ClaimPolicy {

    private final Sight sight;

    ClaimPolicy(Sight sight) {
        this.sight = sight;
    }

    /// @param today  no release is installed later
    /// @throws ProblemException  when something of it is none of the customer's, or cannot be
    Said.OfDevice said(ClaimDraft draft, LocalDate today) {
        if (draft.since() != null && draft.since().isAfter(today)) {
            throw TypedText.refused(
                    "since", "The date \"%s\" is yet to come.".formatted(draft.since()), "is yet to come");
        }
        DeviceId id = draft.device();
        if (id == null) {
            return ofUnknown(draft, today);
        }
        OwnDevice device = sight.device(id).orElseThrow(() -> OwnDevices.absent(id));
        return said(draft, device.id(), device.label(), device.product());
    }

    /// The serial by which a device will be looked for; null when it will not, or the UDI cannot be read.
    @Nullable
    String serial(ClaimDraft draft, LocalDate today) {
        try {
            return draft.device() == null ? label(draft, today).serial() : null;
        } catch (ProblemException e) {
            return null; // told when it is taken
        }
    }

    /// What names one of the customer's devices is about that one.
    private Said.OfDevice ofUnknown(ClaimDraft draft, LocalDate today) {
        Said.Label label = label(draft, today);
        if (label.serial() == null && label.lot() == null) {
            throw TypedText.refused(
                    "serial",
                    "Name the device by its UDI, its serial or its lot.",
                    "is missing, and so are UDI and lot");
        }
        if (label.serial() != null) {
            var known = sight.devices(label.di(), label.serial());
            if (known.size() > 1) {
                throw TypedText.refused(
                        "serial",
                        "Several of your devices have the serial \"%s\". Give the whole UDI.".formatted(label.serial()),
                        "is that of several devices of yours");
            }
            if (known.size() == 1) {
                OwnDevice device = known.getFirst();
                return said(draft, device.id(), device.label(), device.product());
            }
        }
        if (draft.presence() != Presence.HERE) {
            throw TypedText.refused(
                    "serial",
                    "There is no device \"%s\" among yours that could be elsewhere.".formatted(label.words()),
                    "is of no device of yours");
        }
        return said(draft, null, label, null);
    }

    private static Said.Label label(ClaimDraft draft, LocalDate today) {
        String text = draft.udi();
        if (text == null) {
            return new Said.Label(draft.product(), null, null, draft.serial(), draft.lot());
        }
        return switch (Udi.parseLenient(text, today)) {
            case UdiResult.Read(Udi udi, var _) ->
                new Said.Label(
                        draft.product(),
                        text,
                        udi.di() == null ? null : udi.di().value(),
                        udi.serial() == null ? draft.serial() : udi.serial(),
                        udi.lot() == null ? draft.lot() : udi.lot());
            case UdiResult.Unreadable(String message, int _) ->
                throw TypedText.refused("udi", message, "cannot be read");
        };
    }

    private Said.OfDevice said(
            ClaimDraft draft, @Nullable DeviceId device, Said.Label label, @Nullable ProductId product) {
        return new Said.OfDevice(
                device,
                label,
                draft.presence(),
                installed(draft, product),
                site(draft),
                draft.networked(),
                draft.note());
    }

    private Said.@Nullable Installed installed(ClaimDraft draft, @Nullable ProductId product) {
        ReleaseId id = draft.release();
        if (id != null) {
            OwnRelease release = sight.release(id)
                    .filter(one -> product == null || one.product().equals(product))
                    .orElseThrow(() -> TypedText.refused(
                            "release", "\"%s\" is no release of this device.".formatted(id), "is not of this device"));
            return new Said.Installed(id, release.version(), draft.since());
        }
        String version = draft.version();
        if (version == null) {
            return null;
        }
        var named = product == null
                ? null
                : sight.releases(product).stream()
                        .filter(one -> one.version().equalsIgnoreCase(version))
                        .toList();
        return named != null && named.size() == 1
                ? new Said.Installed(named.getFirst().id(), named.getFirst().version(), draft.since())
                : new Said.Installed(null, version, draft.since());
    }

    private Said.@Nullable Place site(ClaimDraft draft) {
        return draft.site() == null
                ? null
                : sight.sites().stream()
                        .filter(place -> place.id().equals(draft.site()))
                        .findFirst()
                        .orElseThrow(() -> TypedText.refused(
                                "site", "You have no site \"%s\".".formatted(draft.site()), "is none of your sites"));
    }
}
