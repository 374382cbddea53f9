package dev.ward.correction.web;

import dev.ward.correction.past.CorrectionImport;
import dev.ward.correction.past.CorrectionMappingBody;
import dev.ward.correction.past.CorrectionRule;
import dev.ward.job.JobId;
import dev.ward.table.RowCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import of past corrections as the API shows it.
///
/// @param headings  empty when the file could not be read
/// @param rules     how often each rule was broken; of a warning, as often as it is kept
record CorrectionImportView(
        UUID id,
        String name,
        String sha256,
        long size,
        String by,
        Instant received,
        String state,
        List<String> headings,
        @Nullable CorrectionMappingBody mapping,
        @Nullable UUID job,
        @Nullable String problem,
        @Nullable Instant ended,
        RowCounts counts,
        Map<String, Long> rules) {

    static CorrectionImportView of(CorrectionImport of, Map<CorrectionRule, Long> rules) {
        Map<String, Long> words = new TreeMap<>();
        rules.forEach((rule, count) -> words.put(rule.word(), count));
        JobId job = of.job();
        return new CorrectionImportView(
                of.id(),
                of.name(),
                of.sha256(),
                of.size(),
                of.actorName(),
                of.received(),
                of.state().word(),
                of.preview() == null ? List.of() : of.preview().headings(),
                of.mapping() == null ? null : CorrectionMappingBody.of(of.mapping()),
                job == null ? null : job.value(),
                of.problem(),
                of.ended(),
                of.counts(),
                words);
    }
}
