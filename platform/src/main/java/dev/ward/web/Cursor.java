package dev.ward.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place in a sorted list: the sort key's values of the last item read, as opaque text.
///
/// It is not signed. Whoever makes one up reads from another place of a list that they may read anyway; its values are
/// only ever parameters of a statement.
public final class Cursor {

    private static final int LONGEST = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SortOrder order;
    private final List<@Nullable Object> values;

    private Cursor(SortOrder order, List<@Nullable Object> values) {
        this.order = order;
        this.values = values;
    }

    /// @param values  text, whole or decimal numbers, booleans; null as itself; all else (ids, instants) by its text
    public static Cursor of(SortOrder order, @Nullable Object... values) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : values) {
            plain.add(value == null || value instanceof Number || value instanceof Boolean ? value : value.toString());
        }
        return new Cursor(order, plain);
    }

    /// Reads the parameter `after`.
    ///
    /// @param text   null or empty for the beginning of the list
    /// @param order  the order of the list; a cursor of another order is refused
    /// @param size   how many values such a cursor holds
    /// @return null for the beginning of the list
    /// @throws ProblemException  when it is not a cursor of this list
    public static @Nullable Cursor parse(@Nullable String text, SortOrder order, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw foreign();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            JsonNode node = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            if (!node.isArray()
                    || node.size() != size + 1
                    || !order.toString().equals(node.get(0).asString(""))) {
                throw foreign();
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i < node.size(); i++) {
                values.add(plain(node.get(i)));
            }
            return new Cursor(order, values);
        } catch (IllegalArgumentException | JacksonException e) {
            throw foreign();
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isString()) {
            String text = node.asString();
            // PostgreSQL knows no zero character in text.
            if (text.indexOf('\0') >= 0) {
                throw foreign();
            }
            return text;
        } else if (node.isBoolean()) {
            return node.asBoolean();
        } else if (node.canConvertToLong() && node.isIntegralNumber()) {
            return node.asLong();
        } else if (node.isNumber() && Double.isFinite(node.asDouble())) {
            return node.asDouble();
        }
        throw foreign();
    }

    public boolean isNull(int index) {
        return values.get(index) == null;
    }

    public String text(int index) {
        return value(index, String.class);
    }

    public long number(int index) {
        return value(index, Long.class);
    }

    public double decimal(int index) {
        return value(index, Number.class).doubleValue();
    }

    public boolean truth(int index) {
        return value(index, Boolean.class);
    }

    /// @param reading  throws an [IllegalArgumentException] for a text that is no such value
    public <T> T textAs(int index, Function<String, T> reading) {
        try {
            return reading.apply(text(index));
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    public UUID uuid(int index) {
        return textAs(index, UUID::fromString);
    }

    public Instant instant(int index) {
        try {
            return Times.bounded(Instant.parse(text(index)));
        } catch (DateTimeException e) {
            throw foreign();
        }
    }

    public LocalDate date(int index) {
        try {
            return Times.bounded(LocalDate.parse(text(index)));
        } catch (DateTimeException e) {
            throw foreign();
        }
    }

    private <T> T value(int index, Class<T> type) {
        Object value = values.get(index);
        if (!type.isInstance(value)) {
            throw foreign();
        }
        return type.cast(value);
    }

    private static ProblemException foreign() {
        return ProblemException.of(
                        Problem.INVALID,
                        "The value of \"after\" is not a place in this list. Take it from \"next\" of the same list with"
                                + " the same sort, or leave it out to begin at the beginning.")
                .with("after", "not a place in this list");
    }

    @Override
    public String toString() {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(order.toString());
        all.addAll(values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(all));
    }
}
