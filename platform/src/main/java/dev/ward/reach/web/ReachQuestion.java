package dev.ward.reach.web;

import dev.ward.device.DeviceStatus;
import dev.ward.identity.Reader;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.Reaches;
import dev.ward.reach.Subject;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Worded;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an address asks: one subject, and which devices. The names of its parts are those of the parameters.
///
/// @param vulnerability  its id or any of its names
/// @param component      its id, as release and configuration
/// @param country        two letters
/// @param customer       an id
/// @param status         words joined by commas; `all`; absent for what is in the field
public record ReachQuestion(
        @Nullable String vulnerability,
        @Nullable String component,
        @Nullable String release,
        @Nullable String configuration,
        @Nullable String country,
        @Nullable String customer,
        @Nullable String status) {

    /// Whether no subject is named yet.
    boolean isEmpty() {
        return subjects().isEmpty();
    }

    /// @throws ProblemException  when there is none, or more than one is named
    Subject subject(Reaches reaches, Reader reader) {
        Map<Subject.Kind, String> named = subjects();
        if (named.size() != 1) {
            throw ProblemException.of(
                    Problem.INVALID, "Name one of vulnerability, component, release and configuration.");
        }
        Map.Entry<Subject.Kind, String> one = named.entrySet().iterator().next();
        return reaches.find(reader, one.getKey(), one.getValue())
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND,
                        "Ward knows no %s \"%s\".".formatted(one.getKey().word(), one.getValue())));
    }

    private Map<Subject.Kind, String> subjects() {
        Map<Subject.Kind, String> named = new LinkedHashMap<>();
        put(named, Subject.Kind.VULNERABILITY, vulnerability);
        put(named, Subject.Kind.COMPONENT, component);
        put(named, Subject.Kind.RELEASE, release);
        put(named, Subject.Kind.CONFIGURATION, configuration);
        return named;
    }

    private static void put(Map<Subject.Kind, String> named, Subject.Kind kind, @Nullable String word) {
        String text = blankToNull(word);
        if (text != null) {
            named.put(kind, text);
        }
    }

    ReachFilter filter() {
        return new ReachFilter(countryCode(), customerId(), statuses());
    }

    private @Nullable String countryCode() {
        String word = blankToNull(country);
        if (word != null && !word.matches("[A-Za-z]{2}")) {
            throw invalid("country", word, "two letters, such as DE");
        }
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }

    private @Nullable UUID customerId() {
        String word = blankToNull(customer);
        try {
            return word == null ? null : UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            throw invalid("customer", word, "an id");
        }
    }

    private Set<DeviceStatus> statuses() {
        String words = blankToNull(status);
        if (words == null) {
            return DeviceStatus.inField();
        }
        if (words.equals("all")) {
            return EnumSet.allOf(DeviceStatus.class);
        }
        Set<DeviceStatus> statuses = EnumSet.noneOf(DeviceStatus.class);
        for (String word : words.split(",", -1)) {
            statuses.add(Worded.required("status", word, DeviceStatus.values()));
        }
        return statuses;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ProblemException invalid(String name, @Nullable String value, String known) {
        return ProblemException.of(
                        Problem.INVALID, "\"%s\" is no value of \"%s\".".formatted(Objects.toString(value, ""), name))
                .with(name, "known: " + known);
    }
}
