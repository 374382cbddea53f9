package dev.ward.customer.web;

import dev.ward.customer.Consent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A consent as the API shows it.
record ConsentView(String kind, Instant since, @Nullable Instant withdrawn) {

    static ConsentView from(Consent consent) {
        return new ConsentView(consent.kind().word(), consent.given(), consent.withdrawn());
    }
}
