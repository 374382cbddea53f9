package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.TableResource;
import java.util.Set;
import java.util.stream.Collectors;

/// Codes that a list must hold.
///
/// Source: ISO 3166-1; ISO 4217; GS1 General Specifications, 3; GS1 code lists.
final class CodeLists {

    private static final Set<String> COUNTRIES = list("countries-numeric.txt");
    private static final Set<String> COUNTRY_LETTERS = list("countries.txt");
    private static final Set<String> CURRENCIES = list("currencies.txt");
    private static final Set<String> PACKAGE_TYPES = list("package-types.txt");

    private CodeLists() {}

    static void country(String text, int from, int to) throws UdiFault {
        demand(COUNTRIES, "country of ISO 3166", text, from, to);
    }

    static void countryOr999(String text, int from, int to) throws UdiFault {
        if (!text.startsWith("999", from)) {
            country(text, from, to);
        }
    }

    static void countryLetters(String text, int from, int to) throws UdiFault {
        demand(COUNTRY_LETTERS, "country of ISO 3166", text, from, to);
    }

    static void currency(String text, int from, int to) throws UdiFault {
        demand(CURRENCIES, "currency of ISO 4217", text, from, to);
    }

    static void packageType(String text, int from, int to) throws UdiFault {
        demand(PACKAGE_TYPES, "type of package", text, from, to);
    }

    /// Media types 01 to 10 are assigned, 80 to 99 are for local use.
    static void mediaType(String text, int from, int to) throws UdiFault {
        int type = Integer.parseInt(text, from, to, 10);
        if (type < 1 || (type > 10 && type < 80)) {
            throw new UdiFault("No medium has the type %s.".formatted(Quoted.of(text.substring(from, to))), from);
        }
    }

    static void oneOf(String what, String characters, String text, int at) throws UdiFault {
        if (characters.indexOf(text.charAt(at)) < 0) {
            throw new UdiFault("%s is no %s.".formatted(Quoted.of(text.charAt(at)), what), at);
        }
    }

    private static void demand(Set<String> list, String what, String text, int from, int to) throws UdiFault {
        String code = text.substring(from, to);
        if (!list.contains(code)) {
            throw new UdiFault("No %s has the code %s.".formatted(what, Quoted.of(code)), from);
        }
    }

    private static Set<String> list(String resource) {
        return TableResource.words(CodeLists.class, resource).stream()
                .flatMap(java.util.List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
