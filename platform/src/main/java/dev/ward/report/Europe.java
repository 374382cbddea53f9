package dev.ward.report;

import java.util.Set;

/// Which markets and countries stand under the vigilance of the European Union's regulation on medical
/// devices.
///
/// Source: Regulation (EU) 2017/745, Art. 87; EEA Agreement; form of the field safety corrective action.
final class Europe {

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> UNION = Set.of("EU", "EEA");
    private static final Set<String> BESIDE = Set.of("CH", "TR", "XI");

    private static final String GREECE = "EL";

    private Europe() {}

    /// Whether a market is the Union's, or of one of the countries of the European Economic Area.
    static boolean isMarket(String market) {
        return UNION.contains(market) || EEA.contains(market);
    }

    /// Whether a country is within the European Economic Area.
    ///
    /// @param country  also `EL`, as the Union's registers write Greece
    static boolean isWithin(String country) {
        return EEA.contains(country) || country.equals(GREECE);
    }

    /// Whether the form asks for the country among its own: of the European Economic Area, Switzerland,
    /// Türkiye, and Northern Ireland where it is told apart.
    static boolean isOfForm(String country) {
        return EEA.contains(country) || BESIDE.contains(country);
    }
}
