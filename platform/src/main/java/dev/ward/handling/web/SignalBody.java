package dev.ward.handling.web;

import dev.ward.handling.Origin;
import dev.ward.handling.SignalDraft;
import dev.ward.handling.Tlp;
import dev.ward.web.Worded;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A signal as it is entered.
///
/// @param received  an instant; null for now
/// @param payload   what came, as text; kept byte for byte in UTF-8
record SignalBody(
        @Nullable String origin,
        @Nullable String received,
        @Nullable String learnedBy,
        @Nullable String tlp,
        @Nullable String title,
        @Nullable String text,
        @Nullable String reporter,
        @Nullable String contact,
        @Nullable String reference,
        @Nullable List<String> products,
        @Nullable List<String> vulnerabilities,
        @Nullable String payload,
        @Nullable String payloadName) {

    SignalDraft draft() {
        return new SignalDraft(
                Worded.required("origin", origin, Origin.values()),
                Sent.instant("received", received),
                learnedBy,
                Worded.required("tlp", tlp, Tlp.values()),
                Objects.requireNonNullElse(title, ""),
                text,
                reporter,
                contact,
                reference,
                Objects.requireNonNullElse(products, List.of()),
                Objects.requireNonNullElse(vulnerabilities, List.of()));
    }
}
