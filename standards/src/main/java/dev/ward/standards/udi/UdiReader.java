package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.time.LocalDate;

/// Finds out in which form a text is, and who reads it.
final class UdiReader {

    private static final int SYMBOLOGY_IDENTIFIER = 3;

    private UdiReader() {}

    static UdiResult read(String text, LocalDate today, boolean lenient) {
        Reading reading = lenient ? Reading.lenient(today) : Reading.strict(today);
        boolean tidies = lenient && text.length() <= Udi.LONGEST_TEXT;
        Tidied tidied = tidies ? Tidied.of(text) : Tidied.untouched(text);
        try {
            tidied.notes().forEach(reading::forgive);
            return new UdiResult.Read(read(tidied.text(), reading), reading.forgiven());
        } catch (UdiFault fault) {
            return new UdiResult.Unreadable(fault.sentence(), tidied.original(fault.position()));
        }
    }

    /// The device identifier of a text that holds nothing else.
    static DeviceIdentifier readDi(String text) throws UdiFault {
        Udi udi = read(text, Reading.strict(LocalDate.EPOCH));
        DeviceIdentifier di = udi.di();
        if (di == null || udi.elements().size() > 1) {
            throw new UdiFault("%s is not a DI alone.".formatted(Quoted.of(text)), 0);
        }
        return di;
    }

    private static Udi read(String text, Reading reading) throws UdiFault {
        if (text.isEmpty()) {
            throw new UdiFault("There is nothing in it: \"\".", 0);
        }
        if (text.length() > Udi.LONGEST_TEXT) {
            throw new UdiFault(
                    "It is longer than a UDI can be: %d characters.".formatted(text.length()), Udi.LONGEST_TEXT);
        }
        int start = text.charAt(0) == ']' ? Math.min(SYMBOLOGY_IDENTIFIER, text.length()) : 0;
        int separator = Separators.length(text, start);
        int from = start + separator;
        if (from == text.length()) {
            throw new UdiFault("There is nothing but its beginning: %s.".formatted(Quoted.of(text)), from);
        }
        char first = text.charAt(from);
        return switch (first) {
            case '(', '[' -> BracketReader.read(text, from, reading);
            case '+', '*' -> HibccReader.read(text, from, reading);
            case '=', '&' -> IccbbaReader.read(text, from, reading);
            case 'h', 'H' -> link(text, from, reading);
            default -> digits(text, from, start > 0 || separator > 0, reading);
        };
    }

    private static Udi link(String text, int from, Reading reading) throws UdiFault {
        if (text.regionMatches(true, from, "http://", 0, 7) || text.regionMatches(true, from, "https://", 0, 8)) {
            return DigitalLinkReader.read(text, reading);
        }
        throw noForm(text, from);
    }

    /// @param isScanned  whether a symbology identifier or a separator shows that an element string follows
    private static Udi digits(String text, int from, boolean isScanned, Reading reading) throws UdiFault {
        Spreadsheet.refuse(text, from, text.length());
        if (Spreadsheet.hasDecimals(text, from, text.length())) {
            throw new UdiFault(
                    "%s ends with decimals, as spreadsheets add them to numbers.".formatted(Quoted.of(text)),
                    text.length() - 2);
        }
        int stranger = CharacterSet.DIGITS.firstStranger(text, from, text.length());
        if (stranger == from) {
            throw noForm(text, from);
        }
        int length = text.length() - from;
        boolean isPlain = stranger == text.length();
        boolean isGtin = isPlain && (isScanned ? isSymbolOfGtin(text) : Gtins.isLength(length));
        if (isGtin || (isPlain && reading.forgives() && Gtins.hasLostZeros(text, from, text.length()))) {
            return gtin(text, from, reading);
        }
        if (isPlain && !isScanned && length < Gtins.LENGTH) {
            throw new UdiFault(
                    "A GTIN has 8, 12, 13 or 14 digits, not %d: %s.%s"
                            .formatted(
                                    length,
                                    Quoted.of(text.substring(from)),
                                    Gtins.hasLostZeros(text, from, text.length())
                                            ? " Leading zeros were lost, as spreadsheets do it: it is %s."
                                                    .formatted(Quoted.of(Gtins.padded(text.substring(from))))
                                            : ""),
                    text.length());
        }
        return ElementStringReader.read(text, from, reading);
    }

    /// Whether the symbology identifier is that of EAN/UPC or ITF-14, which hold a GTIN alone.
    private static boolean isSymbolOfGtin(String text) {
        return text.startsWith("]E") || text.startsWith("]I");
    }

    private static Udi gtin(String text, int from, Reading reading) throws UdiFault {
        Gtins.check(text, from, text.length());
        String gtin = Gtins.padded(text.substring(from));
        if (!Gtins.isLength(text.length() - from)) {
            reading.note(
                    "The GTIN %s lacks its leading zeros; it is read as %s."
                            .formatted(Quoted.of(text.substring(from)), Quoted.of(gtin)),
                    from);
        }
        Gs1Elements elements = new Gs1Elements(reading);
        elements.add(ApplicationIdentifiers.beginning("01", 0), gtin, 0, 0, gtin.length());
        return elements.udi();
    }

    private static UdiFault noForm(String text, int from) {
        return new UdiFault(
                "%s begins like no UDI: GS1 begins with \"(01)\" or digits, HIBCC with \"+\", ICCBBA with \"=/\"."
                        .formatted(Quoted.of(text)),
                from);
    }
}
