package dev.ward.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a disposition, as it is shown.
///
/// @param release    product and version
/// @param component  name and version
/// @param line       as it stands in the manifest
/// @param objection  why the second discipline does not agree; null where it did not say so
public record ScreenedRow(
        UUID finding,
        String vulnerability,
        String release,
        String component,
        String line,
        boolean sampled,
        boolean stands,
        @Nullable Instant pulled,
        @Nullable String because,
        @Nullable String objection) {

    /// What was known of it when it was screened, in words.
    public String known() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String one : line.substring(line.indexOf(" kev=") + 1).split(" ")) {
            int at = one.indexOf('=');
            if (at > 0) {
                facts.put(one.substring(0, at), one.substring(at + 1));
            }
        }
        return "%s, %s, %s, %s"
                .formatted(
                        said(facts, "kev", "not listed by CISA as exploited", "listed by CISA since %s"),
                        said(facts, "exploitation", "no exploitation told of", "exploitation: %s"),
                        said(facts, "score", "no score", "score %s"),
                        facts.getOrDefault("path", "-").equals("none")
                                ? "no link to an essential function"
                                : "links to essential functions were not looked at");
    }

    private static String said(Map<String, String> facts, String name, String nothing, String something) {
        String value = facts.getOrDefault(name, "-");
        return value.equals("-") ? nothing : something.formatted(value);
    }
}
