package dev.ward.product;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person says about a device identifier.
///
/// @param di        canonical
/// @param model     null when it stands on the product as a whole
/// @param releases  those that bear it; empty when every release of the model does
/// @param markets   codes of [Market]s; empty when nobody has said it
/// @param contains  of a package: the DI of what is in it
/// @param quantity  of a package: how many of these are in it
public record IdentifierDraft(
        DeviceIdentifier di,
        IdentifierKind kind,
        @Nullable ModelId model,
        List<ReleaseId> releases,
        List<String> markets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable DeviceIdentifier contains,
        @Nullable Integer quantity) {

    public static final int MOST_RELEASES = 1_000;

    public IdentifierDraft {
        releases = releases.stream().distinct().toList();
        markets = Market.ALL.stream()
                .map(Market::code)
                .filter(known(markets)::contains)
                .toList();
        if (releases.size() > MOST_RELEASES) {
            throw TypedText.refused(
                    "releases",
                    "A device identifier is tied to %d releases at most; leave them out when every release bears it."
                            .formatted(MOST_RELEASES),
                    "are too many");
        }
        TypedText.checkDate("from", from);
        TypedText.checkDate("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw TypedText.refused("to", "\"%s\" is before \"%s\".".formatted(to, from), "is before the first day");
        }
        if (quantity != null && quantity < 1) {
            throw TypedText.refused(
                    "quantity", "A package of \"%d\" holds nothing.".formatted(quantity), "is less than 1");
        }
        if (kind != IdentifierKind.PACKAGE && (contains != null || quantity != null)) {
            throw TypedText.refused(
                    contains == null ? "quantity" : "contains",
                    "Only a package holds others. Make it a package, or leave out what is in it.",
                    "is of packages only");
        }
    }

    private static List<String> known(List<String> markets) {
        markets.forEach(market -> Market.required("markets", Objects.requireNonNullElse(market, "")));
        return markets;
    }

    /// Reads a DI in any spelling: bare, with identifiers, as a scanner sends it, with production identifiers behind
    /// it,
    /// as a link, with leading zeros that a spreadsheet ate.
    ///
    /// @throws dev.ward.web.ProblemException  says which character is wrong and why
    public static DeviceIdentifier read(String field, String text) {
        String stripped = text.strip();
        Optional<DeviceIdentifier> bare = DeviceIdentifier.tryParse(stripped);
        if (bare.isPresent()) {
            return bare.get();
        }
        // Years of two digits decide nothing about a DI.
        return switch (Udi.parseLenient(stripped, LocalDate.EPOCH.plusYears(50))) {
            case UdiResult.Read read -> {
                DeviceIdentifier di = read.udi().di();
                if (di == null) {
                    throw refused(field, stripped, "There are only production identifiers in it, no DI.", 0);
                }
                yield di;
            }
            case UdiResult.Unreadable unreadable ->
                throw refused(field, stripped, unreadable.message(), unreadable.position());
        };
    }

    private static RuntimeException refused(String field, String text, String message, int position) {
        String sentence = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return TypedText.refused(
                field,
                "%s is no device identifier. %s".formatted(Quoted.of(text), message),
                "is no device identifier, from character %d on: %s".formatted(position + 1, sentence));
    }
}
