package dev.ward.assessment;

import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Signable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A disposition in bulk: one signed record with the manifest of its rows.
///
/// @param policy       the version of the policy, by its id
/// @param rule         the cells of the policy's row, as they were
/// @param asked        which findings were asked for
/// @param rows         how many it covers
/// @param manifest     the SHA-256 of the lines of its rows
/// @param share        of the sample, in percent
/// @param seed         by which the sample was drawn; null before it is signed
/// @param sampled      how many rows the second discipline reads
/// @param sampleRead   when the second discipline signed that it had; null before
/// @param pulled       rows that no longer stand as a new fact asks for another look
public record Screening(
        ScreeningId id,
        ScreeningState state,
        String policy,
        List<String> rule,
        Verdict verdict,
        @Nullable Justification justification,
        String evidence,
        String asked,
        long rows,
        String manifest,
        LocalDate reassessBy,
        int share,
        @Nullable String seed,
        long sampled,
        @Nullable Instant sampleRead,
        long pulled,
        String preparedBy,
        Instant prepared,
        @Nullable Instant signed,
        @Nullable Instant ended,
        @Nullable String endedBecause,
        long number) {

    static final String RECORD = "screening";
    static final String DISPOSITION = "disposition";
    static final String SAMPLE = "sample";
    private static final int LAYOUT = 1;

    public Screening {
        rule = List.copyOf(rule);
    }

    public String name() {
        return rule.getFirst();
    }

    /// What security signs.
    public Signable disposition() {
        Map<String, Object> content = head();
        content.put("policy", policy);
        content.put("rule", rule);
        content.put("verdict", verdict.word());
        content.put("justification", justification == null ? "" : justification.word());
        content.put("evidence", evidence);
        content.put("asked", asked);
        content.put("reassessBy", reassessBy.toString());
        content.put("sampleShare", share);
        return new Signable(
                RECORD,
                id.value(),
                1,
                DISPOSITION,
                CanonicalRecord.of(content),
                "I answer for the disposition of these %d findings by the rule \"%s\".".formatted(rows, name()));
    }

    /// What clinical safety signs when it has read the sample.
    ///
    /// @param lines       the SHA-256 of the lines of the sample
    /// @param objections  the findings that it does not agree with, with its reasons
    Signable sample(String lines, Map<String, String> objections) {
        Map<String, Object> content = head();
        content.put("seed", seed == null ? "" : seed);
        content.put("sampled", sampled);
        content.put("sampleSha256", lines);
        content.put("objections", new TreeMap<>(objections));
        return new Signable(
                RECORD,
                id.value(),
                1,
                SAMPLE,
                CanonicalRecord.of(content),
                objections.isEmpty()
                        ? "I have read the sample of %d rows and agree with each.".formatted(sampled)
                        : "I have read the sample of %d rows and agree with all but %d."
                                .formatted(sampled, objections.size()));
    }

    private Map<String, Object> head() {
        Map<String, Object> content = new TreeMap<>();
        content.put("layout", LAYOUT);
        content.put("screening", id.toString());
        content.put("rows", rows);
        content.put("manifestSha256", manifest);
        return content;
    }
}
