package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Units that are counted and not told apart.
///
/// @param release    what is installed; null when it is not known, which never counts as patched
/// @param estimated  whether the quantity is an estimate and not a count
/// @param place      with words by which the consignee alone can tell whose they are; never a patient's name
public record Population(
        PopulationId id,
        PopulationKind kind,
        ProductId product,
        String productName,
        @Nullable ModelId model,
        @Nullable String modelName,
        @Nullable String di,
        @Nullable String lot,
        Device.@Nullable Installed release,
        Device.Place place,
        DeviceStatus status,
        long quantity,
        boolean estimated,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        Device.Confirmation confirmed,
        int revision) {

    /// As people call it: "Infusion set, lot L7".
    public String name() {
        String unit = modelName == null ? productName : productName + " " + modelName;
        return switch (kind) {
            case LOT -> unit + ", lot " + lot;
            case INSTALLS -> unit + ", installations";
            case TENANTS -> unit + ", tenants";
        };
    }

    PopulationDraft draft() {
        CustomerId customer = place.customer();
        SiteId site = place.site();
        return new PopulationDraft(
                kind,
                product,
                model,
                di,
                lot,
                release == null ? null : release.id(),
                customer,
                site,
                place.country(),
                place.reference(),
                status,
                quantity,
                estimated,
                manufactured,
                expires);
    }
}
