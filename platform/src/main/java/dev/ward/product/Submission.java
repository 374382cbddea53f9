package dev.ward.product;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A submission or certificate under which a release is on a market.
///
/// Source: 21 CFR 807 subpart E (510(k)), 814 (PMA, HDE), 860 subpart D (De Novo); 21 CFR 806.10(c)(4); Regulation (EU)
/// 2017/745, article 56.
public record Submission(
        SubmissionId id,
        ReleaseId release,
        String market,
        String kind,
        @Nullable String number,
        @Nullable LocalDate decided,
        int revision,
        Instant changed) {

    /// The kind in words; its own name when a later list lacks it.
    public String title() {
        return SubmissionKind.find(market, kind).map(SubmissionKind::title).orElse(kind);
    }

    public String marketName() {
        return Market.find(market).map(Market::name).orElse(market);
    }
}
