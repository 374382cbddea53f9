package dev.ward.standards.intake;

import dev.ward.standards.input.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Words for what an input is when it is nothing that Ward reads as a source of vulnerabilities.
final class Described {

    private static final int MOST_NAMES = 5;

    private Described() {}

    static String notRead(String what) {
        return "is %s; Ward reads CVE records 5.x, OSV records, NVD feeds 2.0, CISA's KEV catalogue (JSON, CSV) and EPSS (CSV), also packed as gzip or zip"
                .formatted(what);
    }

    static String json(JsonNode tree) {
        if (!tree.isObject()) {
            return tree.isArray() ? "a JSON array" : "a single JSON value";
        }
        String foreign = AdvisoryKind.foreign(tree);
        if (!foreign.isEmpty()) {
            return foreign;
        }
        List<String> names = tree.propertyNames().stream().limit(MOST_NAMES).toList();
        return names.isEmpty()
                ? "an empty JSON object"
                : "a JSON object of a kind that Ward does not know (it holds %s)"
                        .formatted(names.stream().map(Quoted::of).collect(Collectors.joining(", ")));
    }
}
