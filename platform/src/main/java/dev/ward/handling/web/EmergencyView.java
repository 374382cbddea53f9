package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.EmergencyOpening;
import dev.ward.handling.EmergencyReview;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An emergency opening as the API shows it; number, title and reason of the case are null for whoever does
/// not see it.
record EmergencyView(
        UUID id,
        @Nullable String number,
        @Nullable String title,
        @Nullable String because,
        UUID account,
        String by,
        String capacity,
        Instant at,
        Instant until,
        @Nullable EmergencyReview review) {

    static EmergencyView from(EmergencyOpening one) {
        CaseNumber number = one.number();
        return new EmergencyView(
                one.id(),
                number == null ? null : number.text(),
                one.title(),
                one.because(),
                one.account().value(),
                one.by(),
                one.capacity(),
                one.at(),
                one.until(),
                one.review());
    }
}
