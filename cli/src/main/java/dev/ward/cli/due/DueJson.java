package dev.ward.cli.due;

import dev.ward.cli.scan.JsonOutput;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RuleSetResult;
import dev.ward.standards.due.RunningClock;
import dev.ward.standards.due.Source;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes a result as one object.
final class DueJson {

    private final JsonGenerator json;

    private DueJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(DueResult result, OutputStream out) {
        try (JsonGenerator json = JsonOutput.open(out)) {
            new DueJson(json).write(result);
        }
    }

    private void write(DueResult result) {
        json.writeStartObject();
        json.writeStringProperty("at", result.at().toString());
        json.writeStringProperty("zone", result.facts().zone().getId());
        json.writeNumberProperty("factsThatLieLater", result.later());
        json.writeArrayPropertyStart("clocks");
        result.clocks().forEach(this::clock);
        json.writeEndArray();
        json.writeArrayPropertyStart("waiting");
        for (DueResult.Waiting waiting : result.waiting()) {
            json.writeStartObject();
            json.writeStringProperty("id", waiting.rule().id());
            json.writeStringProperty("ruleSet", waiting.ruleSet());
            json.writeStringProperty("waitsFor", waiting.because());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("ruleSets");
        result.ruleSets().forEach(this::ruleSet);
        json.writeEndArray();
        json.writeArrayPropertyStart("notAsked");
        for (DueResult.NotAsked set : result.notAsked()) {
            json.writeStartObject();
            json.writeStringProperty("id", set.id());
            json.writeStringProperty("version", set.version());
            json.writeStringProperty("because", set.because());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void clock(RunningClock clock) {
        json.writeStartObject();
        json.writeStringProperty("id", clock.id());
        json.writeStringProperty("name", clock.rule().name());
        json.writeStringProperty("ruleSet", clock.ruleSet());
        json.writeStringProperty("authority", clock.rule().authority());
        json.writeStringProperty("start", clock.start().text());
        json.writeStringProperty("startedBy", clock.because());
        json.writeStringProperty("due", clock.due());
        json.writeStringProperty("zone", clock.zone().getId());
        json.writeStringProperty("end", clock.end().toString());
        json.writeStringProperty("state", clock.state().text());
        if (clock.stopped() == null) {
            json.writeNullProperty("stopped");
        } else {
            json.writeStringProperty("stopped", clock.stopped().text());
        }
        strings("steps", clock.steps());
        strings("warnings", clock.warnsAt().stream().map(Object::toString).toList());
        source(clock.rule().source());
        json.writeEndObject();
    }

    private void ruleSet(RuleSetResult result) {
        json.writeStartObject();
        json.writeStringProperty("id", result.ruleSet().id());
        json.writeStringProperty("version", result.ruleSet().version());
        json.writeStringProperty("name", result.ruleSet().name());
        json.writeStringProperty("status", result.ruleSet().status().text());
        answers("gates", result.gates());
        answers("conditions", result.conditions());
        json.writeStringProperty("outcome", result.outcome().key());
        json.writeStringProperty("outcomeText", result.outcome().name());
        json.writeBooleanProperty("certain", result.isCertain());
        strings("possible", result.possible().stream().map(value -> value.key()).toList());
        json.writeStringProperty("remark", result.ruleSet().remark());
        source(result.ruleSet().source());
        json.writeEndObject();
    }

    private void answers(String name, List<RuleSetResult.Answered> all) {
        boolean gates = name.equals("gates");
        json.writeArrayPropertyStart(name);
        for (RuleSetResult.Answered answered : all) {
            json.writeStartObject();
            json.writeStringProperty("id", answered.id());
            json.writeStringProperty("name", answered.name());
            json.writeStringProperty("state", gates ? answered.gateText() : answered.state().text());
            json.writeStringProperty("because", answered.because());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void source(Source source) {
        json.writeStringProperty("source", source.citation());
        json.writeStringProperty("verifiedBy", source.isVerified() ? source.verifiedBy() : "unverified");
        json.writeStringProperty("verifiedOn", source.verifiedOn());
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
