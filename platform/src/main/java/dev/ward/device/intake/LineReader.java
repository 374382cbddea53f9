package dev.ward.device.intake;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.IssuingAgency;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import dev.ward.table.Row;
import dev.ward.table.RowNote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads what a row says of a device.
final class LineReader {

    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 1_000;

    private static final int MOST_KNOWN = 10_000;
    private static final int LONGEST_GS1 = 20;

    private final Cells cells;
    private final LocalDate today;
    private final Map<String, DeviceIdentifier> known = new HashMap<>();
    private long number;

    LineReader(Mapping mapping, List<String> headings, Instant now, Consumer<RowNote<Rule>> notes) {
        this.cells = new Cells(mapping, headings, now, notes);
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// Says something of the row that was read last.
    void note(Rule rule, Field field, @Nullable String value, String reason) {
        cells.note(rule, field, value, reason);
    }

    /// @return null for a row that is broken, so that no cell of it can be trusted
    @Nullable
    Line read(Row row) {
        number++;
        cells.next(row);
        if (row.isBroken()) {
            return null;
        }
        Line.Unit unit = unit();
        Line.Software software = new Line.Software(release(), cells.text(Field.CONFIGURATION, LONGEST_NAME));
        Line.Place place = place();
        Line.Terms terms = new Line.Terms(
                cells.networked(),
                cells.date(Field.CONTRACT_UNTIL),
                cells.date(Field.WARRANTY_UNTIL),
                cells.status(),
                cells.instant(Field.CONFIRMED));
        Line.Shipped shipped = shipped(place);
        return new Line(number, row.line(), unit, software, place, terms, shipped, cells.isRefused());
    }

    private @Nullable String release() {
        String release = cells.text(Field.RELEASE, LONGEST_NAME);
        return release != null && Words.isUnknownRelease(release) ? Words.UNKNOWN : release;
    }

    private Line.Place place() {
        Line.Place place = new Line.Place(
                cells.number(Field.CUSTOMER_REFERENCE, LONGEST_NAME),
                cells.text(Field.CUSTOMER, LONGEST_NAME),
                cells.customerKind(),
                cells.number(Field.SITE_REFERENCE, LONGEST_NAME),
                cells.text(Field.SITE, LONGEST_NAME),
                cells.text(Field.ADDRESS, LONGEST_ADDRESS),
                cells.text(Field.CITY, LONGEST_NAME),
                cells.text(Field.REGION, LONGEST_NAME),
                cells.text(Field.POSTAL_CODE, 40),
                cells.country(),
                cells.text(Field.REFERENCE, LONGEST_NAME));
        if (place.namesSite() && !place.namesCustomer()) {
            cells.note(Rule.NO_CUSTOMER, Field.SITE, place.site(), "the row names a site and no customer");
        }
        return place;
    }

    private Line.Shipped shipped(Line.Place place) {
        LocalDate on = cells.past(Field.SHIPPED);
        if (on == null) {
            return Line.Shipped.NOT;
        }
        if (!place.namesCustomer()) {
            cells.note(Rule.NO_CUSTOMER, Field.SHIPPED, on.toString(), "the row names a shipment and no customer");
        }
        return new Line.Shipped(on, cells.number(Field.SHIPMENT, LONGEST_NAME), cells.text(Field.VIA, LONGEST_NAME));
    }

    private Line.Unit unit() {
        Udi udi = udi();
        DeviceIdentifier di = same(Field.DI, udi == null ? null : udi.di(), di());
        String serial =
                same(Field.SERIAL, udi == null ? null : udi.serial(), cells.number(Field.SERIAL, LONGEST_NUMBER));
        String lot = same(Field.LOT, udi == null ? null : udi.lot(), cells.number(Field.LOT, LONGEST_NUMBER));
        LocalDate manufactured =
                same(Field.MANUFACTURED, udi == null ? null : udi.manufactured(), cells.past(Field.MANUFACTURED));
        LocalDate expires = same(Field.EXPIRES, udi == null ? null : udi.expiry(), cells.date(Field.EXPIRES));
        if (manufactured != null && expires != null && expires.isBefore(manufactured)) {
            cells.note(
                    Rule.DATES_REVERSED,
                    Field.EXPIRES,
                    expires.toString(),
                    "it expires on %s, before it was manufactured on %s".formatted(expires, manufactured));
        }
        String product = cells.text(Field.PRODUCT, LONGEST_NAME);
        String model = cells.text(Field.MODEL, LONGEST_NAME);
        if (serial == null && !cells.isRefused(Field.SERIAL) && !cells.isRefused(Field.UDI)) {
            cells.note(Rule.NO_SERIAL, Field.SERIAL, "", "the row has no serial number");
        }
        if (product == null && di == null && !isIdentityRefused()) {
            cells.note(Rule.NO_PRODUCT, Field.PRODUCT, "", "the row says neither a product nor a DI");
        }
        if (di != null && di.agency() == IssuingAgency.GS1) {
            check(Field.SERIAL, "21", serial, di);
            check(Field.LOT, "10", lot, di);
        }
        return new Line.Unit(di, serial == null ? "" : serial, lot, manufactured, expires, product, model);
    }

    /// Whether it was told already that what would say the product cannot be taken.
    private boolean isIdentityRefused() {
        return cells.isRefused(Field.PRODUCT) || cells.isRefused(Field.DI) || cells.isRefused(Field.UDI);
    }

    private @Nullable Udi udi() {
        String text = cells.raw(Field.UDI);
        if (text == null) {
            return null;
        }
        return switch (Udi.parseLenient(text.strip(), today)) {
            case UdiResult.Read(Udi udi, List<String> forgiven) -> {
                if (!forgiven.isEmpty()) {
                    cells.note(Rule.FORGIVEN, Field.UDI, text, String.join(" ", forgiven));
                }
                yield udi;
            }
            case UdiResult.Unreadable(String message, int position) -> {
                cells.note(
                        message.contains("spreadsheet has rounded") ? Rule.MANGLED_NUMBER : Rule.WRONG_UDI,
                        Field.UDI,
                        text,
                        "%s (character %d)".formatted(message, position + 1));
                yield null;
            }
        };
    }

    private @Nullable DeviceIdentifier di() {
        String text = cells.number(Field.DI, LONGEST_NUMBER);
        if (text == null) {
            return null;
        }
        DeviceIdentifier seen = known.get(text);
        if (seen != null) {
            return seen;
        }
        DeviceIdentifier di = null;
        switch (Udi.parseLenient(text, today)) {
            case UdiResult.Read(Udi udi, List<String> forgiven) -> {
                di = udi.di();
                if (di == null) {
                    cells.note(Rule.WRONG_UDI, Field.DI, text, "it holds no DI: " + Quoted.of(text));
                } else if (!forgiven.isEmpty()) {
                    cells.note(Rule.FORGIVEN, Field.DI, text, String.join(" ", forgiven));
                }
            }
            case UdiResult.Unreadable(String message, int position) -> {
                di = DeviceIdentifier.tryParse(text).orElse(null);
                if (di == null) {
                    cells.note(Rule.WRONG_UDI, Field.DI, text, "%s (character %d)".formatted(message, position + 1));
                }
            }
        }
        if (di != null && di.value().equals(text) && known.size() < MOST_KNOWN) {
            known.put(text, di);
        }
        return di;
    }

    /// What the UDI says and what a column says, when they agree.
    private <T> @Nullable T same(Field field, @Nullable T label, @Nullable T column) {
        if (label != null && column != null && !label.equals(column)) {
            cells.note(
                    Rule.UDI_CONTRADICTS,
                    field,
                    column.toString(),
                    "the UDI says %s, the column %s"
                            .formatted(Quoted.of(label.toString()), Quoted.of(column.toString())));
        }
        return label == null ? column : label;
    }

    /// Refuses a number that GS1 does not allow on a label with this DI.
    private void check(Field field, String identifier, @Nullable String text, DeviceIdentifier di) {
        if (text == null || isPlain(text)) {
            return;
        }
        String why = text.length() > LONGEST_GS1
                ? "it has %d characters".formatted(text.length())
                : switch (Udi.parse("(01)%s(%s)%s".formatted(di.value(), identifier, text), today)) {
                    case UdiResult.Unreadable(String message, int _) -> message;
                    case UdiResult.Read(Udi udi, List<String> _) ->
                        text.equals(identifier.equals("21") ? udi.serial() : udi.lot())
                                ? ""
                                : "it reads like several numbers: " + Quoted.of(text);
                };
        if (!why.isEmpty()) {
            cells.note(Rule.WRONG_NUMBER, field, text, why);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || c == '-'
                    || c == '.'
                    || c == '/';
            if (!plain) {
                return false;
            }
        }
        return text.length() <= LONGEST_GS1;
    }
}
