package dev.ward.assessment.web;

import dev.ward.assessment.past.PastImport;
import dev.ward.assessment.past.PastMappingBody;
import dev.ward.assessment.past.PastRule;
import dev.ward.job.JobId;
import dev.ward.table.RowCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import of past decisions as the API shows it.
///
/// @param vex       the document, when it is VEX of our own; null for a table
/// @param headings  empty when the file could not be read, or is no table
/// @param rules     how often each rule was broken; of a warning, as often as it is kept
record PastImportView(
        UUID id,
        String name,
        String sha256,
        long size,
        String by,
        Instant received,
        String state,
        @Nullable UUID vex,
        List<String> headings,
        @Nullable PastMappingBody mapping,
        @Nullable UUID job,
        @Nullable String problem,
        @Nullable Instant ended,
        RowCounts counts,
        Map<String, Long> rules) {

    static PastImportView of(PastImport of, Map<PastRule, Long> rules) {
        Map<String, Long> words = new TreeMap<>();
        rules.forEach((rule, count) -> words.put(rule.word(), count));
        JobId job = of.job();
        return new PastImportView(
                of.id(),
                of.name(),
                of.sha256(),
                of.size(),
                of.actorName(),
                of.received(),
                of.state().word(),
                of.vex() == null ? null : of.vex().value(),
                of.preview() == null ? List.of() : of.preview().headings(),
                of.mapping() == null ? null : PastMappingBody.of(of.mapping()),
                job == null ? null : job.value(),
                of.problem(),
                of.ended(),
                of.counts(),
                words);
    }
}
