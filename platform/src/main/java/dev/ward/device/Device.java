package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One fielded unit.
///
/// @param release    what is installed; null when it is not known, which never counts as patched
/// @param networked  null when it is not known
/// @param confirmed  null when nobody ever told that it is so
/// @param changeSet  the one that changed it last
/// @param revision   grows with each change by a person
public record Device(
        DeviceId id,
        Identity identity,
        @Nullable Installed release,
        @Nullable UUID configuration,
        Place place,
        @Nullable Boolean networked,
        Term term,
        DeviceStatus status,
        @Nullable Confirmation confirmed,
        long changeSet,
        int revision,
        Instant created,
        Instant changed) {

    /// What it is, by its label.
    ///
    /// @param di      canonical, as `dev.ward.standards.udi` gives it; null when it is not known
    /// @param serial  null for a unit that has none
    public record Identity(
            ProductId product,
            String productName,
            @Nullable ModelId model,
            @Nullable String modelName,
            @Nullable String di,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable LocalDate manufactured,
            @Nullable LocalDate expires) {

        /// "Infusion pump Mini".
        public String kind() {
            return modelName == null ? productName : productName + " " + modelName;
        }
    }

    public record Installed(ReleaseId id, String version) {}

    /// Where it is.
    ///
    /// @param country    ISO 3166-1 alpha-2; null when it is not known
    /// @param reference  words by which the consignee alone can tell whose it is; never a patient's name
    public record Place(
            @Nullable CustomerId customer,
            @Nullable String customerName,
            @Nullable SiteId site,
            @Nullable String siteName,
            @Nullable String country,
            @Nullable String reference) {}

    /// Until when its maker stands for it.
    public record Term(
            @Nullable LocalDate contract, @Nullable LocalDate warranty) {}

    /// When and by whom it was last told that release, site and status are so.
    public record Confirmation(Instant at, FactSource by) {}

    /// As people call it: "Infusion pump Mini SN-0042".
    public String name() {
        String serial = identity.serial();
        return identity.kind() + (serial == null ? " without serial" : " " + serial);
    }
}
