package dev.ward.portal.web;

import dev.ward.customer.SiteId;
import dev.ward.device.DeviceId;
import dev.ward.portal.ClaimDraft;
import dev.ward.portal.OwnDevice;
import dev.ward.portal.Presence;
import dev.ward.product.ReleaseId;
import dev.ward.web.Form;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The form in which a customer says something of a device, as it is sent.
///
/// @param networked  `yes`, `no`, or empty for nothing
record DeviceForm(
        @Nullable String udi,
        @Nullable String product,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable String presence,
        @Nullable String release,
        @Nullable String version,
        @Nullable String since,
        @Nullable String site,
        @Nullable String networked,
        @Nullable String note) {

    /// What stands there now, so that only what is wrong has to be changed.
    static Form of(OwnDevice device) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("presence", Presence.HERE.word());
        values.put(
                "release",
                device.installed() == null ? "" : device.installed().id().toString());
        values.put("site", device.site() == null ? "" : device.site().id().toString());
        values.put("networked", networked(device));
        return new Form(values, Map.of(), null, 0);
    }

    static Form scanned(String udi) {
        return new Form(Map.of("udi", udi, "presence", Presence.HERE.word()), Map.of(), null, 0);
    }

    /// What differs from what is known of a device of the customer's: the form came filled in, and what was left
    /// as it stood is no statement.
    ///
    /// @throws ProblemException  when nothing differs, or something typed is not what its field asks for
    ClaimDraft differing(OwnDevice known) {
        OwnDevice.Installed installed = known.installed();
        boolean sameRelease = installed != null && installed.id().toString().equals(typed(release));
        boolean sameVersion = installed != null
                && typed(release).isEmpty()
                && installed.version().equalsIgnoreCase(typed(version));
        boolean dated = !typed(since).isEmpty();
        DeviceForm other = new DeviceForm(
                udi,
                product,
                serial,
                lot,
                presence,
                sameRelease && (!dated || !typed(version).isEmpty()) ? null : release,
                sameVersion && !dated ? null : version,
                since,
                known.site() != null && known.site().id().toString().equals(typed(site)) ? null : site,
                networked(known).equals(networked) ? null : networked,
                note);
        ClaimDraft draft = other.draft(known.id());
        if (draft.presence().isKnownOf(known.status())
                && draft.release() == null
                && draft.version() == null
                && draft.site() == null
                && draft.networked() == null
                && draft.note() == null) {
            throw ProblemException.of(
                    Problem.INVALID,
                    "Nothing is different from what the manufacturer knows. Change what is different; when all is"
                            + " right, press \"This is right\" instead.");
        }
        return draft;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String networked(OwnDevice device) {
        return device.networked() == null ? "" : device.networked() ? "yes" : "no";
    }

    /// @throws ProblemException  when something typed is not what its field asks for
    ClaimDraft draft(@Nullable DeviceId device) {
        return new ClaimDraft(
                device,
                udi,
                product,
                serial,
                lot,
                chosen(),
                read("release", release, ReleaseId::of),
                version,
                date(),
                read("site", site, SiteId::of),
                connected(),
                note);
    }

    private Presence chosen() {
        return Objects.requireNonNullElse(Worded.typed("presence", presence, Presence.values()), Presence.HERE);
    }

    private @Nullable Boolean connected() {
        return switch (Objects.requireNonNullElse(networked, "")) {
            case "" -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> throw TypedText.refused("networked", "Answer yes or no.", "is neither yes nor no");
        };
    }

    private @Nullable LocalDate date() {
        try {
            return since == null || since.isBlank() ? null : LocalDate.parse(since.strip());
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "since",
                    "\"%s\" is not a date such as 2026-11-30.".formatted(since),
                    "is not a date such as 2026-11-30");
        }
    }

    private static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> reading) {
        try {
            return text == null || text.isBlank() ? null : reading.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(field, "There is no %s \"%s\".".formatted(field, text), "is none of yours");
        }
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("udi", Objects.requireNonNullElse(udi, ""));
        values.put("product", Objects.requireNonNullElse(product, ""));
        values.put("serial", Objects.requireNonNullElse(serial, ""));
        values.put("lot", Objects.requireNonNullElse(lot, ""));
        values.put("presence", Objects.requireNonNullElse(presence, ""));
        values.put("release", Objects.requireNonNullElse(release, ""));
        values.put("version", Objects.requireNonNullElse(version, ""));
        values.put("since", Objects.requireNonNullElse(since, ""));
        values.put("site", Objects.requireNonNullElse(site, ""));
        values.put("networked", Objects.requireNonNullElse(networked, ""));
        values.put("note", Objects.requireNonNullElse(note, ""));
        return new Form(values, Map.of(), null, 0);
    }
}
