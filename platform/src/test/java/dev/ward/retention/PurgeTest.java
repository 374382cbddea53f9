package dev.ward.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditVerification;
import dev.ward.audit.Verdict;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.SignalActs;
import dev.ward.handling.SignalId;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes people out of records, signed, and leaves the records and the trail whole.
@WardTest
class PurgeTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private final Cases cases;
    private final SignalActs acts;
    private final AuditVerification verification;
    private final JdbcClient jdbc;
    private final Api security;
    private final Api service;
    private final Api counsel;
    private final Browser officer;

    @Autowired
    PurgeTest(
            Cases cases,
            SignalActs acts,
            AuditVerification verification,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.acts = acts;
        this.verification = verification;
        this.jdbc = jdbc;
        this.security = Api.at(port, callers.token("product-security"));
        this.service = Api.at(port, callers.token("field-service"));
        this.counsel = Api.at(port, callers.token("counsel"));
        this.officer = callers.signedIn(port, "privacy-officer");
    }

    private String signal() {
        Answer entered = security.post("/api/v1/signals", """
                {"origin":"researcher","tlp":"AMBER","title":"A hole in the pump","text":"Signed, Rhea Finder",
                 "learnedBy":"Rhea's friend Otto","reporter":"Rhea Finder","contact":"rhea@finder.example",
                 "payload":"From: rhea@finder.example %s","payloadName":"mail.txt"}
                """.formatted(UUID.randomUUID()));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        return entered.text("id");
    }

    private String seen(String preview) {
        Matcher seen = SEEN.matcher(officer.get(preview).body());
        return seen.find() ? seen.group(1) : "";
    }

    private HttpResponse<String> sign(String record, String preview, String fields, String seen) {
        Map<String, String> form = new HashMap<>(Map.of(
                "seen",
                seen,
                "fields",
                fields,
                "ground",
                "objection",
                "reason",
                "The researcher asked for it in ticket 17.",
                "identifier",
                TestCallers.email("privacy-officer"),
                "password",
                TestCallers.PASSWORD));
        return officer.submit(preview, record + "/purge/sign-purge", form);
    }

    private long kept(String id) {
        return jdbc.sql("SELECT count(*) FROM audit.erasable WHERE subject_id = :id AND value LIKE '%Rhea%'")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private void assertWhole() {
        assertThat(verification.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void takesWhatWasShownOutOfASignalAndKeepsTheRest() {
        String id = signal();
        acts.acknowledge(ACTOR, READER, SignalId.of(id), "Wrote to Rhea");
        String sha256 =
                security.get("/api/v1/signals/" + id).at("/payload/sha256").asString();
        String record = "/records/signal/" + id;
        String preview = officer.get(record + "/purge").body();
        PageAsserts.assertSound(preview);
        assertThat(preview)
                .contains("Rhea Finder", "rhea@finder.example", "Otto", "Wrote to Rhea", "mail.txt", "What goes");
        assertThat(kept(id)).isPositive();

        HttpResponse<String> signed = sign(
                record, record + "/purge", "reporter contact learned-by text history payload", seen(record + "/purge"));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(302);

        Answer after = security.get("/api/v1/signals/" + id);
        assertThat(after.body()).doesNotContain("Rhea", "rhea@", "Otto").contains("A hole in the pump");
        assertThat(security.get("/api/v1/signals/" + id + "/history").body()).doesNotContain("Rhea", "Otto");
        assertThat(security.get("/api/v1/signals/" + id + "/payload").status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM document.document WHERE sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(kept(id)).isZero();
        assertWhole();
        String page = officer.get(record).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("Purged", "Reporter, Contact", "Person of privacy-officer", "ticket 17", "Responsibility")
                .contains("The person objects, GDPR Art. 17(1)(c)");
        String signalPage = officer.get("/signals/" + id).body();
        PageAsserts.assertSound(signalPage);
        assertThat(signalPage).contains("Purged", "ticket 17").doesNotContain("Rhea Finder");
        assertThat(security.get("/api/v1/records/signal/" + id)
                        .at("/purges/0/fields/0")
                        .asString())
                .isEqualTo("Reporter");
        assertThat(officer.get(record + "/purge").body()).contains("Nothing personal is kept of it any more.");
    }

    @Test
    void takesChosenFieldsAlone() {
        String id = signal();
        String record = "/records/signal/" + id;
        String chosen = record + "/purge?field=contact";
        assertThat(officer.get(chosen).body()).contains("rhea@finder.example").doesNotContain("Signed, Rhea");

        assertThat(sign(record, chosen, "contact", seen(chosen)).statusCode()).isEqualTo(302);

        Answer after = security.get("/api/v1/signals/" + id);
        assertThat(after.json().get("contact").isNull()).isTrue();
        assertThat(after.text("reporter")).isEqualTo("Rhea Finder");
        assertWhole();
    }

    @Test
    void refusesWhatAHoldHoldsAndNamesIt() {
        String id = signal();
        CaseNumber number = cases.open(ACTOR, new CaseDraft("Held", null)).number();
        acts.join(ACTOR, READER, SignalId.of(id), number, null);
        String record = "/records/signal/" + id;
        String seen = seen(record + "/purge");
        Answer placed = counsel.post(
                "/api/v1/records/case/" + number + "/holds", "{\"name\":\"Finder against us\",\"reason\":\"A suit\"}");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);

        HttpResponse<String> refused = sign(record, record, "contact", seen);

        assertThat(refused.statusCode()).isEqualTo(409);
        PageAsserts.assertSound(refused.body());
        assertThat(refused.body()).contains("The legal hold &quot;Finder against us&quot;".replace("&quot;", "\""));
        assertThat(security.get("/api/v1/signals/" + id).text("contact")).isEqualTo("rhea@finder.example");
        assertThat(officer.get("/signals/" + id).body()).contains("Finder against us");
        assertThat(security.get("/api/v1/records/signal/" + id).at("/held").asBoolean())
                .isTrue();
        String page = officer.get("/records/case/" + number).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Finder against us", "Lift the hold", "No end is known");

        String hold = placed.text("id");
        HttpResponse<String> lifted = officer.submit(
                "/records/case/" + number, "/records/holds/" + hold + "/lift", Map.of("lift-" + hold, "Settled."));
        assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(302);
        String again = record + "/purge?field=contact";
        assertThat(sign(record, again, "contact", seen(again)).statusCode()).isEqualTo(302);
        assertThat(counsel.post("/api/v1/records/holds/" + hold + "/lift", "{\"because\":\"Twice\"}")
                        .status())
                .isEqualTo(409);
        assertWhole();
    }

    @Test
    void refusesWhatChangedSinceItWasShownAndWhoMayNot() {
        String id = signal();
        String record = "/records/signal/" + id;
        String seen = seen(record + "/purge?field=contact");
        acts.triage(ACTOR, READER, SignalId.of(id), "It matters.");

        assertThat(sign(record, record + "/purge", "contact", seen).statusCode())
                .isEqualTo(412);
        assertThat(sign(record, record + "/purge", "", seen).statusCode()).isEqualTo(400);
        assertThat(security.post("/api/v1/records/signal/" + id + "/holds", "{\"name\":\"x\",\"reason\":\"y\"}")
                        .status())
                .isEqualTo(403);
        assertThat(counsel.post("/api/v1/records/signal/" + id + "/holds", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(counsel.post("/api/v1/records/decision/" + UUID.randomUUID() + "/holds", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(security.get("/api/v1/signals/" + id).text("contact")).isEqualTo("rhea@finder.example");
    }

    @Test
    void purgesAContactWhoLeft() {
        String customer = service.post(
                        "/api/v1/customers",
                        "{\"name\":\"Hospital %s\",\"kind\":\"hospital\"}".formatted(UUID.randomUUID()))
                .text("id");
        String id = service.post(
                        "/api/v1/customers/" + customer + "/contacts",
                        "{\"name\":\"Rhea Quill\",\"role\":\"clinical\",\"email\":\"rhea@clinic.example\"}")
                .text("id");
        assertThat(service.post("/api/v1/contacts/" + id + "/leave").text("left"))
                .isNotEmpty();
        assertThat(service.get("/api/v1/customers/" + customer + "/contacts")
                        .at("/items")
                        .size())
                .isZero();
        assertThat(officer.get("/records").body()).contains("Rhea Quill", "No contacts any more");
        String record = "/records/contact/" + id;
        String contact = officer.get("/contacts/" + id).body();
        PageAsserts.assertSound(contact);

        String seen = seen(record + "/purge");
        HttpResponse<String> signed = sign(record, record + "/purge", "name email", seen);

        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(302);
        assertThat(service.get("/api/v1/contacts/" + id).json().get("name").isNull())
                .isTrue();
        assertThat(kept(id)).isZero();
        String list = officer.get("/records").body();
        PageAsserts.assertSound(list);
        assertThat(list).contains("Name, E-mail").doesNotContain("Rhea Quill");
        assertThat(officer.get("/audit?subject=contact:" + id).statusCode()).isEqualTo(200);
        assertWhole();
    }

    @Test
    void hidesHoldsWithTheEmbargoOfTheirCase() {
        String id = signal();
        CaseNumber number = cases.open(ACTOR, new CaseDraft("Quiet", null)).number();
        acts.join(ACTOR, READER, SignalId.of(id), number, null);
        counsel.post("/api/v1/records/signal/" + id + "/holds", "{\"name\":\"Numbat suit\",\"reason\":\"A suit\"}");
        assertThat(security.get("/api/v1/records/holds").body()).contains("Numbat suit");

        jdbc.sql("""
                UPDATE handling.vulnerability_case
                   SET embargo_until = now(), embargo_zone = 'UTC', embargo_leak = 'x', restricted_to = ARRAY[:nobody]::uuid[]
                 WHERE public_id = :number
                """)
                .param("nobody", UUID.randomUUID())
                .param("number", number.text())
                .update();

        List<String> answers = List.of(
                security.get("/api/v1/records/holds").body(),
                officer.get("/records").body());
        assertThat(answers).noneMatch(answer -> answer.contains("Numbat suit"));
        assertThat(officer.get("/records/signal/" + id).statusCode()).isEqualTo(404);
        assertThat(officer.get("/records/case/" + number).statusCode()).isEqualTo(404);
    }
}
