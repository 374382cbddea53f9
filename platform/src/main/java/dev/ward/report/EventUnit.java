package dev.ward.report;

import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A device that an adverse event names, as the registry knows it.
record EventUnit(
        String serial,
        ProductId product,
        String productName,
        @Nullable ModelId modelId,
        @Nullable String model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String release,
        @Nullable LocalDate manufactured,
        @Nullable LocalDate expires,
        @Nullable String country) {

    /// What identifies it, in a line. The production identifier where it is known.
    String words() {
        List<String> parts = new ArrayList<>(List.of("serial " + serial));
        add(parts, "model", model);
        add(parts, "lot", lot);
        add(parts, "UDI-DI", di);
        add(parts, "manufactured", manufactured);
        add(parts, "expires", expires);
        return productName + ": " + String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, @Nullable Object value) {
        if (value != null) {
            parts.add(what + " " + value);
        }
    }

    /// "2024-05-01 (serial SN-1)" for each unit of which it is known.
    static List<String> each(List<EventUnit> units, Function<EventUnit, @Nullable Object> what) {
        return units.stream()
                .filter(one -> what.apply(one) != null)
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(what.apply(one)),
                        TreeMap::new,
                        Collectors.mapping(EventUnit::serial, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> "%s (serial %s)".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Of which units something is not known; null when it is of all.
    static @Nullable String unknown(List<EventUnit> units, String what, Function<EventUnit, @Nullable Object> of) {
        List<String> serials = units.stream()
                .filter(one -> of.apply(one) == null)
                .map(EventUnit::serial)
                .toList();
        return serials.isEmpty()
                ? null
                : "The registry does not know %s of serial %s.".formatted(what, String.join(", ", serials));
    }
}
