package dev.ward.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What Ward knows beside what the customer says.
public record Comparison(List<Row> rows) {

    public Comparison {
        rows = List.copyOf(rows);
    }

    /// @param known  null when nothing is known
    /// @param said   null when nothing is said
    public record Row(
            String what, @Nullable String known, @Nullable String said) {

        /// Whether something else is said than is known.
        public boolean differs() {
            return said != null && !Objects.equals(known, said);
        }
    }

    /// Collects rows, leaving out those of which nothing is known or said.
    static final class Builder {

        private final List<Row> rows = new ArrayList<>();

        Builder row(String what, @Nullable Object known, @Nullable Object said) {
            if (known != null || said != null) {
                rows.add(new Row(what, text(known), text(said)));
            }
            return this;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }

        Comparison build() {
            return new Comparison(rows);
        }
    }
}
