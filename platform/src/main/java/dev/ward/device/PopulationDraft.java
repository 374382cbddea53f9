package dev.ward.device;

import dev.ward.customer.Countries;
import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody says about units that are counted and not told apart.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
public record PopulationDraft(
        PopulationKind kind,
        ProductId product,
        @Nullable ModelId model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable ReleaseId release,
        @Nullable CustomerId customer,
        @Nullable SiteId site,
        @Nullable String country,
        @Nullable String reference,
        DeviceStatus status,
        long quantity,
        boolean estimated,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires) {

    public static final long MOST = 10_000_000_000L;

    public PopulationDraft {
        di = DeviceDraft.canonical(TypedText.optional("di", di, DeviceDraft.LONGEST_NUMBER));
        lot = TypedText.optional("lot", lot, DeviceDraft.LONGEST_NUMBER);
        if (kind == PopulationKind.LOT && lot == null) {
            throw TypedText.refused("lot", "Pieces of a lot need its number.", "is missing");
        }
        country = Countries.typed("country", country);
        reference = TypedText.optional("reference", reference, DeviceDraft.LONGEST_REFERENCE);
        if (quantity < 0 || quantity > MOST) {
            throw TypedText.refused(
                    "quantity",
                    "The quantity is from 0 to %d, not \"%d\".".formatted(MOST, quantity),
                    "is not from 0 to " + MOST);
        }
        TypedText.checkDate("manufactured", manufactured);
        TypedText.checkDate("expires", expires);
        if (site != null && customer == null) {
            throw TypedText.refused("site", "A site belongs to a customer; name both.", "needs its customer");
        }
    }

    /// The same, in a country.
    PopulationDraft in(@Nullable String where) {
        return new PopulationDraft(
                kind,
                product,
                model,
                di,
                lot,
                release,
                customer,
                site,
                where,
                reference,
                status,
                quantity,
                estimated,
                manufactured,
                expires);
    }
}
