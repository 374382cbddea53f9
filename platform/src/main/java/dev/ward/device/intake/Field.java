package dev.ward.device.intake;

import dev.ward.standards.input.TableResource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Something that a row of a file may say of a device, its place, or its shipment.
public enum Field {
    UDI,
    DI,
    SERIAL,
    LOT,
    MANUFACTURED,
    EXPIRES,
    PRODUCT,
    MODEL,
    RELEASE,
    CONFIGURATION,
    CUSTOMER_REFERENCE,
    CUSTOMER,
    CUSTOMER_KIND,
    SITE_REFERENCE,
    SITE,
    ADDRESS,
    CITY,
    REGION,
    POSTAL_CODE,
    COUNTRY,
    REFERENCE,
    NETWORKED,
    CONTRACT_UNTIL,
    WARRANTY_UNTIL,
    STATUS,
    CONFIRMED,
    SHIPPED,
    SHIPMENT,
    VIA;

    private static final Map<String, List<String>> TABLE = table();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        for (List<String> cells : TableResource.cells(Field.class, "fields.tsv", 4)) {
            table.put(cells.getFirst(), cells);
        }
        return table;
    }

    /// As it stands in mappings: `customerReference`.
    public String word() {
        StringBuilder word = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    /// As people read it.
    public String title() {
        return row().get(1);
    }

    /// What it is, where its title does not say it; empty else.
    public String about() {
        return row().get(2);
    }

    /// The headings by which a column of it is known, as [dev.ward.table.HeadingWords#plain(String)] makes them.
    List<String> headings() {
        return List.of(row().get(3).split("\\|"));
    }

    private List<String> row() {
        List<String> row = TABLE.get(word());
        if (row == null) {
            throw new IllegalStateException("fields.tsv lacks \"%s\"".formatted(word()));
        }
        return row;
    }

    /// Whether a whole file may have one value of it.
    public boolean isForAll() {
        return switch (this) {
            case UDI, SERIAL -> false;
            default -> true;
        };
    }

    public boolean isDate() {
        return switch (this) {
            case MANUFACTURED, EXPIRES, CONTRACT_UNTIL, WARRANTY_UNTIL, CONFIRMED, SHIPPED -> true;
            default -> false;
        };
    }

    /// As people read them, by their words, in the order in which a person is asked.
    public static SequencedMap<String, String> titles() {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        for (Field field : values()) {
            titles.put(field.word(), field.title());
        }
        return titles;
    }

    /// What those are whose titles do not say it, by their titles.
    public static SequencedMap<String, String> abouts() {
        SequencedMap<String, String> abouts = new LinkedHashMap<>();
        for (Field field : values()) {
            if (!field.about().isEmpty()) {
                abouts.put(field.title(), field.about());
            }
        }
        return abouts;
    }

    public static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }
}
