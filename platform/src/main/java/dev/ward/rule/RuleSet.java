package dev.ward.rule;

import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a set of rules.
///
/// @param id         null for what Ward brings
/// @param version    from 1, which is what Ward brings
/// @param revision   of the draft, from 1
/// @param rows       each with a cell for each column of the kind
/// @param why        why it differs from the version before
/// @param writtenBy  printed name of who changed it last
/// @param changed    null for what Ward brings
/// @param inForce    since when; null for a draft, and for one that never was
public record RuleSet(
        @Nullable UUID id,
        String kind,
        int version,
        RuleSetState state,
        int revision,
        List<List<String>> rows,
        String why,
        String writtenBy,
        @Nullable Instant changed,
        @Nullable Instant inForce) {

    static final String RECORD = "rule-set";
    private static final int LAYOUT = 1;

    public RuleSet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static RuleSet shipped(RuleKind kind, boolean superseded) {
        RuleSetState state = superseded ? RuleSetState.SUPERSEDED : RuleSetState.SHIPPED;
        return new RuleSet(null, kind.key(), 1, state, 1, kind.shipped(), "", "Ward", null, null);
    }

    /// What is signed of it, as one text.
    public String content() {
        Map<String, Object> content = new TreeMap<>();
        content.put("layout", LAYOUT);
        content.put("kind", kind);
        content.put("version", version);
        content.put("rows", rows);
        content.put("why", why);
        return CanonicalRecord.of(content);
    }

    public String sha256() {
        return CanonicalRecord.sha256(content());
    }

    /// @throws IllegalStateException  for what Ward brings, which nobody signs
    Signable signable(Discipline discipline, String title) {
        if (id == null) {
            throw new IllegalStateException("version 1 is not signed");
        }
        return new Signable(
                RECORD,
                id,
                version,
                discipline.word(),
                content(),
                "I approve version %d of the %s for %s."
                        .formatted(
                                version,
                                title.toLowerCase(Locale.ROOT),
                                discipline.title().toLowerCase(Locale.ROOT)));
    }
}
