package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Embargo;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as the API shows it.
record CaseView(
        String number,
        String title,
        @Nullable String description,
        String phase,
        @Nullable UUID owner,
        List<String> vulnerabilities,
        @Nullable String mergedInto,
        @Nullable String splitFrom,
        @Nullable Instant closed,
        @Nullable String closedBecause,
        @Nullable Instant embargoUntil,
        @Nullable String embargoZone,
        @Nullable String embargoOnLeak,
        int revision,
        Instant opened,
        Instant changed) {

    static CaseView from(VulnerabilityCase one) {
        AccountId owner = one.owner();
        Embargo embargo = one.embargo();
        return new CaseView(
                one.number().text(),
                one.title(),
                one.description(),
                one.phase().word(),
                owner == null ? null : owner.value(),
                one.vulnerabilities(),
                text(one.mergedInto()),
                text(one.splitFrom()),
                one.closed(),
                one.closedBecause(),
                embargo == null ? null : embargo.until(),
                embargo == null ? null : embargo.zone().getId(),
                embargo == null ? null : embargo.onLeak(),
                one.revision(),
                one.opened(),
                one.changed());
    }

    private static @Nullable String text(@Nullable CaseNumber number) {
        return number == null ? null : number.text();
    }
}
