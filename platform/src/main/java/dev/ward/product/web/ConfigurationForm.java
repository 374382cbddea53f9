package dev.ward.product.web;

import dev.ward.product.Configuration;
import dev.ward.product.ConfigurationDraft;
import dev.ward.product.ConfigurationStatus;
import dev.ward.product.ModelId;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a configuration as it is sent; what runs in it is added on its page.
record ConfigurationForm(
        @Nullable String name,
        @Nullable String status,
        @Nullable String note,
        @Nullable Integer revision) {

    static Form form(Configuration of) {
        return new ConfigurationForm(of.name(), of.status().name(), of.note(), of.revision()).form();
    }

    ConfigurationDraft draft(@Nullable ModelId model) {
        return new ConfigurationDraft(
                Objects.requireNonNullElse(name, ""),
                model,
                chosenStatus(),
                note,
                List.of(),
                new LinkedHashMap<>(),
                List.of());
    }

    ConfigurationDraft draft(Configuration before) {
        return new ConfigurationDraft(
                Objects.requireNonNullElse(name, ""),
                before.model(),
                chosenStatus(),
                note,
                before.draft().releases(),
                before.options(),
                before.platforms());
    }

    private ConfigurationStatus chosenStatus() {
        String word = Objects.requireNonNullElse(status, "");
        return Arrays.stream(ConfigurationStatus.values())
                .filter(one -> word.isEmpty()
                        ? one == ConfigurationStatus.PLANNED
                        : one.name().equals(word))
                .findAny()
                .orElseThrow(() -> TypedText.refused(
                        "status", "\"%s\" is not in the list.".formatted(word), "is not in the list"));
    }

    Form form() {
        return new Form(
                Map.of(
                        "name", Objects.requireNonNullElse(name, ""),
                        "status", Objects.requireNonNullElse(status, ""),
                        "note", Objects.requireNonNullElse(note, "")),
                Map.of(),
                null,
                seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
