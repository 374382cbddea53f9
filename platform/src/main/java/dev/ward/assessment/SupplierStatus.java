package dev.ward.assessment;

import dev.ward.web.Worded;
import org.jspecify.annotations.Nullable;

/// What a supplier says of a vulnerability in a product, in the words of VEX.
///
/// Source: OpenVEX specification 0.2.0, Status Labels.
public enum SupplierStatus implements Worded {
    AFFECTED("Affected"),
    UNDER_INVESTIGATION("Under investigation"),
    FIXED("Fixed"),
    NOT_AFFECTED("Not affected");

    private final String title;

    SupplierStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Nullable
    Presence points() {
        return switch (this) {
            case AFFECTED -> Presence.PRESENT;
            case FIXED, NOT_AFFECTED -> Presence.ABSENT;
            case UNDER_INVESTIGATION -> null;
        };
    }
}
