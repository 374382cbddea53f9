package dev.ward.report;

import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Exploitability;
import dev.ward.assessment.Known;
import dev.ward.assessment.Verdict;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.Hazard;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one vulnerability was judged to mean for the patients of one product.
///
/// @param title           "CVE-2026-1 in Pump"
/// @param product         "Pump"
/// @param decided         when it was signed, and by which matrix; null when nothing signed stands
/// @param harm            null while it is not answered, which counts as the worst
/// @param exploitability  null while it is not answered, which counts as high
/// @param exploitation    what is known of it being exploited, in words; null when nobody knows
/// @param evidence        where that is known from
/// @param multiPatient    null while it is not answered
/// @param noneReason      why no function is compromised; empty where one is, or nobody has said so
/// @param chosen          the options that were chosen, with why
/// @param rationale       of the result; empty where none is written
record KnownRisk(
        String title,
        String product,
        AssessmentState state,
        @Nullable String decided,
        Verdict verdict,
        @Nullable HarmSeverity harm,
        @Nullable Exploitability exploitability,
        @Nullable String exploitation,
        String evidence,
        @Nullable Known multiPatient,
        String noneReason,
        List<Threatened> threatened,
        List<String> chosen,
        String rationale) {

    KnownRisk {
        threatened = List.copyOf(threatened);
        chosen = List.copyOf(chosen);
    }

    /// An essential function that the vulnerability compromises.
    ///
    /// @param severity     the worst credible harm by it
    /// @param environment  in which that is so; may be empty
    /// @param why          needed where it is less than the worst that its loss can do
    /// @param population   who depends on it; null when it is not said
    /// @param timeToHarm   null when it is not known
    /// @param hazards      what its loss can lead to; empty when it is not known
    record Threatened(
            String function,
            String model,
            HarmSeverity severity,
            String environment,
            String why,
            @Nullable String population,
            @Nullable String timeToHarm,
            List<Hazard> hazards) {

        Threatened {
            hazards = List.copyOf(hazards);
        }

        String words() {
            return "%s (%s)".formatted(function, model);
        }
    }

    /// Whether it was decided, and nothing came since that asks to decide anew.
    boolean stands() {
        return state == AssessmentState.DECIDED && decided != null;
    }

    /// Whether it was decided that the vulnerability is not in the product.
    boolean unaffected() {
        return stands() && verdict == Verdict.NOT_AFFECTED;
    }

    /// Whether it was decided, and something came since that asks to decide anew.
    boolean outdated() {
        return state == AssessmentState.OUTDATED && decided != null;
    }

    /// "CVE-2026-1 in Pump: Uncontrolled (decided …)".
    String result() {
        if (outdated()) {
            return "%s: %s".formatted(title, was());
        }
        return "%s: %s (%s)".formatted(title, stands() ? verdict.title() : "not decided", standing());
    }

    /// On what an answer of it rests.
    String standing() {
        return stands()
                ? String.valueOf(decided)
                : state == AssessmentState.OUTDATED ? "to be decided anew" : "as it is answered now, not signed";
    }

    /// What is missing as long as it is not decided; null when it is.
    @Nullable
    String undecided() {
        if (stands()) {
            return null;
        }
        return outdated() ? "%s %s.".formatted(title, was()) : "%s is not decided: %s.".formatted(title, standing());
    }

    private String was() {
        return "was decided %s; %s".formatted(verdict.title().toLowerCase(Locale.ROOT), standing());
    }
}
