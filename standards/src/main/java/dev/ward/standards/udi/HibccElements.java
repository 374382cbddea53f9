package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the parts of HIBCC symbols, each checked, and makes a UDI of them.
///
/// Source: ANSI/HIBC 2.6, tables 1 to 3.
final class HibccElements {

    static final String PRIMARY = "+";
    static final String LINK = "link";

    private static final int LONGEST_LOT = 18;
    private static final char NONE = 0;

    private final String text;
    private final LocalDate today;
    private final List<DataElement> elements = new ArrayList<>(4);
    private @Nullable DeviceIdentifier di;
    private @Nullable String lot;
    private @Nullable String serial;
    private @Nullable UdiDate expiry;
    private @Nullable UdiDate manufactured;
    private @Nullable Integer quantity;
    private char expectedLink = NONE;

    HibccElements(String text, LocalDate today) {
        this.text = text;
        this.today = today;
    }

    Udi udi() throws UdiFault {
        if (elements.isEmpty()) {
            throw new UdiFault("There is nothing behind %s.".formatted(Quoted.of(text)), text.length());
        }
        return new Udi(
                IssuingAgency.HIBCC,
                di,
                new ProductionIdentifiers(lot, serial, expiry, manufactured, null, null, quantity),
                elements);
    }

    /// Labeler, product and unit of measure, from a `+` on.
    void primary(int plus, int to) throws UdiFault {
        String value = text.substring(plus + 1, to);
        HibccIdentifier.check(text, plus + 1, to);
        di = new DeviceIdentifier(IssuingAgency.HIBCC, value);
        elements.add(new DataElement(PRIMARY, "labeler, product, unit of measure", value));
    }

    /// Remembers the check character of a primary symbol, which the secondary ones must repeat.
    void linkWith(char check) {
        expectedLink = check;
    }

    /// The link of a secondary symbol, which is the same for all symbols of a label.
    void link(int at) throws UdiFault {
        char link = text.charAt(at);
        if (expectedLink == NONE) {
            expectedLink = link;
            elements.addFirst(new DataElement(LINK, "link to the primary symbol", String.valueOf(link)));
        } else if (link != expectedLink) {
            throw new UdiFault(
                    "This symbol belongs to another label than the first: its link is %s, not %s."
                            .formatted(Quoted.of(link), Quoted.of(expectedLink)),
                    at);
        }
    }

    /// One of the parts between slashes: a date, lot or serial number behind its flag.
    void segment(int from, int to) throws UdiFault {
        if (from == to) {
            throw new UdiFault("Nothing stands between two \"/\" or at the end.", from);
        }
        if (text.startsWith("$$+", from)) {
            flagged("$$+", from + 3, to);
        } else if (text.startsWith("$$", from)) {
            flagged("$$", from + 2, to);
        } else if (text.startsWith("$+", from)) {
            needValue("$+", from + 2, to);
            takeSerial("$+", from + 2, from + 2, to);
        } else if (text.charAt(from) == '$') {
            needValue("$", from + 1, to);
            takeLot("$", from + 1, from + 1, to);
        } else {
            supplement(from, to);
        }
    }

    /// A quantity or date behind `$$` or `$$+`, then the lot or serial number.
    private void flagged(String flag, int from, int to) throws UdiFault {
        char c = from < to ? text.charAt(from) : ' ';
        if ((c == '8' || c == '9') && flag.equals("$$")) {
            quantified(from, to, c == '8' ? 2 : 5);
        } else {
            dated(flag, from, from, to);
        }
    }

    private void quantified(int from, int to, int digits) throws UdiFault {
        int after = from + 1 + digits;
        int stranger = CharacterSet.DIGITS.firstStranger(text, from + 1, Math.min(to, after));
        if (stranger < after) {
            throw new UdiFault(
                    "A quantity of %d digits stands behind \"$$%s\", not %s."
                            .formatted(
                                    digits,
                                    text.charAt(from),
                                    Quoted.of(text.substring(from + 1, Math.min(to, after)))),
                    stranger);
        }
        quantity = Integer.parseInt(text, from + 1, after, 10);
        if (after == to) {
            elements.add(new DataElement("$$", "quantity", text.substring(from, to)));
        } else {
            dated("$$", from, after, to);
        }
    }

    /// @param whole  where the element's value begins, a quantity perhaps
    /// @param from   where the date's flag or the date stands
    private void dated(String flag, int whole, int from, int to) throws UdiFault {
        char c = from < to ? text.charAt(from) : ' ';
        int after = switch (c) {
            case '0', '1' -> from + 4;
            case '2', '3' -> from + 7;
            case '4' -> from + 9;
            case '5' -> from + 6;
            case '6' -> from + 8;
            case '7' -> from + 1;
            default ->
                throw new UdiFault(
                        "Behind \"%s\" stands a month and year, or one of 2 to 9 for what follows, not %s."
                                .formatted(flag, Quoted.of(text.substring(from, to))),
                        from);
        };
        if (after > to) {
            throw new UdiFault("The date %s is too short.".formatted(Quoted.of(text.substring(from, to))), to);
        }
        UdiDate date = date(c, from);
        expiry = date == null ? expiry : date;
        if (flag.equals("$$+")) {
            takeSerial(flag, whole, after, to);
        } else {
            takeLot(flag, whole, after, to);
        }
    }

    private @Nullable UdiDate date(char flag, int at) throws UdiFault {
        return switch (flag) {
            case '0', '1' -> Dates.mmyy(text, at, today);
            case '2' -> Dates.mmddyy(text, at + 1, today);
            case '3' -> Dates.yymmdd(text, at + 1, false, today);
            case '4' -> Dates.yymmdd(text, at + 1, false, today).at(hour(at + 7), UdiDate.Precision.HOUR);
            case '5' -> dayOfYear(at + 1);
            case '6' -> dayOfYear(at + 1).at(hour(at + 6), UdiDate.Precision.HOUR);
            default -> null;
        };
    }

    private UdiDate dayOfYear(int at) throws UdiFault {
        return Dates.dayOfYear(Dates.year(Dates.digits(text, at, 2), today), text, at + 2);
    }

    private LocalTime hour(int at) throws UdiFault {
        return LocalTime.of(Dates.number("hour", 0, 23, text, at), 0);
    }

    /// What may follow: `S…`, `14D…`, `16D…`, `Q…`, another data identifier, or `YYJJJ` and a lot.
    private void supplement(int from, int to) throws UdiFault {
        int letter = CharacterSet.DIGITS.firstStranger(text, from, to);
        if (letter - from >= 5) {
            expiry = dayOfYear(from);
            takeLot("", from, from + 5, to);
            return;
        }
        if (letter == to || letter - from > 3 || text.charAt(letter) < 'A' || text.charAt(letter) > 'Z') {
            throw new UdiFault(
                    "%s begins with none of the flags of HIBCC.".formatted(Quoted.of(text.substring(from, to))), from);
        }
        String identifier = text.substring(from, letter + 1);
        int value = letter + 1;
        needValue(identifier, value, to);
        switch (identifier) {
            case "S" -> takeSerial(identifier, value, value, to);
            case "14D" -> expiry = wholeDate(identifier, "expiration date", value, to);
            case "16D" -> manufactured = wholeDate(identifier, "date of manufacture", value, to);
            case "Q" -> takeQuantity(value, to);
            default -> takeOther(identifier, value, to);
        }
    }

    /// Another data identifier of ANS MH10.8.2, which says nothing that Ward knows.
    private void takeOther(String identifier, int from, int to) throws UdiFault {
        CharacterSet.HIBC_LOT.check("What follows \"%s\"".formatted(identifier), text, from, to);
        elements.add(new DataElement(identifier, "data identifier", text.substring(from, to)));
    }

    private UdiDate wholeDate(String identifier, String title, int from, int to) throws UdiFault {
        if (to - from != 8) {
            throw new UdiFault(
                    "The %s has 8 digits, YYYYMMDD, not %s.".formatted(title, Quoted.of(text.substring(from, to))),
                    Math.min(to, from + 8));
        }
        elements.add(new DataElement(identifier, title, text.substring(from, to)));
        return Dates.yyyymmdd(text, from);
    }

    private void takeQuantity(int from, int to) throws UdiFault {
        String value = text.substring(from, to);
        CharacterSet.DIGITS.check("The quantity", text, from, to);
        if (value.length() > 5) {
            throw new UdiFault("The quantity %s has more than 5 digits.".formatted(Quoted.of(value)), from + 5);
        }
        quantity = Integer.valueOf(value);
        elements.add(new DataElement("Q", "quantity", value));
    }

    private static void needValue(String identifier, int from, int to) throws UdiFault {
        if (from == to) {
            throw new UdiFault("Nothing stands behind \"%s\".".formatted(identifier), from);
        }
    }

    private void takeLot(String identifier, int whole, int from, int to) throws UdiFault {
        checkLength("The lot", from, to);
        CharacterSet.HIBC_LOT.check("The lot", text, from, to);
        lot = from == to ? lot : text.substring(from, to);
        elements.add(new DataElement(identifier, "lot", text.substring(whole, to)));
    }

    private void takeSerial(String identifier, int whole, int from, int to) throws UdiFault {
        checkLength("The serial number", from, to);
        CharacterSet.HIBC_LOT.check("The serial number", text, from, to);
        serial = from == to ? serial : text.substring(from, to);
        elements.add(new DataElement(identifier, "serial number", text.substring(whole, to)));
    }

    private void checkLength(String what, int from, int to) throws UdiFault {
        if (to - from > LONGEST_LOT) {
            throw new UdiFault(
                    "%s has %d characters, more than %d: %s."
                            .formatted(what, to - from, LONGEST_LOT, Quoted.of(text.substring(from, to))),
                    from + LONGEST_LOT);
        }
    }
}
