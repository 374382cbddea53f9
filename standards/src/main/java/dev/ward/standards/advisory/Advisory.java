package dev.ward.standards.advisory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One record of one source about one vulnerability, whatever the format that said so.
///
/// @param source     the kind of source: `CVE`, `OSV` or `NVD`
/// @param id         the record's id within its source
/// @param state      only `PUBLISHED` records match anything
/// @param modified   when the source last changed it; null when it does not say
/// @param aliases    other ids of the same vulnerability, as the record lists them
/// @param upstream   ids that this record is built on; never merged
/// @param related    ids that are close; never merged
/// @param summary    one line; empty when the source has none
/// @param weaknesses CWE ids, `CWE-79`
/// @param exploitation  SSVC `Exploitation` as CISA's ADP container gives it: `none`, `poc`, `active`; null if absent
public record Advisory(
        String source,
        String id,
        State state,
        @Nullable Instant published,
        @Nullable Instant modified,
        Set<String> aliases,
        Set<String> upstream,
        Set<String> related,
        String summary,
        List<Severity> severities,
        List<String> weaknesses,
        @Nullable String exploitation,
        List<Affected> affected) {

    public enum State {
        PUBLISHED,
        /// OSV `withdrawn`.
        WITHDRAWN,
        /// CVE `REJECTED`, NVD `Rejected`.
        REJECTED
    }

    public Advisory {
        aliases = Set.copyOf(aliases);
        upstream = Set.copyOf(upstream);
        related = Set.copyOf(related);
        severities = List.copyOf(severities);
        weaknesses = List.copyOf(weaknesses);
        affected = List.copyOf(affected);
    }
}
