package dev.ward.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.correction.Change;
import dev.ward.correction.ChangeDraft;
import dev.ward.correction.Changes;
import dev.ward.correction.Recall;
import dev.ward.correction.Recalls;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.lifecycle.Stage;
import dev.ward.lifecycle.StageDraft;
import dev.ward.lifecycle.StageScope;
import dev.ward.lifecycle.Stages;
import dev.ward.product.DeviceType;
import dev.ward.product.ProductId;
import dev.ward.product.Profiles;
import dev.ward.product.Purpose;
import dev.ward.product.ReleaseId;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.EventDraft;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Events, changes and recalls are kept by the life of their devices; while that is not known, no day is
/// said.
@WardTest
class KeptCorrectionsTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final Changes changes;
    private final Recalls recalls;
    private final AdverseEvents events;
    private final Retentions retentions;
    private final Profiles profiles;
    private final Stages stages;
    private final RestClientOfTests ward;
    private final TestCallers callers;
    private final int port;
    private final Caller owner;

    @Autowired
    KeptCorrectionsTest(
            Cases cases,
            CaseScopes scopes,
            CaseTeams teams,
            Changes changes,
            Recalls recalls,
            AdverseEvents events,
            Retentions retentions,
            Profiles profiles,
            Stages stages,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.changes = changes;
        this.recalls = recalls;
        this.events = events;
        this.retentions = retentions;
        this.profiles = profiles;
        this.stages = stages;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.callers = callers;
        this.port = port;
        this.owner = callers.caller("product-security");
    }

    private static RecordName name(RecordKind kind, UUID id) {
        return new RecordName(kind, id.toString());
    }

    @Test
    void areKeptByTheLifeOfTheirDevices() {
        VulnerabilityCase one = cases.open(owner.actor(), new CaseDraft("Kept " + UUID.randomUUID(), null));
        String release = ward.release("Lamp " + UUID.randomUUID(), "1");
        ProductId product =
                ProductId.of(ward.get("/releases/" + release).at("/product").asString());
        scopes.addRelease(ACTOR, READER, one.number(), new ReleaseId(UUID.fromString(release)), "It has the part.");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(9);
        Change change = changes.enter(
                ACTOR,
                READER,
                one.number(),
                new ChangeDraft(
                        "labelling", "A label", "No label", "made", day.toString(), List.of(UUID.fromString(release))));
        Recall recall = recalls.open(ACTOR, READER, one.number());
        UUID event = events.enter(
                        ACTOR,
                        READER,
                        one.number(),
                        new EventDraft("malfunction", day.toString(), day.toString(), "It stopped.", ""))
                .event()
                .id();

        Retention unknown = retentions.get(READER, name(RecordKind.EVENT, event));
        assertThat(unknown.until()).as("nobody said how long it lives").isNull();
        assertThat(unknown.classes()).extracting(KeptUntil::name).contains("Event file");

        stages.say(
                ACTOR,
                READER,
                StageScope.of(product),
                new StageDraft("*", Stage.LIMITED_SUPPORT, null, LocalDate.of(2024, 2, 29), "Sold out"),
                null);
        profiles.save(ACTOR, READER, new DeviceType(product, null), 0, new Purpose("Lamp", null, null, null, 10));

        assertThat(retentions.get(READER, name(RecordKind.EVENT, event)).until())
                .isEqualTo("2034-03-01");
        Retention ofChange = retentions.get(READER, name(RecordKind.CHANGE, change.id()));
        assertThat(ofChange.until()).as("nobody signed what it is").isNull();
        assertThat(ofChange.classes())
                .filteredOn(kept -> kept.name().equals("Correction or removal not reported"))
                .extracting(KeptUntil::until)
                .containsExactly(LocalDate.of(2036, 2, 29));
        changes.withdraw(ACTOR, READER, one.number(), change.id(), "Entered in error");
        assertThat(retentions.get(READER, name(RecordKind.CHANGE, change.id())).until())
                .isEqualTo("2036-02-29");
        assertThat(retentions.get(READER, name(RecordKind.RECALL, recall.id())).until())
                .as("it goes on")
                .isNull();

        Browser security = callers.signedIn(port, "product-security");
        String kept = security.get("/cases/" + one.number() + "/due/kept").body();
        PageAsserts.assertSound(kept);
        assertThat(kept).contains("2034-03-01", "2036-02-29", "Cannot be said", "it is not terminated");
        for (RecordName record : List.of(
                name(RecordKind.EVENT, event),
                name(RecordKind.CHANGE, change.id()),
                name(RecordKind.RECALL, recall.id()))) {
            PageAsserts.assertSound(security.get(record.page()).body());
            assertThat(security.get(record.address()).headers().firstValue("Location"))
                    .hasValueSatisfying(at -> assertThat(at).contains("/cases/" + one.number() + "/due/"));
        }

        teams.embargo(
                owner.actor(),
                new Reader(owner.actor().id(), true, null),
                one.number(),
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        Browser auditor = callers.signedIn(port, "auditor");
        assertThat(auditor.get("/cases/" + one.number() + "/due/kept").statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/records/event/" + event).statusCode()).isEqualTo(404);
        assertThat(auditor.get("/records/change/" + change.id()).statusCode()).isEqualTo(404);
        assertThat(auditor.get("/records/recall/" + recall.id() + "/at").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (RecordKind kind :
                List.of(RecordKind.EVENT, RecordKind.CHANGE, RecordKind.RECALL, RecordKind.PAST_CORRECTION)) {
            assertThatThrownBy(() -> retentions.get(READER, name(kind, UUID.randomUUID())))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
