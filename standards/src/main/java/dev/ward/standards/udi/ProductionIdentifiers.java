package dev.ward.standards.udi;

import org.jspecify.annotations.Nullable;

/// What tells one device, lot or piece from others of the same device identifier; null is what the text does not say.
///
/// @param lot              the lot or batch
/// @param serial           the serial number
/// @param expiry           the use-by or expiration date
/// @param manufactured     the date of manufacture
/// @param donationId       the distinct identification code of a human cell, tissue or tissue-based product
/// @param softwareVersion  the version of the software (GS1 only)
/// @param quantity         how many are in the package
///
/// Source: 21 CFR 801.3, "unique device identifier"; GS1 AI (8012), (30), (37).
public record ProductionIdentifiers(
        @Nullable String lot,
        @Nullable String serial,
        @Nullable UdiDate expiry,
        @Nullable UdiDate manufactured,
        @Nullable String donationId,
        @Nullable String softwareVersion,
        @Nullable Integer quantity) {

    static final ProductionIdentifiers NONE = new ProductionIdentifiers(null, null, null, null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }
}
