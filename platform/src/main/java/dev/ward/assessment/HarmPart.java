package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was answered of harm.
///
/// @param compromised    the essential functions that the vulnerability compromises
/// @param noneReason     why it compromises none; empty where it does, or where nobody has said so
/// @param multiPatient   whether one attack can harm several patients; null while it is not answered
/// @param privacy        null while it is not answered
/// @param privacyWords   which data, of whom
public record HarmPart(
        List<Compromised> compromised,
        String noneReason,
        @Nullable Known multiPatient,
        @Nullable PrivacyHarm privacy,
        String privacyWords) {

    static final HarmPart EMPTY = new HarmPart(List.of(), "", null, null, "");

    public HarmPart {
        compromised = List.copyOf(compromised);
    }

    /// @param function     of the essential performance of a model
    /// @param model        whose function it is, in words
    /// @param version      of the essential performance in which it was read; null for a draft
    /// @param worst        the worst harm that its loss can do, as it is described there
    /// @param severity     the worst credible harm of this vulnerability by it
    /// @param environment  in which that is so: "ICU"
    /// @param why          needed where it is less than the worst
    public record Compromised(
            UUID function,
            String name,
            String model,
            @Nullable Integer version,
            HarmSeverity worst,
            HarmSeverity severity,
            String environment,
            String why) {}

    /// The worst credible harm rules. Where no function is named and nobody said that none is compromised, it
    /// is the worst that there is.
    HarmSeverity severity() {
        return compromised.stream()
                .map(Compromised::severity)
                .max(Comparator.naturalOrder())
                .orElse(noneReason.isEmpty() ? HarmSeverity.CATASTROPHIC : HarmSeverity.NEGLIGIBLE);
    }
}
