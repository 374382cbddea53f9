package dev.ward.portal;

import dev.ward.customer.SiteId;
import dev.ward.device.DeviceId;
import dev.ward.product.ReleaseId;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a customer says of a device, as it was typed. Texts are taken without the space around them; empty means none.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param device     null for one that is not among the customer's
/// @param udi        as a label shows it or a scanner sends it
/// @param product    in the customer's words
/// @param release    one of those that the customer sees; null when the version says it, or nothing does
/// @param version    what the device shows, where it is none of those
/// @param networked  null when nothing is said of it
public record ClaimDraft(
        @Nullable DeviceId device,
        @Nullable String udi,
        @Nullable String product,
        @Nullable String serial,
        @Nullable String lot,
        Presence presence,
        @Nullable ReleaseId release,
        @Nullable String version,
        @Nullable LocalDate since,
        @Nullable SiteId site,
        @Nullable Boolean networked,
        @Nullable String note) {

    public static final int LONGEST_UDI = 400;
    public static final int LONGEST_TEXT = 100;
    public static final int LONGEST_NOTE = 1_000;

    public ClaimDraft {
        udi = TypedText.optional("udi", udi, LONGEST_UDI);
        product = TypedText.optional("product", product, LONGEST_TEXT);
        serial = TypedText.optional("serial", serial, LONGEST_TEXT);
        lot = TypedText.optional("lot", lot, LONGEST_TEXT);
        version = TypedText.optional("version", version, LONGEST_TEXT);
        note = TypedText.lines("note", note, LONGEST_NOTE);
        TypedText.checkDate("since", since);
        if (release != null) {
            version = null;
        }
        if (presence != Presence.HERE) {
            release = null;
            version = null;
            since = null;
            site = null;
            networked = null;
        }
        if (since != null && release == null && version == null) {
            throw TypedText.refused(
                    "since", "A date says since when a release is installed; name the release too.", "needs a release");
        }
    }
}
