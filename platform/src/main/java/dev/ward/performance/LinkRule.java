package dev.ward.performance;

import dev.ward.web.TypedText;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says of all components that begin alike the same. It changes nothing by itself: somebody looks at what it reaches,
/// and
/// applies it.
///
/// @param prefix        in small letters
/// @param function      null when it says that no function depends on them
/// @param functionName  null likewise
/// @param reaches       how many components that have no link yet it reaches now
public record LinkRule(
        UUID id,
        Field field,
        String prefix,
        @Nullable FunctionId function,
        @Nullable String functionName,
        String why,
        Instant made,
        String author,
        long reaches) {

    static final int LONGEST_PREFIX = 200;

    /// What of a component is looked at.
    public enum Field {
        NAME("Name"),
        PURL("Package URL");

        private final String title;

        Field(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// What a person says about a rule.
    public record Draft(
            Field field, String prefix, @Nullable FunctionId function, String why) {

        public Draft {
            prefix = TypedText.required("prefix", prefix, LONGEST_PREFIX).toLowerCase(Locale.ROOT);
            why = TypedText.required("why", why, LinkOrder.LONGEST_WHY);
        }
    }
}
