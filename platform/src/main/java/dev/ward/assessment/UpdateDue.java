package dev.ward.assessment;

import dev.ward.product.ProductId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document of the design that a decision made stale. The product's next release waits for it.
///
/// @param number  the order in which they became due
/// @param what    has to be changed in it
/// @param done    null while it waits
public record UpdateDue(
        long number,
        UUID id,
        AssessmentId assessment,
        String vulnerability,
        ProductId product,
        String productName,
        Artefact artefact,
        String what,
        Instant since,
        @Nullable Done done) {

    /// @param reference  where the change is: a document and its version
    /// @param by         the name of whoever said so
    public record Done(String reference, String by, Instant at) {}
}
