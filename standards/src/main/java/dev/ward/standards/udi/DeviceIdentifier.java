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
            throw new IllegalArgumentException(
                    "not a DI: %s (position %d)".formatted(fault.sentence(), fault.position()));
        }
    }

    /// Reads a DI of one agency, with or without its identifier.
    ///
    /// @throws IllegalArgumentException with the text in quotes, and what is wrong with it
    public static DeviceIdentifier parse(String text, IssuingAgency agency) {
        boolean bare = !text.isEmpty() && CharacterSet.CAPITALS_AND_DIGITS.holds(text.charAt(0));
        if (bare && agency != IssuingAgency.GS1) {
            return new DeviceIdentifier(agency, text);
        }
        DeviceIdentifier di = parse(text);
        if (di.agency != agency) {
            throw new IllegalArgumentException(
                    "not a DI of %s but of %s: %s".formatted(agency, di.agency, Quoted.of(text)));
        }
        return di;
    }

    /// Reads a DI; empty where `parse` would refuse it.
    public static Optional<DeviceIdentifier> tryParse(String text) {
        try {
            return Optional.of(read(text));
        } catch (UdiFault e) {
            return Optional.empty();
        }
    }

    private static DeviceIdentifier read(String text) throws UdiFault {
        boolean bare = !text.isEmpty()
                && CharacterSet.CAPITALS_AND_DIGITS.firstStranger(text, 0, text.length()) == text.length();
        if (bare && CharacterSet.DIGITS.firstStranger(text, 0, text.length()) < text.length()) {
            IssuingAgency agency = text.charAt(0) >= 'A' ? IssuingAgency.HIBCC : IssuingAgency.ICCBBA;
            check(agency, text);
            return new DeviceIdentifier(agency, text);
        }
        return UdiReader.readDi(text);
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
