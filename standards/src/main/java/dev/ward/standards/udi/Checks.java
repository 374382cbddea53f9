package dev.ward.standards.udi;

import java.util.Map;

/// The checks of contents by the names that the table of application identifiers gives them.
///
/// Source: GS1 Barcode Syntax Tests.
final class Checks {

    private static final Map<String, Check> BY_NAME = Map.ofEntries(
            Map.entry("csum", (text, from, to, today) -> Gtins.check(text, from, to)),
            Map.entry("csumalpha", CheckPair::check),
            Map.entry("gcppos1", (text, from, to, today) -> NumberChecks.companyPrefix(text, from, to)),
            Map.entry("gcppos2", (text, from, to, today) -> NumberChecks.companyPrefix(text, from + 1, to)),
            Map.entry("zero", (text, from, to, today) -> NumberChecks.zero(text, from, to)),
            Map.entry("nonzero", (text, from, to, today) -> NumberChecks.nonzero(text, from, to)),
            Map.entry("nozeroprefix", (text, from, to, today) -> NumberChecks.noZeroPrefix(text, from, to)),
            Map.entry("hasnondigit", (text, from, to, today) -> NumberChecks.hasNonDigit(text, from, to)),
            Map.entry("pieceoftotal", (text, from, to, today) -> NumberChecks.pieceOfTotal(text, from, to)),
            Map.entry("posinseqslash", (text, from, to, today) -> NumberChecks.positionInSequence(text, from, to)),
            Map.entry(
                    "latitude",
                    (text, from, to, today) -> NumberChecks.atMost("latitude", 1_800_000_000L, text, from, to)),
            Map.entry(
                    "longitude",
                    (text, from, to, today) -> NumberChecks.atMost("longitude", 3_600_000_000L, text, from, to)),
            Map.entry("yymmdd", (text, from, to, today) -> Dates.yymmdd(text, from, false, today)),
            Map.entry("yymmd0", (text, from, to, today) -> Dates.yymmdd(text, from, true, today)),
            Map.entry("yyyymmdd", (text, from, to, today) -> Dates.yyyymmdd(text, from)),
            Map.entry("hh", (text, from, to, today) -> Dates.number("hour", 0, 23, text, from)),
            Map.entry("mi", (text, from, to, today) -> Dates.number("minute", 0, 59, text, from)),
            Map.entry("ss", (text, from, to, today) -> Dates.number("second", 0, 59, text, from)),
            Map.entry("hhmi", (text, from, to, today) -> Dates.hhmm(text, from)),
            Map.entry("iso3166", (text, from, to, today) -> CodeLists.country(text, from, to)),
            Map.entry("iso3166999", (text, from, to, today) -> CodeLists.countryOr999(text, from, to)),
            Map.entry("iso3166alpha2", (text, from, to, today) -> CodeLists.countryLetters(text, from, to)),
            Map.entry("iso4217", (text, from, to, today) -> CodeLists.currency(text, from, to)),
            Map.entry("iso5218", (text, from, to, today) -> CodeLists.oneOf("sex", "0129", text, from)),
            Map.entry(
                    "yesno",
                    (text, from, to, today) -> CodeLists.oneOf("answer of yes (1) or no (0)", "01", text, from)),
            Map.entry("winding", (text, from, to, today) -> CodeLists.oneOf("winding direction", "019", text, from)),
            Map.entry(
                    "hyphen", (text, from, to, today) -> CodeLists.oneOf("sign of a negative value", "-", text, from)),
            Map.entry(
                    "importeridx",
                    (text, from, to, today) -> CodeLists.oneOf(
                            "importer index",
                            "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
                            text,
                            from)),
            Map.entry("mediatype", (text, from, to, today) -> CodeLists.mediaType(text, from, to)),
            Map.entry("packagetype", (text, from, to, today) -> CodeLists.packageType(text, from, to)),
            Map.entry("iban", (text, from, to, today) -> Iban.check(text, from, to)),
            Map.entry("pcenc", (text, from, to, today) -> NumberChecks.percentEncoded(text, from, to)),
            Map.entry("couponcode", Coupons::code),
            Map.entry("couponposoffer", (text, from, to, today) -> Coupons.positiveOffer(text, from, to)));

    private Checks() {}

    static Check named(String name) {
        Check check = BY_NAME.get(name);
        if (check == null) {
            throw new IllegalStateException("no check has the name \"%s\"".formatted(name));
        }
        return check;
    }
}
