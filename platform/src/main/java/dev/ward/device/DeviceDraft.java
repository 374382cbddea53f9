package dev.ward.device;

import dev.ward.customer.Countries;
import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says about a device. Texts are taken without the space around them; empty means none.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param country    where it is; null for that of its site or customer
/// @param reference  words by which the consignee alone can tell whose it is; never a patient's name
public record DeviceDraft(
        ProductId product,
        @Nullable ModelId model,
        @Nullable String di,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable ReleaseId release,
        @Nullable UUID configuration,
        @Nullable CustomerId customer,
        @Nullable SiteId site,
        @Nullable String country,
        @Nullable String reference,
        @Nullable Boolean networked,
        @Nullable LocalDate contractUntil,
        @Nullable LocalDate warrantyUntil,
        DeviceStatus status) {

    public static final int LONGEST_NUMBER = 100;
    public static final int LONGEST_REFERENCE = 200;

    public DeviceDraft {
        di = canonical(TypedText.optional("di", di, LONGEST_NUMBER));
        serial = TypedText.optional("serial", serial, LONGEST_NUMBER);
        lot = TypedText.optional("lot", lot, LONGEST_NUMBER);
        TypedText.checkDate("manufactured", manufactured);
        TypedText.checkDate("expires", expires);
        if (manufactured != null && expires != null && expires.isBefore(manufactured)) {
            throw TypedText.refused(
                    "expires",
                    "The device expires on %s, before it was manufactured on %s.".formatted(expires, manufactured),
                    "lies before the date of manufacture");
        }
        country = Countries.typed("country", country);
        reference = TypedText.optional("reference", reference, LONGEST_REFERENCE);
        TypedText.checkDate("contractUntil", contractUntil);
        TypedText.checkDate("warrantyUntil", warrantyUntil);
        if (site != null && customer == null) {
            throw TypedText.refused("site", "A site belongs to a customer; name both.", "needs its customer");
        }
    }

    /// @throws dev.ward.web.ProblemException  when it is none
    static @Nullable String canonical(@Nullable String di) {
        try {
            return di == null ? null : DeviceIdentifier.parse(di).value();
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("di", "This is %s".formatted(e.getMessage()), "is no DI");
        }
    }

    /// The same, in a country.
    DeviceDraft in(@Nullable String country) {
        return new DeviceDraft(
                product,
                model,
                di,
                serial,
                lot,
                manufactured,
                expires,
                release,
                configuration,
                customer,
                site,
                country,
                reference,
                networked,
                contractUntil,
                warrantyUntil,
                status);
    }
}
