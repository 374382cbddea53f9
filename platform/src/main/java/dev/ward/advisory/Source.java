package dev.ward.advisory;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ward.standards.intake.AdvisoryKind;
import java.util.Locale;
import java.util.Optional;

/// Who tells of vulnerabilities.
public enum Source {
    CVE("CVE records", "The CVE list: what the numbering authorities publish", AdvisoryKind.CVE),
    OSV("OSV records", "Advisories of package ecosystems and distributions", AdvisoryKind.OSV),
    NVD("NVD records", "What the US National Vulnerability Database adds to CVE records", AdvisoryKind.NVD),
    KEV("KEV catalogue", "CISA's catalogue of vulnerabilities that are known to be exploited", AdvisoryKind.KEV),
    EPSS("EPSS scores", "FIRST's probability that exploitation is observed within 30 days", AdvisoryKind.EPSS);

    private final String title;
    private final String about;
    private final AdvisoryKind kind;

    Source(String title, String about, AdvisoryKind kind) {
        this.title = title;
        this.about = about;
        this.kind = kind;
    }

    /// The name in addresses and in the database, `cve`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String about() {
        return about;
    }

    AdvisoryKind kind() {
        return kind;
    }

    /// Whether it gives records of vulnerabilities, and not only additions to them.
    boolean givesRecords() {
        return this == CVE || this == OSV || this == NVD;
    }

    /// @param word  as in addresses, `cve`
    public static Optional<Source> find(String word) {
        for (Source source : values()) {
            if (source.word().equals(word)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
