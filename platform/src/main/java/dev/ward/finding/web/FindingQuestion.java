package dev.ward.finding.web;

import dev.ward.finding.FindingFilter;
import dev.ward.finding.FindingState;
import dev.ward.finding.Findings;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.SortOrder;
import dev.ward.web.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an address asks of the list of findings; the names of its parts are those of the parameters.
///
/// @param state     words, joined by commas
/// @param severity  `critical`, `high`, `medium`, `low`, `none`, `unknown`
/// @param kev       `true`: only what is known to be exploited
/// @param since     a date: only what opened, or if it is closed what closed, on it or later
public record FindingQuestion(
        @Nullable String release,
        @Nullable String vulnerability,
        @Nullable String component,
        @Nullable String product,
        @Nullable String since,
        @Nullable String state,
        @Nullable String severity,
        @Nullable String kev,
        @Nullable String q,
        @Nullable String sort) {

    private static final int LONGEST_TEXT = 200;

    /// Whether nothing is restricted.
    public boolean isOpen() {
        return scope().isEmpty()
                && blankToNull(state) == null
                && blankToNull(severity) == null
                && blankToNull(kev) == null
                && blankToNull(q) == null;
    }

    /// What a link narrowed the list to, and what its filter keeps: parameters by name.
    public Map<String, String> scope() {
        Map<String, String> scope = new LinkedHashMap<>();
        put(scope, "vulnerability", vulnerability);
        put(scope, "component", component);
        put(scope, "release", release);
        put(scope, "product", product);
        put(scope, "since", since);
        return scope;
    }

    private static void put(Map<String, String> scope, String name, @Nullable String value) {
        String word = blankToNull(value);
        if (word != null) {
            scope.put(name, word);
        }
    }

    FindingFilter filter() {
        return new FindingFilter(
                id("release", release),
                text("vulnerability", vulnerability),
                id("component", component),
                id("product", product),
                date("since", since),
                states(),
                rating(),
                "true".equals(kev),
                text("q", q));
    }

    SortOrder order() {
        return SortOrder.parse(sort, Findings.orders(), Findings.usualOrder());
    }

    private Set<FindingState> states() {
        Set<FindingState> states = EnumSet.noneOf(FindingState.class);
        String words = blankToNull(state);
        if (words != null) {
            for (String word : words.split(",", -1)) {
                states.add(FindingState.of(word.strip())
                        .orElseThrow(() -> invalid("state", word, "open, candidate, closed")));
            }
        }
        return states;
    }

    private @Nullable SeverityRating rating() {
        String word = blankToNull(severity);
        if (word == null) {
            return null;
        }
        try {
            return SeverityRating.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("severity", word, "critical, high, medium, low, none, unknown");
        }
    }

    private static @Nullable String text(String name, @Nullable String text) {
        String words = blankToNull(text);
        if (words != null && words.length() > LONGEST_TEXT) {
            throw ProblemException.of(
                            Problem.INVALID, "The text of \"%s\" may have %d characters.".formatted(name, LONGEST_TEXT))
                    .with(name, "too long");
        }
        return words;
    }

    private static @Nullable UUID id(String name, @Nullable String text) {
        String word = blankToNull(text);
        if (word == null) {
            return null;
        }
        try {
            return UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            throw invalid(name, word, "an id");
        }
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        String word = blankToNull(text);
        if (word == null) {
            return null;
        }
        try {
            return Times.bounded(LocalDate.parse(word));
        } catch (DateTimeException e) {
            throw invalid(name, word, "a date such as 2026-05-31");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ProblemException invalid(String name, String value, String known) {
        return ProblemException.of(Problem.INVALID, "\"%s\" is no value of \"%s\".".formatted(value, name))
                .with(name, "known: " + known);
    }
}
