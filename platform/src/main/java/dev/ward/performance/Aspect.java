package dev.ward.performance;

import java.util.Optional;

/// What is said of an essential function in words, in the order of its form. Each may be not known; what that counts as
/// is
/// part of the question.
///
/// Source: IEC 60601-1, 3.27 (essential performance); FDA Postmarket Management of Cybersecurity in Medical Devices
/// (2016), IV and VI.
public enum Aspect {
    DESCRIPTION(
            "description",
            "What it does for the patient",
            "The clinical function in a sentence or two, as a clinician would say it.",
            "performance of a clinical function, other than that related to basic safety (IEC 60601-1, 3.27)",
            "It counts as needed by every patient at all times.",
            4),
    LIMITS(
            "limits",
            "Limits",
            "Within which it must stay: accuracy, rate, delay, alarm times. What lies beyond is a loss.",
            "loss or degradation beyond the limits specified by the manufacturer (IEC 60601-1, 3.27)",
            "Any change counts as a loss.",
            3),
    DEGRADED_MODES(
            "degradedModes",
            "Acceptable degraded modes",
            "In which it still protects the patient, and for how long: \"keeps the last rate for 30 minutes\". Say \"none\""
                    + " where there is none.",
            "maintaining safety and essential performance (FDA 2016, V.B)",
            "None counts as acceptable.",
            3),
    POPULATION(
            "population",
            "Patients at risk",
            "Who depends on it: age, condition, setting. The weakest decide.",
            "patient population (ISO 14971, 5.2)",
            "The most vulnerable patients count as among them.",
            2),
    DETECTION(
            "detection",
            "How its loss is noticed",
            "By the device, the clinician or the patient, and how soon.",
            "detection (FDA 2016, Appendix: Protect, Detect)",
            "A loss counts as unnoticed.",
            3),
    FALLBACK(
            "fallback",
            "Clinical fallback",
            "What people at the bedside do instead, and whether it is at hand: manual ventilation, a second pump. Say"
                    + " \"none\" where there is none.",
            "response and recovery (FDA 2016, Appendix: Respond, Recover)",
            "There counts as none.",
            3),
    OWNER(
            "owner",
            "Owner",
            "The role or person in the manufacturer's house who answers for what stands here.",
            "assignment of responsibilities and authorities (ISO 14971, 4.4)",
            "Nobody answers for it.",
            0);

    static final int LONGEST = 2_000;

    private final String word;
    private final String title;
    private final String hint;
    private final String source;
    private final String whenUnknown;
    private final int rows;

    Aspect(String word, String title, String hint, String source, String whenUnknown, int rows) {
        this.word = word;
        this.title = title;
        this.hint = hint;
        this.source = source;
        this.whenUnknown = whenUnknown;
        this.rows = rows;
    }

    /// As forms and the API spell it.
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /// What is asked for, and why.
    public String hint() {
        return hint;
    }

    /// The term of the source behind it, with the source.
    public String source() {
        return source;
    }

    /// What it counts as in every judgement when it is not known.
    public String whenUnknown() {
        return whenUnknown;
    }

    /// Of its field in a form; 0 for one line.
    public int rows() {
        return rows;
    }

    public static Optional<Aspect> find(String word) {
        for (Aspect aspect : values()) {
            if (aspect.word.equals(word)) {
                return Optional.of(aspect);
            }
        }
        return Optional.empty();
    }
}
