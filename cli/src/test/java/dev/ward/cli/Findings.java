package dev.ward.cli;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a report in JSON found, to compare reports by.
final class Findings {

    private static final JsonMapper JSON = new JsonMapper();

    private Findings() {}

    /// `vulnerability component` of each finding.
    static Set<String> of(CommandRun run) {
        Set<String> findings = new TreeSet<>();
        for (JsonNode finding : JSON.readTree(run.out()).at("/findings")) {
            findings.add(finding.at("/vulnerability").asString() + " "
                    + finding.at("/component/ref").asString(""));
        }
        return findings;
    }
}
