package dev.ward.home.demo;

import dev.ward.identity.Reader;
import dev.ward.lifecycle.Gate;
import dev.ward.lifecycle.GateDraft;
import dev.ward.lifecycle.Gates;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.RecordDraft;
import dev.ward.lifecycle.RecordKind;
import dev.ward.lifecycle.Records;
import dev.ward.lifecycle.Stage;
import dev.ward.lifecycle.StageDraft;
import dev.ward.lifecycle.StageScope;
import dev.ward.lifecycle.Stages;
import dev.ward.product.Release;
import dev.ward.signature.Signing;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says how old the demo's releases have become, and what was done about it.
@Component
class DemoLifecycle {

    private static final String REGULATORY = "quality-regulatory";
    private static final String SECURITY = "product-security";

    private final DemoFile file;
    private final Markets markets;
    private final Stages stages;
    private final Records records;
    private final Gates gates;
    private final DemoEndOfSupport ends;
    private final Signing signing;
    private final Clock clock;

    DemoLifecycle(
            DemoFile file,
            Markets markets,
            Stages stages,
            Records records,
            Gates gates,
            DemoEndOfSupport ends,
            Signing signing,
            Clock clock) {
        this.file = file;
        this.markets = markets;
        this.stages = stages;
        this.records = records;
        this.gates = gates;
        this.ends = ends;
        this.signing = signing;
        this.clock = clock;
    }

    private record Told(
            List<Place> markets,
            List<Staged> stages,
            List<Recorded> records,
            DemoEndOfSupport.Ended ended,
            List<Gated> gates) {}

    private record Place(String code, String name, String zone) {}

    private record Staged(
            String product,
            String version,
            Stage stage,
            @Nullable LocalDate announced,
            LocalDate effective,
            String reason) {}

    /// @param reviewIn  of a legacy plan: its next review, in days from now on
    private record Recorded(
            String product,
            String version,
            RecordKind kind,
            LocalDate happened,
            String reference,
            Map<String, String> texts,
            @Nullable Integer reviewIn) {}

    private record Gated(
            String product,
            String version,
            Gate gate,
            List<GateDraft.Declaring> declarations,
            @Nullable Deviated deviation,
            boolean close) {}

    /// @param days  for how many it holds
    private record Deviated(String requirement, String reason, int days) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        Told told = file.read("lifecycle.json", Told.class);
        told.markets().forEach(one -> markets.add(people.actor(REGULATORY), one.code(), one.name(), one.zone()));
        told.stages().forEach(one -> say(people, names, one));
        told.records().forEach(one -> record(people, names, one));
        ends.tell(people, names, told.ended());
        told.gates().forEach(one -> pass(people, names, one));
    }

    private void say(DemoPeople people, DemoNames names, Staged one) {
        Release release = names.release(one.product(), one.version());
        stages.say(
                people.actor(REGULATORY),
                people.reader(REGULATORY),
                StageScope.of(release.product(), release.id()),
                new StageDraft(Market.ALL, one.stage(), one.announced(), one.effective(), one.reason()),
                null);
    }

    private void record(DemoPeople people, DemoNames names, Recorded one) {
        Map<String, String> texts = new HashMap<>(one.texts());
        Integer reviewIn = one.reviewIn();
        if (reviewIn != null) {
            texts.put("reviewOn", LocalDate.now(clock).plusDays(reviewIn).toString());
        }
        records.add(
                people.actor(SECURITY),
                people.reader(SECURITY),
                names.release(one.product(), one.version()).id(),
                new RecordDraft(one.kind(), Market.ALL, null, List.of(), one.happened(), texts, one.reference(), null));
    }

    private void pass(DemoPeople people, DemoNames names, Gated one) {
        Release release = names.release(one.product(), one.version());
        Reader reader = people.reader(SECURITY);
        one.declarations()
                .forEach(said ->
                        gates.declare(people.actor(SECURITY), reader, release.id(), Market.ALL, one.gate(), said));
        Deviated deviation = one.deviation();
        if (deviation != null) {
            deviate(people, reader, release, one.gate(), deviation);
        }
        if (one.close()) {
            gates.close(people.caller(SECURITY), reader, release.id(), Market.ALL, one.gate());
        }
    }

    private void deviate(DemoPeople people, Reader reader, Release release, Gate gate, Deviated deviation) {
        String seen = gates.get(reader, release.id(), Market.ALL, gate).rows().stream()
                .filter(row -> row.requirement().id().equals(deviation.requirement()))
                .findFirst()
                .orElseThrow()
                .answered()
                .because();
        gates.deviate(
                people.signer(REGULATORY, signing),
                reader,
                release.id(),
                Market.ALL,
                gate,
                new GateDraft.Deviating(
                        deviation.requirement(),
                        seen,
                        deviation.reason(),
                        LocalDate.now(clock).plusDays(deviation.days())));
    }
}
