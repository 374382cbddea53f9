package dev.ward.product.web;

import dev.ward.product.IdentifierDraft;
import dev.ward.product.IdentifierKind;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.LinkedIdentifier.Tied;
import dev.ward.product.ModelId;
import dev.ward.product.ReleaseId;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a device identifier as it is sent. The releases that it is tied to have a page of their own.
record IdentifierForm(
        @Nullable String di,
        @Nullable String kind,
        @Nullable List<String> markets,
        @Nullable String from,
        @Nullable String to,
        @Nullable String contains,
        @Nullable String quantity,
        @Nullable Integer revision) {

    static Form form(LinkedIdentifier of) {
        return new IdentifierForm(
                        of.di().value(),
                        of.kind().name(),
                        of.markets(),
                        Objects.toString(of.from(), ""),
                        Objects.toString(of.to(), ""),
                        Objects.toString(of.contains(), ""),
                        Objects.toString(of.quantity(), ""),
                        of.revision())
                .form();
    }

    /// @param model     on which it stands; null for the product as a whole
    /// @param releases  those that it is tied to
    /// @param before    what stands there; null for a new one. A text that still says the same is not read again
    IdentifierDraft draft(@Nullable ModelId model, List<ReleaseId> releases, @Nullable LinkedIdentifier before) {
        return new IdentifierDraft(
                before != null && before.di().value().equals(text(di))
                        ? before.di()
                        : IdentifierDraft.read("di", text(di)),
                chosenKind(),
                model,
                releases,
                Objects.requireNonNullElse(markets, List.of()),
                date("from", from),
                date("to", to),
                contained(before),
                number());
    }

    private @Nullable DeviceIdentifier contained(@Nullable LinkedIdentifier before) {
        String typed = text(contains);
        if (typed.isEmpty()) {
            return null;
        }
        DeviceIdentifier known = before == null ? null : before.contains();
        return known != null && known.value().equals(typed) ? known : IdentifierDraft.read("contains", typed);
    }

    private IdentifierKind chosenKind() {
        String name = text(kind);
        return Arrays.stream(IdentifierKind.values())
                .filter(one -> name.isEmpty()
                        ? one == IdentifierKind.PRIMARY
                        : one.name().equals(name))
                .findAny()
                .orElseThrow(() ->
                        TypedText.refused("kind", "\"%s\" is not in the list.".formatted(name), "is not in the list"));
    }

    private static @Nullable LocalDate date(String field, @Nullable String text) {
        try {
            return text(text).isEmpty() ? null : LocalDate.parse(text(text));
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is not a date such as 2026-11-30.".formatted(text),
                    "is not a date such as 2026-11-30");
        }
    }

    private @Nullable Integer number() {
        String typed = text(quantity);
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.length() > 9 || !typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw TypedText.refused(
                    "quantity", "\"%s\" is not a whole number.".formatted(typed), "is not a whole number");
        }
        return Integer.valueOf(typed);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static List<ReleaseId> releases(LinkedIdentifier of) {
        return of.releases().stream().map(Tied::id).toList();
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("di", Objects.requireNonNullElse(di, ""));
        values.put("kind", Objects.requireNonNullElse(kind, ""));
        values.put("markets", String.join(",", Objects.requireNonNullElse(markets, List.of())));
        values.put("from", Objects.requireNonNullElse(from, ""));
        values.put("to", Objects.requireNonNullElse(to, ""));
        values.put("contains", Objects.requireNonNullElse(contains, ""));
        values.put("quantity", Objects.requireNonNullElse(quantity, ""));
        return new Form(values, Map.of(), null, seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
