package dev.ward.performance;

import org.jspecify.annotations.Nullable;

/// How bad a harm is to the patient, the least first. It is never the severity of a vulnerability.
///
/// Source: ISO 14971, 5.5 and its example of five qualitative levels (ISO/TR 24971); FDA Postmarket Management of
/// Cybersecurity in Medical Devices (2016), VI.B.
public enum HarmSeverity {
    NEGLIGIBLE("Negligible", "inconvenience or temporary discomfort"),
    MINOR("Minor", "temporary injury or impairment that needs no professional intervention"),
    SERIOUS("Serious", "injury or impairment that needs professional medical intervention"),
    CRITICAL("Critical", "permanent impairment or life-threatening injury"),
    CATASTROPHIC("Catastrophic", "death of the patient");

    private final String title;
    private final String meaning;

    HarmSeverity(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /// For people: "Serious".
    public String title() {
        return title;
    }

    /// What it means for the patient, as it follows "that is".
    public String meaning() {
        return meaning;
    }

    /// What a severity counts as in every judgement.
    ///
    /// @param severity  null when it is not known: the worst
    public static HarmSeverity counted(@Nullable HarmSeverity severity) {
        return severity == null ? CATASTROPHIC : severity;
    }
}
