package dev.ward.assessment;

import dev.ward.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A safeguard outside of the design that users are asked to carry out against a vulnerability, as long as there is
/// no fix. It has a life of its own beside the decision.
///
/// @param number    the order in which they were begun
/// @param revision  grows with each change
/// @param kept      how far it is, but for its last day
/// @param issued    null while it is a draft
/// @param verified  null while nobody has seen it work
/// @param withdrawn null while it is not
public record CompensatingControl(
        long number,
        ControlId id,
        AssessmentId assessment,
        String vulnerability,
        ProductId product,
        String productName,
        int revision,
        ControlState kept,
        ControlDraft draft,
        @Nullable Instant issued,
        @Nullable Said verified,
        @Nullable Said withdrawn) {

    static final String RECORD = "compensating-control";

    /// @param words  how it was seen to work, or why it is withdrawn
    /// @param by     the name of whoever said so
    public record Said(String words, String by, Instant at) {}

    /// How far it is on a day.
    public ControlState state(LocalDate today) {
        return kept.inForce() && draft.expires().isBefore(today) ? ControlState.EXPIRED : kept;
    }

    UUID value() {
        return id.value();
    }
}
