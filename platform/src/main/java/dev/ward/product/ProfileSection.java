package dev.ward.product;

import java.util.Locale;
import java.util.Optional;

/// The parts of a profile, in their order.
public enum ProfileSection {
    PURPOSE("What it is for", "Intended use and population decide what a failure can do to a patient."),
    ENVIRONMENTS(
            "Where it is used", "Exploitability and harm differ from place to place; the worst credible one rules."),
    CONNECTIVITY("What it connects to", "Each way in is a way for an attacker too."),
    EMERGENCY("Access in an emergency", "A control must not keep those out who have to help."),
    RESOURCES("What it has to spare", "A control costs energy, memory and time, which some devices do not have."),
    CLASSIFICATION("Class and product code", "They decide which rules hold in which market."),
    CYBER_DEVICE("Cyber device", "Section 524B holds for a device that meets all three conditions.");

    private final String title;
    private final String why;

    ProfileSection(String title, String why) {
        this.title = title;
        this.why = why;
    }

    public String title() {
        return title;
    }

    /// Why it is asked for, in a sentence.
    public String why() {
        return why;
    }

    /// As addresses and the API spell it: `cyber-device`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProfileSection> find(String word) {
        for (ProfileSection section : values()) {
            if (section.word().equals(word)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
