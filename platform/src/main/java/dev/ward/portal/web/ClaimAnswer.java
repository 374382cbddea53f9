package dev.ward.portal.web;

import dev.ward.portal.Claim;
import dev.ward.portal.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A claim in the API.
///
/// @param about     in a few words
/// @param says      a sentence each
/// @param by        who of the customer said it
/// @param ended     absent while it is open
/// @param reason    why it was refused
record ClaimAnswer(
        UUID id,
        UUID customer,
        String kind,
        String about,
        List<String> says,
        @Nullable UUID device,
        @Nullable String udi,
        @Nullable String serial,
        @Nullable String presence,
        @Nullable UUID release,
        @Nullable String version,
        @Nullable LocalDate since,
        @Nullable UUID site,
        @Nullable Boolean networked,
        @Nullable String note,
        String by,
        Instant made,
        @Nullable String file,
        @Nullable Integer line,
        String state,
        @Nullable Instant ended,
        @Nullable String reason) {

    static ClaimAnswer of(Claim claim) {
        Said.OfDevice device = claim.said() instanceof Said.OfDevice said ? said : null;
        Said.Installed installed = device == null ? null : device.installed();
        UUID release = claim.said() instanceof Said.WantsSbom sbom
                ? sbom.release().value()
                : installed == null || installed.release() == null
                        ? null
                        : installed.release().value();
        Claim.FileLine file = claim.made().file();
        return new ClaimAnswer(
                claim.id().value(),
                claim.customer().value(),
                kind(claim.said()),
                claim.said().about(),
                claim.said().sentences(),
                device == null || device.device() == null
                        ? null
                        : device.device().value(),
                device == null ? null : device.label().udi(),
                device == null ? null : device.label().serial(),
                device == null ? null : device.presence().word(),
                release,
                installed == null ? null : installed.version(),
                installed == null ? null : installed.since(),
                device == null || device.site() == null
                        ? null
                        : device.site().id().value(),
                device == null ? null : device.networked(),
                device == null ? null : device.note(),
                claim.made().by().name(),
                claim.made().at(),
                file == null ? null : file.name(),
                file == null ? null : file.line(),
                claim.state().word(),
                claim.ending() == null ? null : claim.ending().at(),
                claim.ending() == null ? null : claim.ending().reason());
    }

    private static String kind(Said said) {
        return switch (said) {
            case Said.OfDevice _ -> "device";
            case Said.OfContact _ -> "contact";
            case Said.WantsSbom _ -> "sbom";
        };
    }
}
