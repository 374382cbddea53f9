package dev.ward.report;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The reports and records that are drafted from what is known of a case.
public enum DraftKind {
    FDA_806_10("806-10", "Report of a correction or removal", "21 CFR 806.10(c)"),
    FDA_806_20("806-20", "Record of a correction or removal that is not reported", "21 CFR 806.20(b)"),
    FDA_3500A("3500a", "Medical device report: data for Form 3500A", "21 CFR 803.52"),
    EU_MIR("mir", "Manufacturer incident report: data", "EU MDR Art. 87(1)(a)"),
    EU_FSCA("fsca", "Field safety corrective action: data", "EU MDR Art. 87(1)(b)"),
    FDA_814_84("814-84", "Section of the PMA annual report", "21 CFR 814.84; FDA postmarket guidance (2016), VIII"),
    FDA_HHE("hhe", "Health hazard evaluation", "21 CFR 7.41");

    /// Items of Form 3500A (21 CFR 803.52) and of the manufacturer incident report that only the record of a
    /// complaint holds.
    private static final Map<DraftKind, Set<String>> PATIENT =
            Map.of(FDA_3500A, Set.of("A1", "A2", "A3", "A4", "B6", "B7", "D11"), EU_MIR, Set.of("3.2/2", "3.3/2"));

    private final String slug;
    private final String title;
    private final String source;

    DraftKind(String slug, String title, String source) {
        this.slug = slug;
        this.title = title;
        this.source = source;
    }

    /// As addresses name it: `806-10`.
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /// Where its items are written.
    public String source() {
        return source;
    }

    /// Whether an item is of the patient, of whom Ward keeps nothing, not even what a person would type.
    public boolean isOfPatient(DraftItem item) {
        return PATIENT.getOrDefault(this, Set.of()).contains(item.onForm());
    }

    /// What a draft of the kind is, and that it is no submission.
    public String nature() {
        return switch (this) {
            case FDA_806_10 -> "A draft: not a submission before it is kept, signed and sent.";
            case FDA_806_20 -> "A record for the file: not a submission.";
            case FDA_814_84 -> "A section for the annual report: not a submission.";
            case FDA_HHE -> "An evaluation for the file: not a submission.";
            case FDA_3500A, EU_MIR, EU_FSCA -> "Data for the authority's own form: not a submission.";
        };
    }

    public static Optional<DraftKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }
}
