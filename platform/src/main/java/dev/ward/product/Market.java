package dev.ward.product;

import dev.ward.standards.input.TableResource;
import dev.ward.web.TypedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where devices are placed on the market, and in which words its rules speak of them. The list is data:
/// `markets.tsv`.
///
/// @param code       two letters, of ISO 3166-1 or `EU`
/// @param authority  who decides there
/// @param classes    the classes that it knows, lowest first
/// @param productCode  what a product code is called there, and how it looks
/// @param rule         what the rule of its classification is called there, and how it looks
/// @param listing      what the number under which a device is listed is called there
public record Market(
        String code, String name, String authority, List<String> classes, Term productCode, Term rule, String listing) {

    private static final int COLUMNS = 11;

    public static final List<Market> ALL = read();

    /// @param pattern  null when everything is taken
    /// @param example  empty when there is none
    public record Term(String name, @Nullable Pattern pattern, String example) {

        static Term of(String name, String pattern, String example) {
            return new Term(name, pattern.isEmpty() ? null : Pattern.compile(pattern), example);
        }

        /// @throws dev.ward.web.ProblemException  when a text does not look as it must
        void check(String field, @Nullable String text) {
            if (text != null && pattern != null && !pattern.matcher(text).matches()) {
                throw TypedText.refused(
                        field,
                        "\"%s\" is no %s, such as %s.".formatted(text, name, example),
                        "does not look like a %s, such as %s".formatted(name, example));
            }
        }
    }

    private static List<Market> read() {
        return TableResource.cells(Market.class, "markets.tsv", COLUMNS).stream()
                .map(cells -> new Market(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        List.of(cells.get(3).split("\\|")),
                        Term.of(cells.get(4), cells.get(5), cells.get(6)),
                        Term.of(cells.get(7), cells.get(8), cells.get(9)),
                        cells.get(10)))
                .toList();
    }

    public static Optional<Market> find(String code) {
        return ALL.stream().filter(market -> market.code.equals(code)).findAny();
    }

    /// @throws dev.ward.web.ProblemException  when there is no such market
    static Market required(String field, String code) {
        return find(code)
                .orElseThrow(() -> TypedText.refused(
                        field,
                        "There is no market \"%s\". The markets are: %s.".formatted(code, codes()),
                        "is no market"));
    }

    private static String codes() {
        return String.join(", ", ALL.stream().map(Market::code).toList());
    }
}
