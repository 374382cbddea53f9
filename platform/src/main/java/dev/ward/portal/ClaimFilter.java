package dev.ward.portal;

import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which claims somebody wants to see. Null: all.
///
/// @param text    part of the customer's or the device's name
/// @param device  those about one device
public record ClaimFilter(
        @Nullable ClaimState state,
        @Nullable Kind kind,
        @Nullable String text,
        @Nullable UUID customer,
        @Nullable UUID device) {

    public static final ClaimFilter NONE = new ClaimFilter(null, null, null, null, null);

    /// What a claim is about.
    public enum Kind implements Worded {
        DEVICE("Devices"),
        CONTACT("Contacts"),
        SBOM("SBOMs");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// The oldest first, as they wait.
    static final SortOrder OLDEST = SortOrder.ascending("made");

    static final SortOrder NEWEST = SortOrder.descending("made");

    public static ClaimFilter of(ClaimState state) {
        return new ClaimFilter(state, null, null, null, null);
    }

    public static ClaimFilter ofDevice(UUID device) {
        return new ClaimFilter(null, null, null, null, device);
    }

    SortOrder order() {
        return state == ClaimState.OPEN ? OLDEST : NEWEST;
    }
}
