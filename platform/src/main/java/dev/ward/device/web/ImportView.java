package dev.ward.device.web;

import dev.ward.device.intake.DeviceImport;
import dev.ward.device.intake.ImportCounts;
import dev.ward.device.intake.MappingBody;
import dev.ward.device.intake.Rule;
import dev.ward.table.FilePreview;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import of devices as the API shows it.
///
/// @param rules  how often each rule was broken
record ImportView(
        UUID id,
        String name,
        String sha256,
        long size,
        String state,
        Instant received,
        Instant asOf,
        @Nullable Instant ended,
        @Nullable UUID job,
        @Nullable String problem,
        @Nullable MappingBody mapping,
        @Nullable FilePreview preview,
        ImportCounts counts,
        Map<String, Long> rules) {

    static ImportView of(DeviceImport of, Map<Rule, Long> rules) {
        Map<String, Long> words = new TreeMap<>();
        rules.forEach((rule, count) -> words.put(rule.word(), count));
        return new ImportView(
                of.id().value(),
                of.name(),
                of.sha256(),
                of.size(),
                of.state().word(),
                of.received(),
                of.asOf(),
                of.ended(),
                of.job() == null ? null : of.job().value(),
                of.problem(),
                of.mapping() == null ? null : MappingBody.of(of.mapping()),
                of.preview(),
                of.counts(),
                words);
    }
}
