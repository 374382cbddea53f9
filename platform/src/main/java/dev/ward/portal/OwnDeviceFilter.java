package dev.ward.portal;

import dev.ward.web.SortOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of its devices a customer wants to see. Null: all.
///
/// @param text     part of a serial or lot
/// @param unknown  only those of which it is not known what is installed
/// @param due      only those that nobody has confirmed for long
/// @param all      also those that are out of use
public record OwnDeviceFilter(
        @Nullable String text,
        @Nullable UUID site,
        @Nullable UUID product,
        @Nullable UUID release,
        boolean unknown,
        boolean due,
        boolean all) {

    public static final OwnDeviceFilter NONE = new OwnDeviceFilter(null, null, null, null, false, false, false);

    static final SortOrder ORDER = SortOrder.ascending("serial");
}
