package dev.ward.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that was done.
///
/// @param what         subject and verb in the past tense: "product.created"
/// @param subjectType  "product"
/// @param subjectId    the subject's public id; no personal data
/// @param before       the values that the act replaced; a name that is absent had no value
/// @param after        the values that it left
/// @param why          the reason that was given; null where none was asked for
/// @param personal     the names in `before` and `after` whose values are personal data: the chain holds only
///                     a salted commitment to each, and the value lies in a store from which a purge can take
///                     it. `why` is one of the names that can be marked
public record Act(
        String what,
        String subjectType,
        String subjectId,
        Map<String, String> before,
        Map<String, String> after,
        @Nullable String why,
        Set<String> personal) {

    public static final String WHY = "why";

    public Act {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        personal = Set.copyOf(personal);
    }

    public Act(
            String what,
            String subjectType,
            String subjectId,
            Map<String, String> before,
            Map<String, String> after,
            @Nullable String why) {
        this(what, subjectType, subjectId, before, after, why, Set.of());
    }

    public static Act of(String what, String subjectType, String subjectId) {
        return new Act(what, subjectType, subjectId, Map.of(), Map.of(), null);
    }

    /// @param value  null is left out
    public Act before(String name, @Nullable String value) {
        return value == null
                ? this
                : new Act(what, subjectType, subjectId, with(before, name, value), after, why, personal);
    }

    /// @param value  null is left out
    public Act after(String name, @Nullable String value) {
        return value == null
                ? this
                : new Act(what, subjectType, subjectId, before, with(after, name, value), why, personal);
    }

    public Act why(@Nullable String reason) {
        return new Act(what, subjectType, subjectId, before, after, reason, personal);
    }

    public Act personal(String... names) {
        Set<String> marked = new HashSet<>(personal);
        marked.addAll(Set.of(names));
        return new Act(what, subjectType, subjectId, before, after, why, marked);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(values);
        extended.put(name, value);
        return extended;
    }
}
