package dev.ward.regulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done and can be shown.
///
/// @param type       of the rules' vocabulary, `customer-communication`, or `initiated`
/// @param recipient  to whom it was reported: a regime, or the id of a clock; null for other types
/// @param moment     as it was written; null when nobody knows it
/// @param note       what it was, and where it can be found
/// @param file       null when there is none
/// @param recorded   whether Ward recorded it itself, not a person
/// @param withdrawn  null while it counts
public record EvidenceEntry(
        UUID id,
        String type,
        @Nullable String recipient,
        @Nullable String moment,
        String note,
        @Nullable NamedFile file,
        boolean recorded,
        Instant entered,
        String by,
        @Nullable Withdrawal withdrawn) {

    /// When a correction or removal was initiated.
    public static final String INITIATED = "initiated";

    /// That something was reported to a recipient.
    public static final String REPORTED = "reported";

    public boolean counts() {
        return withdrawn == null;
    }

    /// @param sha256  of its bytes, in small hexadecimal digits
    public record NamedFile(UUID id, String name, String sha256) {}

    public record Withdrawal(Instant at, String by, String because) {}
}
