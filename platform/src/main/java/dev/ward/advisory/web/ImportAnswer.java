package dev.ward.advisory.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ward.advisory.ImportOutcome;
import dev.ward.advisory.Source;
import dev.ward.advisory.SourceImport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as the API tells of it.
record ImportAnswer(
        UUID id,
        Source source,
        String name,
        UUID job,
        String actor,
        Instant begun,
        @Nullable Instant ended,
        ImportOutcome outcome,
        @Nullable String problem,
        @Nullable String sha256,
        @Nullable Long size,
        Counts counts) {

    /// @param created  named `new` in JSON
    record Counts(
            long told,
            @JsonProperty("new") long created,
            long revised,
            long retired,
            long unchanged,
            long older,
            long unread) {}

    static ImportAnswer of(SourceImport of) {
        return new ImportAnswer(
                of.id().value(),
                of.source(),
                of.name(),
                of.job().value(),
                of.who(),
                of.begun(),
                of.ended(),
                of.outcome(),
                of.problem(),
                of.sha256(),
                of.size(),
                new Counts(
                        of.counts().told(),
                        of.counts().created(),
                        of.counts().revised(),
                        of.counts().retired(),
                        of.counts().unchanged(),
                        of.counts().older(),
                        of.counts().unread()));
    }
}
