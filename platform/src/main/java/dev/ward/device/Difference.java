package dev.ward.device;

import dev.ward.web.Worded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A serial of which the books and the field disagree.
///
/// @param device    null when there is no such device
/// @param customer  the consignee, or where the device is said to be; null when there is none
/// @param moved     of the last shipment or return; null when there was none
public record Difference(
        Kind kind,
        @Nullable DeviceId device,
        String serial,
        @Nullable String customer,
        @Nullable LocalDate moved) {

    public enum Kind implements Worded {
        NEVER_SHIPPED("At a customer, but never shipped"),
        NO_DEVICE("Shipped, but there is no such device"),
        IN_STOCK("Shipped and not returned, but said to be in stock");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
