package dev.ward.device;

import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import org.jspecify.annotations.Nullable;

/// An order in which devices can be listed: an index of `device.device` that ends with the id.
///
/// Devices without a value stand together, before or behind the others, so that each part is read in the order of the
/// index alone.
///
/// @param expression  over the alias d
/// @param type        in PostgreSQL's words
/// @param noneFirst   whether devices without a value come first
record DeviceSort(String expression, String type, boolean descending, boolean noneFirst) {

    static DeviceSort of(SortOrder order) {
        return switch (order.key()) {
            // Who asks for what was confirmed longest ago asks first of all for what never was.
            case "confirmed" ->
                new DeviceSort("d.confirmed_at", "timestamptz", order.descending(), !order.descending());
            default -> new DeviceSort("lower(d.serial)", "text", order.descending(), false);
        };
    }

    /// A stretch of the list: the devices with a value, or those without.
    ///
    /// @param condition  what they have in common, and where they begin
    record Part(String condition, String orderBy) {}

    /// @param after  where to go on; null for the beginning
    Part withValue(@Nullable Cursor after) {
        String present = expression + " IS NOT NULL";
        String way = descending ? " DESC" : "";
        String begin = after == null || after.isNull(0)
                ? ""
                : " AND (%s, d.id) %s (cast(:key AS %s)%s, cast(:after AS uuid))"
                        .formatted(
                                expression, descending ? "<" : ">", type, type.equals("text") ? " COLLATE \"C\"" : "");
        return new Part(present + begin, expression + way + ", d.id" + way);
    }

    Part withoutValue(@Nullable Cursor after) {
        String way = descending ? " DESC" : "";
        String begin = after == null || !after.isNull(0)
                ? ""
                : " AND d.id %s cast(:after AS uuid)".formatted(descending ? "<" : ">");
        return new Part(expression + " IS NULL" + begin, "d.id" + way);
    }

    /// Whether a place in the list lies behind all devices of a part.
    boolean passed(@Nullable Cursor after, boolean none) {
        return after != null && after.isNull(0) != none && none == noneFirst;
    }

    /// The value of a place in the list, in a form that PostgreSQL reads as the type; null when it has none.
    @Nullable
    String value(@Nullable Cursor after) {
        if (after == null || after.isNull(0)) {
            return null;
        }
        return type.equals("timestamptz") ? after.instant(0).toString() : after.text(0);
    }

    static Cursor cursor(SortOrder order, Device device) {
        if (order.key().equals("confirmed")) {
            Device.Confirmation confirmed = device.confirmed();
            return Cursor.of(order, confirmed == null ? null : confirmed.at(), device.id());
        }
        String serial = device.identity().serial();
        return Cursor.of(order, serial == null ? null : DeviceText.ascii(serial), device.id());
    }
}
