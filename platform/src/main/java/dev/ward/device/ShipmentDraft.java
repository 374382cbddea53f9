package dev.ward.device;

import dev.ward.customer.Countries;
import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody says about a shipment.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param quantity  null when the serials tell it
/// @param serials   empty for units without
/// @param customer  the consignee
/// @param country   where it went; null for that of the site or the consignee
public record ShipmentDraft(
        ShipmentKind kind,
        LocalDate moved,
        ProductId product,
        @Nullable ModelId model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable ReleaseId release,
        @Nullable Long quantity,
        List<String> serials,
        CustomerId customer,
        @Nullable SiteId site,
        @Nullable CustomerId via,
        @Nullable String country,
        @Nullable String reference) {

    public static final int MOST_SERIALS = 10_000;

    public ShipmentDraft {
        TypedText.checkDate("moved", moved);
        di = DeviceDraft.canonical(TypedText.optional("di", di, DeviceDraft.LONGEST_NUMBER));
        lot = TypedText.optional("lot", lot, DeviceDraft.LONGEST_NUMBER);
        serials = distinct(serials);
        quantity = quantity(quantity, serials.size());
        country = Countries.typed("country", country);
        reference = TypedText.optional("reference", reference, DeviceDraft.LONGEST_REFERENCE);
    }

    private static List<String> distinct(List<String> typed) {
        if (typed.size() > MOST_SERIALS) {
            throw TypedText.refused(
                    "serials",
                    "At most %d serials at a time, not %d; import a file for more."
                            .formatted(MOST_SERIALS, typed.size()),
                    "are more than %d".formatted(MOST_SERIALS));
        }
        List<String> serials = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String one : typed) {
            String serial = TypedText.optional("serials", one, DeviceDraft.LONGEST_NUMBER);
            if (serial != null && !seen.add(DeviceText.ascii(serial))) {
                throw TypedText.refused(
                        "serials", "The serial \"%s\" stands there twice.".formatted(serial), "hold one twice");
            }
            if (serial != null) {
                serials.add(serial);
            }
        }
        return List.copyOf(serials);
    }

    private static Long quantity(@Nullable Long typed, int serials) {
        if (serials > 0 && typed != null && typed != serials) {
            throw TypedText.refused(
                    "quantity",
                    "The quantity is \"%d\", but there are %d serials.".formatted(typed, serials),
                    "is not the number of serials");
        }
        long quantity = typed == null ? serials : typed;
        if (quantity < 1 || quantity > PopulationDraft.MOST) {
            throw TypedText.refused(
                    "quantity", "Give the quantity, or the serials.", "is not from 1 to " + PopulationDraft.MOST);
        }
        return quantity;
    }
}
