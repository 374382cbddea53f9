package dev.ward.lifecycle;

import dev.ward.identity.Reader;
import dev.ward.product.Release;
import java.time.Instant;
import java.time.LocalDate;

/// For which release and market a gate is looked at, and when.
record GateQuestion(Reader reader, Release release, Market market, Instant now) {

    LocalDate today() {
        return market.today(now);
    }

    /// A page of the release, `/lifecycle`.
    String page(String below) {
        return "/releases/" + release.id() + below;
    }
}
