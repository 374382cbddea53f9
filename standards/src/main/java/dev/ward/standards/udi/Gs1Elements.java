package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the elements of a GS1 text, each checked, and makes a UDI of them.
final class Gs1Elements {

    private final Reading reading;
    private final List<ApplicationIdentifier> identifiers = new ArrayList<>(6);
    private final List<DataElement> elements = new ArrayList<>(6);
    private @Nullable DeviceIdentifier di;
    private @Nullable String lot;
    private @Nullable String serial;
    private @Nullable UdiDate expiry;
    private @Nullable UdiDate manufactured;
    private @Nullable String softwareVersion;
    private @Nullable Integer quantity;

    Gs1Elements(Reading reading) {
        this.reading = reading;
    }

    /// Checks an element and takes it in.
    ///
    /// @param named  where its identifier stands in the text
    /// @param from   where its value begins
    /// @param to     where it ends
    void add(ApplicationIdentifier ai, String text, int named, int from, int to) throws UdiFault {
        String value = text.substring(from, to);
        if (reading.forgives() && Gtins.isGtin(ai) && Gtins.hasLostZeros(text, from, to)) {
            value = Gtins.padded(value);
            reading.note(
                    "The GTIN %s lacks its leading zeros; it is read as %s."
                            .formatted(Quoted.of(text.substring(from, to)), Quoted.of(value)),
                    from);
        } else {
            ai.check(text, from, to, reading.today());
        }
        if (refusesOrRepeats(ai, value, named)) {
            return;
        }
        identifiers.add(ai);
        elements.add(new DataElement(ai.digits(), ai.title(), value));
        take(ai, value);
    }

    private boolean refusesOrRepeats(ApplicationIdentifier ai, String value, int named) throws UdiFault {
        for (int i = 0; i < identifiers.size(); i++) {
            ApplicationIdentifier other = identifiers.get(i);
            if (other.digits().equals(ai.digits())) {
                String before = elements.get(i).value();
                if (before.equals(value)) {
                    return true;
                }
                throw new UdiFault(
                        "(%s) is there twice, with %s and with %s."
                                .formatted(ai.digits(), Quoted.of(before), Quoted.of(value)),
                        named);
            }
            if (ai.excludes(other) || other.excludes(ai)) {
                throw new UdiFault(
                        "(%s), %s, and (%s), %s, may not stand together."
                                .formatted(other.digits(), other.title(), ai.digits(), ai.title()),
                        named);
            }
        }
        return false;
    }

    private void take(ApplicationIdentifier ai, String value) throws UdiFault {
        switch (ai.digits()) {
            case "01" -> di = new DeviceIdentifier(IssuingAgency.GS1, value);
            case "10" -> lot = value;
            case "11" -> manufactured = Dates.yymmdd(value, 0, true, reading.today());
            case "17" -> expiry = Dates.yymmdd(value, 0, true, reading.today());
            case "21" -> serial = value;
            case "30" -> quantity = Integer.valueOf(value);
            case "37" -> quantity = quantity == null ? Integer.valueOf(value) : quantity;
            case "7003" -> expiry = expiry == null ? Dates.yymmddTime(value, reading.today()) : expiry;
            case "8008" ->
                manufactured = manufactured == null ? Dates.yymmddTime(value, reading.today()) : manufactured;
            case "8012" -> softwareVersion = value;
            default -> {
                // kept among the elements alone
            }
        }
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    Udi udi() {
        ProductionIdentifiers pi =
                new ProductionIdentifiers(lot, serial, expiry, manufactured, null, softwareVersion, quantity);
        return new Udi(IssuingAgency.GS1, di, pi, elements);
    }
}
