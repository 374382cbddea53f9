package dev.ward.standards.cve;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.Ids;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.source.CpeConditions;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Summaries;
import dev.ward.standards.source.Timestamps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a CVE record, version 5: what its CNA says and what the authorized data publishers (ADP) add.
///
/// Source: CVE Record Format 5.0 to 5.2.
public final class CveReader {

    /// The name of the source in every advisory that this reader makes.
    public static final String SOURCE = "CVE";

    private CveReader() {}

    /// The advisory, or empty when the record has no CVE id, which is told as lost.
    public static Optional<Advisory> read(Field record) {
        Field metadata = record.object("cveMetadata");
        Field id = metadata.at("cveId");
        if (!Ids.isCve(id.text())) {
            id.lose("is no CVE id: " + id.quoted());
            return Optional.empty();
        }
        record.record().called(id.text());
        List<Severity> severities = new ArrayList<>();
        Set<String> weaknesses = new LinkedHashSet<>();
        List<Affected> affected = new ArrayList<>();
        String exploitation = null;
        String summary = "";
        for (Container container : containers(record)) {
            Field field = container.field();
            severities.addAll(CveMetrics.severities(field, container.source()));
            String exploited = CveMetrics.exploitation(field);
            exploitation = exploited == null ? exploitation : exploited;
            weaknesses.addAll(weaknesses(field));
            affected.addAll(CveAffected.read(field));
            affected.addAll(CpeConditions.read(field, "cpeApplicability"));
            summary = summary.isEmpty() ? summary(field) : summary;
        }
        return Optional.of(new Advisory(
                SOURCE,
                id.text(),
                state(metadata.at("state")),
                Timestamps.read(metadata, "datePublished"),
                Timestamps.read(metadata, "dateUpdated"),
                Set.of(),
                Set.of(),
                Set.of(),
                summary,
                severities,
                List.copyOf(weaknesses),
                exploitation,
                affected));
    }

    /// @param source  who speaks in it, as a severity's source
    private record Container(Field field, String source) {}

    private static List<Container> containers(Field record) {
        Field holder = record.object("containers");
        List<Container> containers = new ArrayList<>();
        Field cna = holder.object("cna");
        if (cna.node().isObject()) {
            containers.add(new Container(cna, "CNA " + shortName(cna)));
        } else if (!cna.present()) {
            cna.lose("is missing, so that the record says nothing of its own");
        }
        for (Field adp : holder.objects("adp")) {
            containers.add(new Container(adp, "ADP " + shortName(adp)));
        }
        return containers;
    }

    private static String shortName(Field container) {
        return container.object("providerMetadata").text("shortName");
    }

    /// A record that is only reserved says nothing yet, and matches nothing.
    private static Advisory.State state(Field state) {
        return switch (state.text()) {
            case "PUBLISHED" -> Advisory.State.PUBLISHED;
            case "REJECTED", "RESERVED" -> Advisory.State.REJECTED;
            default -> {
                state.mark("is no state of a CVE record: %s; read as PUBLISHED".formatted(state.quoted()));
                yield Advisory.State.PUBLISHED;
            }
        };
    }

    private static String summary(Field container) {
        String title = Summaries.firstLine(container.text("title"));
        if (!title.isEmpty() && container.step().equals("cna")) {
            return title;
        }
        String described = Summaries.of(container.objects("descriptions"));
        return described.isEmpty() ? Summaries.of(container.objects("rejectedReasons")) : described;
    }

    private static List<String> weaknesses(Field container) {
        List<String> weaknesses = new ArrayList<>();
        for (Field type : container.objects("problemTypes")) {
            for (Field description : type.objects("descriptions")) {
                String cwe = description.text("cweId");
                if (Ids.isCwe(cwe)) {
                    weaknesses.add(cwe);
                } else if (!cwe.isEmpty()) {
                    description.at("cweId").mark("is no CWE id: " + Quoted.of(cwe));
                }
            }
        }
        return weaknesses;
    }
}
