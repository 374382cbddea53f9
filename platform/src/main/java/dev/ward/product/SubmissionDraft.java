package dev.ward.product;

import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person says about a submission or certificate.
///
/// @param number   null where the kind has none, or it is not known and need not be
/// @param decided  when it was cleared, approved or issued; null when it is not known
public record SubmissionDraft(
        SubmissionKind kind,
        @Nullable String number,
        @Nullable LocalDate decided) {

    public static final int LONGEST_NUMBER = 100;

    public SubmissionDraft {
        number = TypedText.optional("number", number, LONGEST_NUMBER);
        if (number != null && kind.pattern() != null) {
            number = number.toUpperCase(Locale.ROOT);
            if (!kind.pattern().matcher(number).matches()) {
                throw TypedText.refused(
                        "number",
                        "\"%s\" is no number of a %s, such as %s.".formatted(number, kind.title(), kind.example()),
                        "does not look like the number of a %s, such as %s".formatted(kind.title(), kind.example()));
            }
        }
        if (number == null && kind.numbered()) {
            throw TypedText.refused("number", "The number of the %s is missing.".formatted(kind.title()), "is missing");
        }
        TypedText.checkDate("decided", decided);
    }

    /// @throws dev.ward.web.ProblemException  when there is no such market, or no such kind in it
    public static SubmissionKind kind(String market, String name) {
        Market where = Market.required("market", market);
        return SubmissionKind.find(market, name)
                .orElseThrow(() -> TypedText.refused(
                        "kind",
                        "There is no kind \"%s\" in %s. The kinds are: %s."
                                .formatted(
                                        name,
                                        where.name(),
                                        String.join(
                                                ", ",
                                                SubmissionKind.ALL.stream()
                                                        .filter(kind ->
                                                                kind.market().equals(market))
                                                        .map(SubmissionKind::name)
                                                        .toList())),
                        "is not in the list"));
    }
}
