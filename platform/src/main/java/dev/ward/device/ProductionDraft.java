package dev.ward.device;

import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody says about units that were made.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
public record ProductionDraft(
        ProductId product,
        @Nullable ModelId model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String serialFrom,
        @Nullable String serialTo,
        long quantity,
        LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable Integer lifeMonths,
        @Nullable String reference) {

    private static final int LONGEST_LIFE = 1_200;

    public ProductionDraft {
        di = DeviceDraft.canonical(TypedText.optional("di", di, DeviceDraft.LONGEST_NUMBER));
        lot = TypedText.optional("lot", lot, DeviceDraft.LONGEST_NUMBER);
        serialFrom = TypedText.optional("serialFrom", serialFrom, DeviceDraft.LONGEST_NUMBER);
        serialTo = TypedText.optional("serialTo", serialTo, DeviceDraft.LONGEST_NUMBER);
        if ((serialFrom == null) != (serialTo == null)) {
            throw TypedText.refused(
                    "serialTo", "A stretch of serials has a first and a last.", "needs the other end of the stretch");
        }
        if (quantity < 1 || quantity > PopulationDraft.MOST) {
            throw TypedText.refused(
                    "quantity",
                    "The quantity is from 1 to %d, not \"%d\".".formatted(PopulationDraft.MOST, quantity),
                    "is not from 1 to " + PopulationDraft.MOST);
        }
        TypedText.checkDate("manufactured", manufactured);
        TypedText.checkDate("expires", expires);
        if (expires != null && expires.isBefore(manufactured)) {
            throw TypedText.refused(
                    "expires",
                    "They expire on %s, before they were manufactured on %s.".formatted(expires, manufactured),
                    "lies before the date of manufacture");
        }
        if (lifeMonths != null && (lifeMonths < 1 || lifeMonths > LONGEST_LIFE)) {
            throw TypedText.refused(
                    "lifeMonths",
                    "The expected life is from 1 to %d months, not \"%d\".".formatted(LONGEST_LIFE, lifeMonths),
                    "is not from 1 to %d months".formatted(LONGEST_LIFE));
        }
        reference = TypedText.optional("reference", reference, DeviceDraft.LONGEST_REFERENCE);
    }
}
