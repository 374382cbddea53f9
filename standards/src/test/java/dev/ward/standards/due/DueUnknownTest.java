package dev.ward.standards.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.due.DueFacts.AdverseEvent;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.Evidence;
import dev.ward.standards.due.DueFacts.Exploitation;
import dev.ward.standards.due.DueFacts.Membership;
import dev.ward.standards.due.DueFacts.ProductKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Forgets one fact after another of each case that was computed by hand: no outcome becomes better by it.
class DueUnknownTest {

    private static final RuleBook BOOK = RuleBook.shipped();

    /// A case with one of its facts forgotten.
    private record Forgotten(String what, DueFacts facts) {}

    @TestFactory
    Stream<DynamicTest> whatIsForgottenImprovesNothing() throws IOException {
        return DueScenariosTest.scenarios().stream()
                .filter(scenario -> scenario.lines().stream().noneMatch(line -> line.startsWith("refused ")))
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(scenario)));
    }

    private static void check(DueScenariosTest.Scenario scenario) throws Exception {
        Instant at = Instant.parse(rest(scenario, "at "));
        DueFacts facts = DueFactsReader.read(
                        new ByteArrayInputStream(rest(scenario, "facts ").getBytes(StandardCharsets.UTF_8)),
                        "facts",
                        BOOK)
                .asOf(at);
        DueResult whole = DueEngine.evaluate(facts, BOOK, at);
        for (Forgotten forgotten : forgotten(facts)) {
            DueResult less = DueEngine.evaluate(forgotten.facts(), BOOK, at);
            for (RuleSetResult before : whole.ruleSets()) {
                Optional<RuleSetResult> after = less.ruleSets().stream()
                        .filter(one ->
                                one.ruleSet().id().equals(before.ruleSet().id()))
                        .findFirst();
                assertThat(after)
                        .as("%s is asked without %s", before.ruleSet().id(), forgotten.what())
                        .isPresent();
                assertThat(gravity(after.orElseThrow()))
                        .as(
                                "%s without %s: %s, not better than %s",
                                before.ruleSet().id(),
                                forgotten.what(),
                                after.orElseThrow().outcome(),
                                before.outcome())
                        .isGreaterThanOrEqualTo(gravity(before));
            }
        }
    }

    private static String rest(DueScenariosTest.Scenario scenario, String begin) {
        return scenario.lines().stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static int gravity(RuleSetResult result) {
        List<Value> outcomes = result.ruleSet().table().outcome().values();
        return outcomes.indexOf(result.outcome());
    }

    private static List<Forgotten> forgotten(DueFacts facts) {
        List<Forgotten> all = new ArrayList<>();
        all.add(new Forgotten("markets", of(facts, Set.of(), facts.productKind(), facts.determination())));
        all.add(new Forgotten("the kind", of(facts, facts.markets(), null, facts.determination())));
        all.add(new Forgotten(
                "the determination", of(facts, facts.markets(), facts.productKind(), Determination.UNKNOWN)));
        all.add(new Forgotten(
                "the class",
                with(facts, null, facts.isaoMembership(), facts.adverseEvents(), facts.exploitation(), facts.facts())));
        all.add(new Forgotten(
                "membership",
                with(facts, facts.deviceClass(), null, facts.adverseEvents(), facts.exploitation(), facts.facts())));
        all.add(new Forgotten("exploitation", exploited(facts, Exploitation.UNKNOWN)));
        all.add(new Forgotten(
                "when exploitation was known",
                exploited(facts, new Exploitation(facts.exploitation().state(), null))));
        for (int i = 0; i < facts.adverseEvents().size(); i++) {
            AdverseEvent event = facts.adverseEvents().get(i);
            all.add(new Forgotten(
                    "when event " + i + " was known",
                    events(facts, i, new AdverseEvent(event.kind(), event.association(), null))));
            all.add(new Forgotten(
                    "the association of event " + i,
                    events(facts, i, new AdverseEvent(event.kind(), Association.UNKNOWN, event.awareAt()))));
        }
        for (int i = 0; i < facts.facts().size(); i++) {
            Evidence evidence = facts.facts().get(i);
            List<Evidence> less = new ArrayList<>(facts.facts());
            less.set(i, new Evidence(evidence.type(), null, evidence.regime()));
            all.add(new Forgotten(
                    "the date of fact " + i,
                    with(
                            facts,
                            facts.deviceClass(),
                            facts.isaoMembership(),
                            facts.adverseEvents(),
                            facts.exploitation(),
                            less)));
        }
        return all;
    }

    private static DueFacts events(DueFacts facts, int at, AdverseEvent event) {
        List<AdverseEvent> events = new ArrayList<>(facts.adverseEvents());
        events.set(at, event);
        return with(facts, facts.deviceClass(), facts.isaoMembership(), events, facts.exploitation(), facts.facts());
    }

    private static DueFacts exploited(DueFacts facts, Exploitation exploitation) {
        return with(
                facts, facts.deviceClass(), facts.isaoMembership(), facts.adverseEvents(), exploitation, facts.facts());
    }

    private static DueFacts of(
            DueFacts facts, Set<String> markets, @Nullable ProductKind kind, Determination determination) {
        return new DueFacts(
                facts.zone(),
                markets,
                facts.deviceClass(),
                kind,
                determination,
                facts.awareness(),
                facts.initiatedAt(),
                facts.isaoMembership(),
                facts.adverseEvents(),
                facts.exploitation(),
                facts.facts());
    }

    private static DueFacts with(
            DueFacts facts,
            @Nullable String deviceClass,
            @Nullable List<Membership> membership,
            List<AdverseEvent> events,
            Exploitation exploitation,
            List<Evidence> evidence) {
        return new DueFacts(
                facts.zone(),
                facts.markets(),
                deviceClass,
                facts.productKind(),
                facts.determination(),
                facts.awareness(),
                facts.initiatedAt(),
                membership,
                events,
                exploitation,
                evidence);
    }
}
