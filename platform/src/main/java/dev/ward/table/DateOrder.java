package dev.ward.table;

import java.util.Locale;
import java.util.Optional;

/// In which order the dates of a file are written. Dates of ISO 8601 are read whatever is chosen.
public enum DateOrder {
    ISO("2026-11-29"),
    DAY_FIRST("29.11.2026 or 29/11/2026"),
    MONTH_FIRST("11/29/2026");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    public String example() {
        return example;
    }

    /// As it stands in mappings: `day-first`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DateOrder> of(String word) {
        for (DateOrder order : values()) {
            if (order.word().equals(word)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
