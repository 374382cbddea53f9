package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.TableResource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads ISBT 128 data structures of ICCBBA, one after the other: `=/A9999XYZ100T0944=,000025=>014032`.
///
/// Each has a length of its own, so that nothing stands between them. The head of a compound message, `=+`, says how
/// many follow.
///
/// Source: ICCBBA ST-001, ISBT 128 Standard Technical Specification, 2.4; FDA, UDI formats by FDA-accredited issuing
/// agency.
final class IccbbaReader {

    static final String COMPOUND = "=+";

    private static final List<Structure> STRUCTURES = structures();

    private final String text;
    private final Reading reading;
    private final List<DataElement> elements = new ArrayList<>(8);
    private final Set<String> seen = new HashSet<>();
    private @Nullable DeviceIdentifier di;
    private @Nullable String lot;
    private @Nullable String serial;
    private @Nullable UdiDate expiry;
    private @Nullable UdiDate manufactured;
    private @Nullable String donationId;
    private int announced = -1;

    /// @param identifier  what it begins with; `=` alone for a donation identification number, which goes on with a
    ///                    letter or digit
    /// @param length      of what follows
    private record Structure(String identifier, int length, boolean digits, String title) {

        /// To begin a sentence with.
        String words() {
            return "\"%s\", the %s,".formatted(identifier, title);
        }
    }

    private IccbbaReader(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    static Udi read(String text, int from, Reading reading) throws UdiFault {
        return new IccbbaReader(text, reading).readAll(from);
    }

    private Udi readAll(int from) throws UdiFault {
        int at = from;
        while (at < text.length()) {
            Structure structure = structure(at);
            int start = at + structure.identifier.length();
            int end = start + structure.length;
            check(structure, start, end);
            take(structure, at, start, end);
            at = end;
        }
        if (announced >= 0 && announced != elements.size()) {
            throw new UdiFault(
                    "The message announces \"%d\" structures and holds \"%d\".".formatted(announced, elements.size()),
                    from + COMPOUND.length());
        }
        ProductionIdentifiers pi = new ProductionIdentifiers(lot, serial, expiry, manufactured, donationId, null, null);
        return new Udi(IssuingAgency.ICCBBA, di, pi, elements);
    }

    private Structure structure(int at) throws UdiFault {
        for (Structure structure : STRUCTURES) {
            boolean begins = text.startsWith(structure.identifier, at)
                    && (structure.identifier.length() > 1
                            || (at + 1 < text.length() && CharacterSet.CAPITALS_AND_DIGITS.holds(text.charAt(at + 1))));
            if (begins) {
                return structure;
            }
        }
        throw new UdiFault(
                "%s begins no data structure of ISBT 128 that a device carries."
                        .formatted(Quoted.of(text.substring(at, Math.min(text.length(), at + 3)))),
                at);
    }

    private void check(Structure structure, int from, int to) throws UdiFault {
        if (to > text.length()) {
            throw new UdiFault(
                    "%s has %d characters where %d are demanded: %s."
                            .formatted(
                                    structure.words(),
                                    text.length() - from,
                                    structure.length,
                                    Quoted.of(text.substring(from))),
                    text.length());
        }
        CharacterSet set = structure.digits ? CharacterSet.DIGITS : CharacterSet.CAPITALS_AND_DIGITS;
        int stranger = set.firstStranger(text, from, to);
        if (stranger < to) {
            throw set.fault(structure.words(), text, from, to, stranger);
        }
    }

    private void take(Structure structure, int at, int from, int to) throws UdiFault {
        String value = text.substring(from, to);
        if (structure.identifier.equals(COMPOUND)) {
            if (announced >= 0 || !elements.isEmpty()) {
                throw new UdiFault("The head of a compound message, \"=+\", stands at its beginning only.", at);
            }
            announced = Dates.digits(text, from, 2);
            return;
        }
        if (!seen.add(structure.identifier)) {
            throw new UdiFault(structure.words() + " is there twice.", at);
        }
        elements.add(new DataElement(structure.identifier, structure.title, value));
        switch (structure.identifier) {
            case "=/", "=)" -> takeDi(value, at);
            case "=," -> serial = value;
            case "=" -> donationId = value;
            case "=>", "&>" -> expiry = date(from, to);
            case "=}", "&}" -> manufactured = date(from, to);
            case "&,1", "&)" -> lot = value;
            default -> {
                // kept among the elements alone
            }
        }
    }

    private void takeDi(String value, int at) throws UdiFault {
        if (di != null) {
            throw new UdiFault(
                    "There are two device identifiers, %s and %s.".formatted(Quoted.of(di.value()), Quoted.of(value)),
                    at);
        }
        di = new DeviceIdentifier(IssuingAgency.ICCBBA, value);
    }

    /// `CYYJJJ`, with `HHMM` where the structure has it; the century's digit is the last but two of the year's.
    private UdiDate date(int from, int to) throws UdiFault {
        int year = reading.today().getYear() / 1000 * 1000 + Dates.digits(text, from, 3);
        int ahead = year - reading.today().getYear();
        year += ahead > 500 ? -1000 : ahead < -500 ? 1000 : 0;
        UdiDate date = Dates.dayOfYear(year, text, from + 3);
        if (to - from == 6) {
            return date;
        }
        LocalTime time = LocalTime.of(
                Dates.number("hour", 0, 23, text, from + 6), Dates.number("minute", 0, 59, text, from + 8));
        return date.at(time, UdiDate.Precision.MINUTE);
    }

    /// The longer identifiers before those that begin alike.
    private static List<Structure> structures() {
        return TableResource.cells(IccbbaReader.class, "isbt128-structures.tsv", 4).stream()
                .map(row -> new Structure(
                        row.get(0), Integer.parseInt(row.get(1)), row.get(2).equals("digits"), row.get(3)))
                .sorted((a, b) -> b.identifier.length() - a.identifier.length())
                .toList();
    }
}
