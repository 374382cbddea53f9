package dev.ward.report;

import dev.ward.reach.ReachedCountry;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.standards.due.Moment;
import dev.ward.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The three measures of how vulnerabilities are patched, as far as they are known of one case. A unit
/// of which nobody knows the release is never counted as updated.
///
/// Source: FDA Cybersecurity in Medical Devices (2026), V.A.6.
final class PatchMeasures {

    private PatchMeasures() {}

    static void into(FilledForm form, KnownInDepth known) {
        if (known.known().evidence("fix-available").isEmpty()) {
            return;
        }
        form.put("(14)", known.evidence("fix-available"));
        form.lack(
                "(14)",
                "The share over all vulnerabilities of the product: Ward knows by case when a fix was made available.");
        ZoneId zone = known.known().due().dossier().zone();
        LocalDate fixed = fixed(known, zone);
        Instant matched = known.known().due().dossier().derived().matched();
        if (fixed != null && matched != null) {
            LocalDate since = matched.atZone(zone).toLocalDate();
            form.put(
                    "(15)",
                    "First matched on %s, fix available on %s: %s."
                            .formatted(
                                    since, fixed, Words.counted(ChronoUnit.DAYS.between(since, fixed), "day", "days")));
        }
        List<ReachedCountry> countries = known.countries();
        if (countries != null) {
            installed(form, known, countries, fixed);
        }
    }

    private static void installed(
            FilledForm form, KnownInDepth known, List<ReachedCountry> countries, @Nullable LocalDate fixed) {
        long reached = sum(countries, one -> one.devices() + one.counted());
        long uncertain = sum(countries, one -> one.possible() + one.unknown());
        form.put(
                "(16)",
                "Fix available %s. Of the units in the field %s still reached; of %s it is not known."
                        .formatted(
                                fixed == null ? "on a day that nobody knows" : "on " + fixed,
                                Words.counted(reached, "is", "are"),
                                Words.number(uncertain)));
        form.lack("(16)", fixed == null ? "The day on which the fix was made available." : null);
        form.lack(
                "(16)",
                reached + uncertain == 0
                        ? null
                        : "The duration, as the installation is not complete or not known to be.");
        List<String> unheard = known.known().unheard();
        form.lack(
                "(16)",
                unheard.isEmpty()
                        ? null
                        : "Which units %s reaches cannot be found.".formatted(String.join(", ", unheard)));
    }

    /// The first day of which it is known that a fix was available.
    private static @Nullable LocalDate fixed(KnownInDepth known, ZoneId zone) {
        return known.known().evidence("fix-available").stream()
                .map(EvidenceEntry::moment)
                .filter(Objects::nonNull)
                .map(moment -> day(moment, zone))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// The first day that a moment can mean.
    static LocalDate day(String moment, ZoneId zone) {
        return Moment.parse(moment, zone).firstDay(zone);
    }

    private static long sum(List<ReachedCountry> countries, ToLongFunction<ReachedCountry> of) {
        return countries.stream().mapToLong(of).sum();
    }
}
