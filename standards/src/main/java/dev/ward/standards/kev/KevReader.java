package dev.ward.standards.kev;

import dev.ward.standards.advisory.Ids;
import dev.ward.standards.advisory.KevCatalogue;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.source.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one entry of CISA's catalogue, from its JSON; a line of its CSV has the same names.
///
/// Source: CISA, Known Exploited Vulnerabilities Catalog, JSON schema.
public final class KevReader {

    private KevReader() {}

    /// The entry, or empty when it has no CVE id or no date, which is told as lost.
    public static Optional<KevEntry> read(Field entry) {
        Field id = entry.at("cveID");
        if (!Ids.isCve(id.text().strip())) {
            id.lose("is no CVE id: " + id.quoted());
            return Optional.empty();
        }
        String cve = id.text().strip();
        entry.record().called(cve);
        LocalDate added = date(entry.at("dateAdded"));
        if (added == null) {
            entry.at("dateAdded").lose("is no date: " + entry.at("dateAdded").quoted());
            return Optional.empty();
        }
        Field dueField = entry.at("dueDate");
        LocalDate due = date(dueField);
        if (due == null && !dueField.text().isEmpty()) {
            dueField.mark("is no date: " + dueField.quoted());
        }
        String ransomware = entry.text("knownRansomwareCampaignUse");
        return Optional.of(new KevEntry(
                cve,
                entry.text("vendorProject"),
                entry.text("product"),
                entry.text("vulnerabilityName"),
                added,
                due,
                ransomware.isEmpty() ? "Unknown" : ransomware));
    }

    /// Whether an object is the catalogue, by its fields beside the entries.
    public static boolean isCatalogue(JsonNode fields) {
        return fields.has("catalogVersion");
    }

    /// What the catalogue says of itself.
    public static KevCatalogue catalogue(JsonNode fields) {
        double count = fields.path("count").isNumber() ? fields.path("count").doubleValue() : -1;
        return new KevCatalogue(
                fields.path("catalogVersion").asString(""),
                instant(fields.path("dateReleased").asString("")),
                count >= 0 && count == Math.rint(count) ? (Long) (long) count : null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(Field field) {
        try {
            return LocalDate.parse(field.node().asString("").strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
