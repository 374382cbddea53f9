package dev.ward.report;

import dev.ward.reach.ReachedCountry;
import dev.ward.report.DraftItem.Content;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Units by country, so that all of them are found again: those of the countries that are asked for, and
/// those of which nobody knows the country.
///
/// @param countries  null when it cannot be found where units are
/// @param unheard    vulnerabilities of the case of which it cannot be found
record CountryLines(@Nullable List<ReachedCountry> countries, List<String> unheard) {

    private static final String KINGDOM = "GB";
    private static final String NORTHERN_IRELAND = "XI";
    private static final List<String> COLUMNS = List.of(
            "Country", "Reached, with serial", "Reached, without serial", "Perhaps reached", "Release not known");

    static CountryLines of(KnownInDepth known) {
        return new CountryLines(known.countries(), known.known().unheard());
    }

    /// Puts the countries that are asked for into an item, and says how many units are in none that is
    /// known. Nothing is put where it cannot be found, or no unit is known anywhere.
    void into(FilledForm form, String number, Predicate<String> asked) {
        if (countries == null || countries.isEmpty()) {
            return;
        }
        List<ReachedCountry> its = countries.stream()
                .filter(one -> one.country() != null && asked.test(one.country()))
                .toList();
        form.put(
                number,
                new Content.Table(
                        COLUMNS,
                        its.stream().map(CountryLines::row).toList(),
                        "%s units with serial and %s without are reached here; %s with serial and %s without everywhere."
                                .formatted(
                                        sum(its, ReachedCountry::devices),
                                        sum(its, ReachedCountry::counted),
                                        sum(countries, ReachedCountry::devices),
                                        sum(countries, ReachedCountry::counted)),
                        null));
        form.lack(number, asked.test(NORTHERN_IRELAND) == asked.test(KINGDOM) ? null : undivided());
        form.lack(number, unplaced());
        form.lack(number, uncertain(its));
        form.lack(
                number,
                unheard.isEmpty()
                        ? null
                        : "Which units %s reaches cannot be found: no source knows it."
                                .formatted(String.join(", ", unheard)));
    }

    /// The countries in which units are or may be, "Germany (DE), France (FR)"; those of the European form
    /// apart from the others.
    List<String> places() {
        if (countries == null) {
            return List.of();
        }
        Map<Boolean, List<String>> all = countries.stream()
                .map(ReachedCountry::country)
                .filter(Objects::nonNull)
                .collect(Collectors.partitioningBy(
                        Europe::isOfForm, Collectors.mapping(CountryLines::name, Collectors.toList())));
        List<String> lines = new ArrayList<>();
        all.forEach((european, names) -> {
            if (!names.isEmpty()) {
                lines.addFirst("%s: %s."
                        .formatted(
                                european ? "Units are or may be in" : "Units in other countries",
                                String.join(", ", names)));
            }
        });
        return lines;
    }

    /// That nobody knows which units of the United Kingdom are in Northern Ireland, which is under other
    /// rules; null when none is there.
    @Nullable
    String undivided() {
        return countries != null && countries.stream().anyMatch(one -> KINGDOM.equals(one.country()))
                ? "How many of the units in the %s are in Northern Ireland is not known.".formatted(name(KINGDOM))
                : null;
    }

    private static String name(String code) {
        return "%s (%s)".formatted(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
    }

    /// How many units are in a country that nobody knows; null when there is none.
    private @Nullable String unplaced() {
        return countries == null
                ? null
                : countries.stream()
                        .filter(one -> one.country() == null)
                        .findFirst()
                        .map(one ->
                                "The country of %s is not known.".formatted(Words.counted(one.all(), "unit", "units")))
                        .orElse(null);
    }

    /// Of how many units it is not known whether they are reached; null when there is none.
    private static @Nullable String uncertain(List<ReachedCountry> its) {
        long units =
                its.stream().mapToLong(one -> one.possible() + one.unknown()).sum();
        return units == 0
                ? null
                : "Whether %s here %s reached is not known."
                        .formatted(Words.counted(units, "unit", "units"), units == 1 ? "is" : "are");
    }

    private static String sum(List<ReachedCountry> its, ToLongFunction<ReachedCountry> of) {
        return Words.number(its.stream().mapToLong(of).sum());
    }

    private static List<String> row(ReachedCountry one) {
        String code = String.valueOf(one.country());
        return List.of(
                name(code),
                Words.number(one.devices()),
                Words.number(one.counted()),
                Words.number(one.possible()),
                Words.number(one.unknown()));
    }
}
