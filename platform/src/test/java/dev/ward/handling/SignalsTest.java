package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class SignalsTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");
    private static final String SIGNALS = "/api/v1/signals";

    private final Signals signals;
    private final SignalActs acts;
    private final JdbcClient jdbc;
    private final Api api;
    private final Browser browser;

    @Autowired
    SignalsTest(Signals signals, SignalActs acts, JdbcClient jdbc, @LocalServerPort int port, TestCallers callers) {
        this.signals = signals;
        this.acts = acts;
        this.jdbc = jdbc;
        this.api = Api.at(port, callers.token("product-security"));
        this.browser = callers.signedIn(port, "product-security");
    }

    private Signal enter(String title, @Nullable Instant received) {
        SignalDraft draft = new SignalDraft(
                Origin.RESEARCHER,
                received,
                "Paul",
                Tlp.AMBER_STRICT,
                title,
                "It opens.",
                "Rhea Finder",
                "rhea@example.org",
                null,
                List.of("Pump"),
                List.of("CVE-2099-1"));
        return signals.enter(ACTOR, draft);
    }

    @Test
    @Statement("PR-4.4")
    void keepsTheOrderOfReceiptOfThoseThatTellTheSame() {
        Signal late = enter("late", Instant.parse("2026-03-02T10:00:00Z"));
        Signal early = enter("early", Instant.parse("2026-03-01T10:00:00Z"));
        Signal between = enter("between", Instant.parse("2026-03-01T11:00:00Z"));

        acts.disposition(ACTOR, READER, between.id(), Disposition.DUPLICATE, late.id(), "the same flaw");
        acts.disposition(ACTOR, READER, early.id(), Disposition.DUPLICATE, between.id(), "the same flaw");

        assertThat(signals.get(READER, early.id()).duplicateOf()).isEqualTo(late.id());
        assertThat(signals.alike(READER, between.id()))
                .extracting(Signal::title)
                .containsExactly("early", "between", "late");
        assertThatThrownBy(
                        () -> acts.disposition(ACTOR, READER, late.id(), Disposition.DUPLICATE, early.id(), "the same"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("A signal does not repeat itself.");
    }

    @Test
    void letsWhatRepeatsASignalRepeatItsOriginal() {
        Signal first = enter("first", null);
        Signal second = enter("second", null);
        Signal third = enter("third", null);
        acts.disposition(ACTOR, READER, third.id(), Disposition.DUPLICATE, second.id(), "the same flaw");

        acts.disposition(ACTOR, READER, second.id(), Disposition.DUPLICATE, first.id(), "the same flaw");

        assertThat(signals.get(READER, third.id()).duplicateOf()).isEqualTo(first.id());
    }

    @Test
    @Statement("PR-4.1")
    void isNeverDeletedAndKeepsEveryStep() {
        Signal signal = enter("kept", null);
        acts.acknowledge(ACTOR, READER, signal.id(), "by e-mail");
        acts.triage(ACTOR, READER, signal.id(), "it is reachable from the network");
        acts.disposition(ACTOR, READER, signal.id(), Disposition.NOT_OUR_PRODUCT, null, "another maker's pump");

        Signal reopened = acts.reopen(ACTOR, READER, signal.id(), "it is ours after all");

        assertThat(reopened.state()).isEqualTo(SignalState.ACKNOWLEDGED);
        assertThat(signals.history(READER, signal.id()))
                .extracting(Step::what)
                .containsExactly("Received", "Acknowledged", "Triaged", "Dispositioned: Not our product", "Reopened");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM handling.signal WHERE id = :id")
                        .param("id", signal.id().value())
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("UPDATE handling.signal_event SET what = 'other'")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThat(jdbc.sql("SELECT body::jsonb ->> 'what' FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                        .param("id", signal.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "signal.received",
                        "signal.acknowledged",
                        "signal.triaged",
                        "signal.dispositioned",
                        "signal.reopened");
        assertThat(jdbc.sql("SELECT string_agg(body, '') FROM audit.entry")
                        .query(String.class)
                        .single())
                .doesNotContain("Rhea", "It opens", "another maker");
    }

    @Test
    @Statement("PR-4.1")
    void asksForAReasonAndAnOrigin() {
        Signal signal = enter("asks", null);

        assertThatThrownBy(() -> acts.disposition(ACTOR, READER, signal.id(), Disposition.NO_ACTION, null, "  "))
                .hasMessage("Say why.");
        assertThatThrownBy(() -> acts.disposition(ACTOR, READER, signal.id(), Disposition.DUPLICATE, null, "the same"))
                .hasMessage("Say which signal it repeats.");
        assertThatThrownBy(() -> enter("later", Instant.parse("2999-01-01T00:00:00Z")))
                .hasMessageContaining("is still to come");
        Answer refused = api.post(SIGNALS, "{\"title\": \"x\", \"tlp\": \"RED\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("origin");
    }

    @Test
    void listsTheNewestFirstPartByPart() {
        for (int day = 1; day <= 5; day++) {
            signals.enter(
                    ACTOR,
                    new SignalDraft(
                            Origin.ISAO,
                            Instant.parse("2026-02-0" + day + "T00:00:00Z"),
                            null,
                            Tlp.GREEN,
                            "isao " + day,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            List.of()));
        }
        SignalFilter filter = new SignalFilter(null, true, Origin.ISAO, null);

        Slice<Signal> first = signals.list(READER, filter, null, 3);
        Slice<Signal> second = signals.list(READER, filter, first.next(), 3);

        assertThat(first.items()).extracting(Signal::title).containsExactly("isao 5", "isao 4", "isao 3");
        assertThat(second.items()).extracting(Signal::title).containsExactly("isao 2", "isao 1");
        assertThat(second.next()).isNull();
    }

    @Test
    void keepsWhatCameByteForByte() {
        Answer entered = api.post(SIGNALS, """
                {"origin": "authority", "tlp": "CLEAR", "title": "From the authority", "payload": "grüße\\n",
                 "payloadName": "mail.eml", "received": "2026-11-01T08:00:00Z"}""");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        String here = SIGNALS + "/" + entered.text("id");

        assertThat(api.get(here + "/payload").body()).isEqualTo("grüße\n");
        assertThat(api.get(here).text("payloadSha256")).hasSize(64);
        assertThat(api.post(here + "/acknowledge", "{}").text("state")).isEqualTo("acknowledged");
        assertThat(api.post(here + "/acknowledge", "{}").status()).isEqualTo(409);
        assertThat(api.get(here + "/history").body()).contains("Acknowledged");
    }

    @Test
    void goesItsWayOnThePages() {
        HttpResponse<String> empty =
                browser.submit("/signals/new", "/signals", Map.of("title", "", "tlp", "RED", "origin", "service"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("This is missing.");

        HttpResponse<String> entered = browser.submit(
                "/signals/new",
                "/signals",
                Map.of("title", "Screen <b>freezes", "tlp", "RED", "origin", "service", "text", "twice a day"));
        assertThat(entered.statusCode()).isEqualTo(302);
        String here = entered.headers().firstValue("location").orElseThrow();
        String path = here.substring(here.indexOf("/signals"));

        String page = browser.get(path).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Screen &lt;b&gt;freezes", "TLP:RED", "Acknowledge", "twice a day");
        HttpResponse<String> refused =
                browser.submit(path, path + "/disposition", Map.of("dispositionDisposition", "no-action"));
        assertThat(refused.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(refused.body());
        browser.submit(
                path,
                path + "/disposition",
                Map.of("dispositionDisposition", "no-action", "dispositionBecause", "known and fixed"));
        assertThat(browser.get(path).body()).contains("No action", "known and fixed", "Reopen");
        assertThat(browser.upload(path, path + "/payload", "log.txt", new byte[] {1, 2, 3})
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get(path).body()).contains("log.txt, 3 bytes");
        String list = browser.get("/signals?state=dispositioned").body();
        PageAsserts.assertSound(list);
        assertThat(list).contains("Screen &lt;b&gt;freezes");
    }

    @Test
    void isReceivedInTheTimeZoneOfWhoeverEntersIt() {
        Map<String, String> form = new HashMap<>(Map.of(
                "title", "zoned signal", "origin", "researcher", "tlp", "AMBER", "received", "2026-03-02T00:30"));
        form.put("zone", "Nowhere/Else");
        HttpResponse<String> refused = browser.submit("/signals/new", "/signals", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is no time zone such as Europe/Berlin.");

        form.put("zone", "Europe/Berlin");
        assertThat(browser.submit("/signals/new", "/signals", form).statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("SELECT received_at FROM handling.signal WHERE title = 'zoned signal'")
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(Instant.parse("2026-03-01T23:30:00Z"));
    }
}
