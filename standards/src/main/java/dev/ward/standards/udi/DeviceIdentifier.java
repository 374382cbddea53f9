package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.util.Optional;

/// The part of a UDI that names labeler and model: the DI.
///
/// @param value  canonical: GS1, a GTIN of 14 digits; HIBCC, labeler, product and unit of measure without `+` and
///               check character; ICCBBA, 16 characters, or 10 of a blood container, without their identifier
///
/// Source: 21 CFR 801.3; FDA, UDI formats by FDA-accredited issuing agency.
public record DeviceIdentifier(IssuingAgency agency, String value) {

    private static final int OF_PRODUCT = 16;
    private static final int OF_CONTAINER = 10;

    public DeviceIdentifier {
        try {
            check(agency, value);
        } catch (UdiFault fault) {
            throw new IllegalArgumentException("not a DI of %s: %s".formatted(agency, fault.sentence()));
        }
    }

    /// Reads a DI in the form of any agency: a GTIN with or without `(01)`; HIBCC with or without `+` and check
    /// character;
    /// ICCBBA with or without `=/`. What HIBCC and ICCBBA could both have written, bare, is read as HIBCC's.
    ///
    /// @throws IllegalArgumentException with the text in quotes, and what is wrong with it
    public static DeviceIdentifier parse(String text) {
        try {
            return read(text);
        } catch (UdiFault fault) {
            throw refusal(fault);
        }
    }

    /// Reads a DI; empty where `parse` would refuse it.
    public static Optional<DeviceIdentifier> tryParse(String text) {
        try {
            return Optional.of(read(text));
        } catch (UdiFault e) {
            return Optional.empty();
        }
    }

    /// Reads a DI of one agency as a database publishes it. One of HIBCC may end with its check character, which some
    /// labelers publish and others do not: where it is right, it is taken away.
    ///
    /// @throws IllegalArgumentException with the text in quotes, and what is wrong with it
    public static DeviceIdentifier parsePublished(String text, IssuingAgency agency) {
        try {
            if (agency == IssuingAgency.HIBCC && endsWithCheck(text)) {
                return new DeviceIdentifier(agency, text.substring(0, text.length() - 1));
            }
            boolean bare = agency != IssuingAgency.GS1 && isBare(text);
            DeviceIdentifier di = bare ? checked(agency, text) : read(text);
            if (di.agency == agency) {
                return di;
            }
            throw new UdiFault("%s is a DI of %s, not of %s.".formatted(Quoted.of(text), di.agency, agency), 0);
        } catch (UdiFault fault) {
            throw refusal(fault);
        }
    }

    private static IllegalArgumentException refusal(UdiFault fault) {
        return new IllegalArgumentException("not a DI: %s (position %d)".formatted(fault.sentence(), fault.position()));
    }

    private static DeviceIdentifier read(String text) throws UdiFault {
        if (!isBare(text) || CharacterSet.DIGITS.firstStranger(text, 0, text.length()) == text.length()) {
            return UdiReader.readDi(text);
        }
        char last = text.charAt(text.length() - 1);
        if (last > '9' && endsWithCheck(text)) {
            return new DeviceIdentifier(IssuingAgency.HIBCC, text.substring(0, text.length() - 1));
        }
        return checked(text.charAt(0) >= 'A' ? IssuingAgency.HIBCC : IssuingAgency.ICCBBA, text);
    }

    private static DeviceIdentifier checked(IssuingAgency agency, String text) throws UdiFault {
        check(agency, text);
        return new DeviceIdentifier(agency, text);
    }

    /// Whether there is nothing but capital letters and digits.
    private static boolean isBare(String text) {
        return !text.isEmpty()
                && CharacterSet.CAPITALS_AND_DIGITS.firstStranger(text, 0, text.length()) == text.length();
    }

    /// Whether a bare text is a DI of HIBCC with its check character.
    private static boolean endsWithCheck(String text) {
        String symbol = "+" + text;
        if (!isBare(text) || !Mod43.isChecked(symbol, 0, symbol.length())) {
            return false;
        }
        try {
            HibccIdentifier.check(text, 0, text.length() - 1);
            return true;
        } catch (UdiFault fault) {
            return false;
        }
    }

    private static void check(IssuingAgency agency, String value) throws UdiFault {
        switch (agency) {
            case GS1 -> {
                if (value.length() != Gtins.LENGTH) {
                    throw new UdiFault(
                            "A GTIN has 14 digits, not %d: %s.".formatted(value.length(), Quoted.of(value)),
                            value.length());
                }
                CharacterSet.DIGITS.check("The GTIN", value, 0, value.length());
                Gtins.check(value, 0, value.length());
            }
            case HIBCC -> HibccIdentifier.check(value, 0, value.length());
            case ICCBBA -> {
                if (value.length() != OF_PRODUCT && value.length() != OF_CONTAINER) {
                    throw new UdiFault(
                            "A DI of ICCBBA has 16 characters, or 10, not %d: %s."
                                    .formatted(value.length(), Quoted.of(value)),
                            value.length());
                }
                CharacterSet.CAPITALS_AND_DIGITS.check("The DI", value, 0, value.length());
            }
        }
    }

    /// The value alone.
    @Override
    public String toString() {
        return value;
    }
}
