package dev.ward.lifecycle;

import java.util.Locale;
import java.util.Optional;

/// Where a release stands in its life, in the order of the stages. The end of life (EOL) is where limited
/// support begins.
///
/// Source: IMDRF/CYBER WG/N70FINAL:2023, 5.1 to 5.4 (the first four); 3, "decommission" (the last, which follows
/// them).
public enum Stage {
    /// Not on the market yet.
    DEVELOPMENT("Development"),
    /// On the market, with full cybersecurity support.
    SUPPORT("Support"),
    /// No longer sold; supported as far as it is possible.
    LIMITED_SUPPORT("Limited support"),
    /// Responsibility is the user's.
    END_OF_SUPPORT("End of support"),
    /// Removed from active service.
    DECOMMISSIONED("Decommissioned");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// As it stands in the database, in addresses and in the API: `limited-support`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Stage> of(String word) {
        for (Stage stage : values()) {
            if (stage.word().equals(word)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
