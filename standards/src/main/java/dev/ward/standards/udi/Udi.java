package dev.ward.standards.udi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unique device identifier: the device identifier (DI), and what tells pieces of it apart (PI).
///
/// @param di        null when the text is only the symbol with the production identifiers, which some labels carry
/// apart
/// @param pi        what the elements say of lot, serial number and dates
/// @param elements  all that the text holds, in its order
///
/// Source: 21 CFR 801.3; Regulation (EU) 2017/745, annex VI part C.
public record Udi(
        IssuingAgency agency, @Nullable DeviceIdentifier di, ProductionIdentifiers pi, List<DataElement> elements) {

    /// The longest text that is read as a UDI, in characters.
    public static final int LONGEST_TEXT = 2_000;

    public Udi {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("a UDI without elements: \"\"");
        }
    }

    /// Reads a UDI as a label shows it or a scanner sends it.
    ///
    /// GS1: `(01)…(17)…`, `[01]…`, element strings with FNC1 as U+001D or one of its usual substitutes (`<GS>`,
    /// `{GS}`, `\x1d`, `^]`, …), with or without symbology identifier, a GTIN alone, a Digital Link URI. HIBCC:
    /// `+…` or `*+…*`, one symbol, several in a row, or concatenated. ICCBBA: `=/…`, `=+…`.
    ///
    /// @param today  years of two digits lie at most 50 years from it
    public static UdiResult parse(String text, LocalDate today) {
        return UdiReader.read(text, today, false);
    }

    /// Reads what keyboards and spreadsheets have done to a UDI too: blanks, lost leading zeros, small letters.
    public static UdiResult parseLenient(String text, LocalDate today) {
        return UdiReader.read(text, today, true);
    }

    public @Nullable String lot() {
        return pi.lot();
    }

    public @Nullable String serial() {
        return pi.serial();
    }

    /// The last day of use; null when the text does not say it. How precisely it was written is in [#pi].
    public @Nullable LocalDate expiry() {
        UdiDate date = pi.expiry();
        return date == null ? null : date.date();
    }

    /// The day of manufacture; null when the text does not say it. How precisely it was written is in [#pi].
    public @Nullable LocalDate manufactured() {
        UdiDate date = pi.manufactured();
        return date == null ? null : date.date();
    }

    public @Nullable String softwareVersion() {
        return pi.softwareVersion();
    }

    /// The form that people read: `(01)…(17)…`, `*+…*`, `=/…`.
    public String humanReadable() {
        return UdiPrinter.humanReadable(this);
    }

    /// The form that a symbol holds: GS1 with FNC1 as U+001D between elements, HIBCC with its check character, ICCBBA
    /// as a compound message.
    ///
    /// An element string of as many digits as a GTIN has is read as one, unless U+001D or a symbology identifier
    /// stands before it.
    public String elementString() {
        return UdiPrinter.elementString(this);
    }

    /// What else the item must carry, in this symbol or another: one sentence for each element of GS1 that needs
    /// others, none of which is here.
    public List<String> missing() {
        return agency == IssuingAgency.GS1 ? Requisites.missing(elements) : List.of();
    }

    @Override
    public String toString() {
        return humanReadable();
    }
}
