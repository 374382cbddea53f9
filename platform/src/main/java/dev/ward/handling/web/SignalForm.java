package dev.ward.handling.web;

import dev.ward.handling.Origin;
import dev.ward.handling.SignalDraft;
import dev.ward.handling.Tlp;
import dev.ward.web.Form;
import dev.ward.web.Times;
import dev.ward.web.Worded;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of a signal as it is sent.
final class SignalForm {

    private static final List<String> FIELDS = List.of(
            "origin",
            "received",
            "zone",
            "learnedBy",
            "tlp",
            "title",
            "text",
            "reporter",
            "contact",
            "reference",
            "products",
            "vulnerabilities",
            "payload");

    private SignalForm() {}

    static SignalDraft draft(Map<String, String> sent) {
        return new SignalDraft(
                Worded.required("origin", sent.get("origin"), Origin.values()),
                received(sent.get("received"), sent.get("zone")),
                sent.get("learnedBy"),
                Worded.required("tlp", sent.get("tlp"), Tlp.values()),
                sent.getOrDefault("title", ""),
                sent.get("text"),
                sent.get("reporter"),
                sent.get("contact"),
                sent.get("reference"),
                Sent.names(sent.get("products")),
                Sent.names(sent.get("vulnerabilities")));
    }

    /// @param zone  of the typed time; empty for UTC
    private static @Nullable Instant received(@Nullable String typed, @Nullable String zone) {
        ZoneId place = Sent.zone("zone", zone);
        return place == null
                ? Sent.instant("received", typed)
                : Sent.read(
                        "received",
                        typed,
                        "is no time such as 2026-11-30T09:00",
                        text -> Times.bounded(
                                LocalDateTime.parse(text).atZone(place).toInstant()));
    }

    static Form form(Map<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        FIELDS.forEach(field -> values.put(field, sent.getOrDefault(field, "")));
        return new Form(values, Map.of(), null, 0);
    }
}
