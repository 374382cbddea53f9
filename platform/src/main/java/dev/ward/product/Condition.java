package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An answer with the reason for it. Whoever says yes or no says why; unknown may stand without.
public record Condition(Answer answer, @Nullable String reason) {

    public static final int LONGEST = 2_000;
    static final Condition UNSAID = new Condition(Answer.UNKNOWN, null);

    public Condition {
        answer = Objects.requireNonNullElse(answer, Answer.UNKNOWN);
    }

    /// @param name  of the field: `software`
    /// @throws dev.ward.web.ProblemException  when a yes or no has no reason
    Condition checked(String name) {
        String field = name + ".reason";
        String why = TypedText.lines(field, reason, LONGEST);
        if (why == null && answer != Answer.UNKNOWN) {
            throw TypedText.refused(
                    field,
                    "A \"%s\" needs its reason; what is not known yet stands as unknown.".formatted(answer.words()),
                    "is missing: say why, or answer \"not known\"");
        }
        return new Condition(answer, why);
    }
}
