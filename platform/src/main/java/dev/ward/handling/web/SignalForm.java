package dev.ward.handling.web;

import dev.ward.handling.Origin;
import dev.ward.handling.SignalDraft;
import dev.ward.handling.Tlp;
import dev.ward.web.Form;
import dev.ward.web.Worded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The form of a signal as it is sent.
final class SignalForm {

    private static final List<String> FIELDS = List.of(
            "origin",
            "received",
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
                Sent.instant("received", sent.get("received")),
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

    static Form form(Map<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        FIELDS.forEach(field -> values.put(field, sent.getOrDefault(field, "")));
        return new Form(values, Map.of(), null, 0);
    }
}
