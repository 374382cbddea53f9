package dev.ward.standards.gudid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a record says of a device with yes or no.
///
/// Source: FDA, GUDID data elements reference table; openFDA, device/udi.
public enum GudidFlag {
    /// The label carries a lot or batch number.
    LOT("lotBatch", "has_lot_or_batch_number"),
    SERIAL("serialNumber", "has_serial_number"),
    MANUFACTURED("manufacturingDate", "has_manufacturing_date"),
    EXPIRY("expirationDate", "has_expiration_date"),
    DONATION_ID("donationIdNumber", "has_donation_id_number"),
    DIRECT_MARKING_EXEMPT("DMExempt", "is_direct_marking_exempt"),
    PREMARKET_EXEMPT("premarketExempt", "is_pm_exempt"),
    /// A human cell, tissue, or cellular or tissue-based product.
    TISSUE("deviceHCTP", "is_hct_p"),
    KIT("deviceKit", "is_kit"),
    COMBINATION("deviceCombinationProduct", "is_combination_product"),
    SINGLE_USE("singleUse", "is_single_use"),
    RUBBER_LATEX("labeledContainsNRL", "is_labeled_as_nrl"),
    NO_RUBBER_LATEX("labeledNoNRL", "is_labeled_as_no_nrl"),
    PRESCRIPTION("rx", "is_rx"),
    OVER_THE_COUNTER("otc", "is_otc"),
    STERILE("deviceSterile", "is_sterile"),
    STERILIZED_BEFORE_USE("sterilizationPriorToUse", "is_sterilization_prior_use");

    private static final Map<String, GudidFlag> BY_NAME = byName();

    private final String inRelease;
    private final String inOpenFda;

    GudidFlag(String inRelease, String inOpenFda) {
        this.inRelease = inRelease;
        this.inOpenFda = inOpenFda;
    }

    /// The flag that a field holds; null when it holds none.
    static @Nullable GudidFlag named(String field) {
        return BY_NAME.get(field);
    }

    private static Map<String, GudidFlag> byName() {
        Map<String, GudidFlag> names = new HashMap<>();
        for (GudidFlag flag : values()) {
            names.put(flag.inRelease, flag);
            names.put(flag.inOpenFda, flag);
        }
        return Map.copyOf(names);
    }
}
