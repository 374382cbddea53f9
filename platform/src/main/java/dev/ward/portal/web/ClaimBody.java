package dev.ward.portal.web;

import dev.ward.customer.SiteId;
import dev.ward.device.DeviceId;
import dev.ward.portal.ClaimDraft;
import dev.ward.portal.Presence;
import dev.ward.product.ReleaseId;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer's program says of one device: by its `device`, or by `udi`, `serial` or `lot`.
///
/// @param presence   `here` when absent; `moved`, `decommissioned`, `lost`, `unknown`
/// @param release    one of those that the customer sees; or `version`, as the device shows it
/// @param networked  absent when nothing is said of it
record ClaimBody(
        @Nullable UUID device,
        @Nullable String udi,
        @Nullable String product,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable String presence,
        @Nullable UUID release,
        @Nullable String version,
        @Nullable LocalDate since,
        @Nullable UUID site,
        @Nullable Boolean networked,
        @Nullable String note) {

    ClaimDraft draft() {
        return new ClaimDraft(
                device == null ? null : new DeviceId(device),
                udi,
                product,
                serial,
                lot,
                Objects.requireNonNullElse(Worded.typed("presence", presence, Presence.values()), Presence.HERE),
                release == null ? null : new ReleaseId(release),
                version,
                since,
                site == null ? null : new SiteId(site),
                networked,
                note);
    }
}
