package dev.ward.evidence;

import dev.ward.evidence.AuditEntry.Change;
import dev.ward.evidence.AuditEntry.Manifest;
import dev.ward.evidence.AuditEntry.Value;
import dev.ward.evidence.AuditEntry.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An entry as the chain holds it: where a personal value was, stands its commitment.
record ClosedEntry(long seq, String previous, String hash, JsonNode body) {

    private static final String COMMITMENT = "commitment";

    static ClosedEntry parse(long seq, String previous, String hash, String body) {
        return new ClosedEntry(seq, previous, hash, JsonMapper.shared().readTree(body));
    }

    List<String> commitments() {
        return body.findValuesAsString(COMMITMENT);
    }

    /// @param values  by commitment; one that is missing has been erased
    AuditEntry open(Map<String, String> values) {
        JsonNode actor = body.path("actor");
        JsonNode manifest = body.path("manifest");
        JsonNode subject = body.path("subject");
        return new AuditEntry(
                seq,
                Instant.parse(body.path("at").asString("")),
                new Who(
                        actor.path("kind").asString(""),
                        actor.path("id").asString(""),
                        value(actor.path("name"), values)),
                body.path("what").asString(""),
                subject.path("type").asString(""),
                subject.path("id").asString(""),
                changes(values),
                absentOr(body.path("why"), values),
                manifest.isMissingNode()
                        ? null
                        : new Manifest(
                                manifest.path("changeSet").asString(""),
                                manifest.path("count").asLong(0),
                                manifest.path("sha256").asString("")),
                previous,
                hash);
    }

    private List<Change> changes(Map<String, String> values) {
        JsonNode before = body.path("before");
        JsonNode after = body.path("after");
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(new Change(name, absentOr(before.path(name), values), absentOr(after.path(name), values)));
        }
        return changes;
    }

    private static @Nullable Value absentOr(JsonNode node, Map<String, String> values) {
        return node.isMissingNode() ? null : value(node, values);
    }

    private static Value value(JsonNode node, Map<String, String> values) {
        return node.isObject()
                ? new Value(values.get(node.path(COMMITMENT).asString("")), true)
                : new Value(node.asString(""), false);
    }
}
