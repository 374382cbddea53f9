package dev.ward.standards.osv;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.Ids;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Severities;
import dev.ward.standards.source.Summaries;
import dev.ward.standards.source.Timestamps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a record of the OSV format, version 1.
///
/// Source: OSV schema 1.7.
public final class OsvReader {

    /// The name of the source in every advisory that this reader makes.
    public static final String SOURCE = "OSV";

    private static final int LONGEST_ID = 256;

    private OsvReader() {}

    /// The advisory, or empty when the record has no id, which is told as lost.
    public static Optional<Advisory> read(Field record) {
        Field idField = record.at("id");
        String id = idField.text();
        if (id.isBlank() || id.length() > LONGEST_ID) {
            idField.lose(id.isBlank() ? "is missing, so that the record has no name" : "is too long: " + Quoted.of(id));
            return Optional.empty();
        }
        record.record().called(id);
        List<Affected> affected = new ArrayList<>();
        for (Field entry : record.objects("affected")) {
            affected.addAll(OsvAffected.read(entry));
        }
        return Optional.of(new Advisory(
                SOURCE,
                id,
                record.has("withdrawn") ? Advisory.State.WITHDRAWN : Advisory.State.PUBLISHED,
                Timestamps.read(record, "published"),
                Timestamps.read(record, "modified"),
                ids(record, "aliases", id),
                ids(record, "upstream", id),
                ids(record, "related", id),
                summary(record),
                severities(record, id),
                weaknesses(record),
                null,
                affected));
    }

    private static Set<String> ids(Field record, String name, String id) {
        Set<String> ids = new LinkedHashSet<>(record.texts(name));
        ids.remove(id);
        return ids;
    }

    private static String summary(Field record) {
        String summary = Summaries.firstLine(record.text("summary"));
        return summary.isEmpty() ? Summaries.firstLine(record.text("details")) : summary;
    }

    private static List<Severity> severities(Field record, String id) {
        Set<Severity> severities = new LinkedHashSet<>(severitiesAt(record, id));
        for (Field affected : record.at("affected").node().isArray() ? record.each("affected") : List.<Field>of()) {
            severities.addAll(severitiesAt(affected, id));
        }
        return List.copyOf(severities);
    }

    private static List<Severity> severitiesAt(Field holder, String id) {
        List<Severity> severities = new ArrayList<>();
        if (!holder.node().isObject()) {
            return severities;
        }
        String source = SOURCE + " " + id;
        for (Field severity : holder.objects("severity")) {
            severity(source, severity).ifPresent(severities::add);
        }
        Field word = holder.at("database_specific").at("severity");
        if (word.node().isString() && !word.text().isEmpty()) {
            severities.add(new Severity(source, null, Severities.ofWord(word.text())));
        }
        return severities;
    }

    private static Optional<Severity> severity(String source, Field severity) {
        String type = severity.text("type");
        Field score = severity.at("score");
        if (score.text().isEmpty()) {
            score.lose("is missing");
            return Optional.empty();
        }
        if (!type.startsWith("CVSS_V")) {
            return Optional.of(new Severity(source, null, Severities.ofWord(score.text())));
        }
        return Severities.ofVector(source, score);
    }

    /// Where a record holds weaknesses is not part of the format: GHSA's place and that of OSV's own schema for CVEs.
    private static List<String> weaknesses(Field record) {
        List<String> weaknesses = new ArrayList<>();
        Field specific = record.at("database_specific");
        for (String name : List.of("cwe_ids", "cwes")) {
            if (specific.at(name).node().isArray()) {
                specific.at(name).node().forEach(it -> {
                    String cwe =
                            it.isString() ? it.stringValue() : it.path("cweId").asString("");
                    if (Ids.isCwe(cwe) && !weaknesses.contains(cwe)) {
                        weaknesses.add(cwe);
                    }
                });
            }
        }
        return weaknesses;
    }
}
