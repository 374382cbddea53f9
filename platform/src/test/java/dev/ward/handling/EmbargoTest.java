package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.Slice;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an embargo hides is, for whoever is not read in, not there.
@WardTest
class EmbargoTest {

    private static final EmbargoDraft UNTIL =
            new EmbargoDraft("2099-12-24T18:00", "Europe/Berlin", "We publish what we have.");

    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final CaseMerges merges;
    private final Signals signals;
    private final SignalActs acts;
    private final Inquiries inquiries;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Caller paul;
    private final Caller clara;
    private String secret = "";
    private CaseNumber number = CaseNumber.draw();
    private SignalId signal = SignalId.of("00000000-0000-7000-8000-000000000000");
    private SignalId duplicate = signal;

    @Autowired
    EmbargoTest(
            Cases cases,
            CaseScopes scopes,
            CaseTeams teams,
            CaseTalk talk,
            CaseMerges merges,
            Signals signals,
            SignalActs acts,
            Inquiries inquiries,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.talk = talk;
        this.merges = merges;
        this.signals = signals;
        this.acts = acts;
        this.inquiries = inquiries;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.paul = callers.caller("product-security");
        this.clara = callers.caller("clinical-safety");
    }

    private static Reader of(Caller caller) {
        return new Reader(caller.actor().id(), true, null);
    }

    private AccountId clarasAccount() {
        return Objects.requireNonNull(clara.account());
    }

    @BeforeEach
    void hide() {
        Reader his = of(paul);
        // Other tests lift their embargo in the same database.
        secret = "quagga" + System.nanoTime();
        number = cases.open(paul.actor(), new CaseDraft(secret + " case", secret + " words"))
                .number();
        scopes.addOwn(paul.actor(), his, number);
        talk.addTask(paul.actor(), his, number, secret + " task", paul.account(), null);
        talk.say(paul.actor(), his, number, null, secret + " comment");
        signal = signals.enter(paul.actor(), SignalDraft.of(Origin.RESEARCHER, Tlp.RED, secret + " signal"))
                .id();
        duplicate = signals.enter(paul.actor(), SignalDraft.of(Origin.ISAO, Tlp.RED, secret + " repeat"))
                .id();
        acts.join(paul.actor(), his, signal, number, null);
        acts.disposition(paul.actor(), his, duplicate, Disposition.DUPLICATE, signal, secret);
        teams.embargo(paul.actor(), his, number, UNTIL);
    }

    @Test
    @Statement("X5")
    void isSeenByThoseWhoAreReadInAlone() {
        assertThat(cases.find(of(paul), number)).isPresent();
        assertThat(cases.find(of(clara), number)).isEmpty();
        assertThat(signals.find(of(clara), signal)).isEmpty();
        assertThat(signals.find(of(clara), duplicate)).isEmpty();
        assertThat(cases.find(Reader.blind(paul.actor().id()), number)).isEmpty();
        assertThat(cases.find(Reader.machine("job"), number)).isPresent();

        teams.add(paul.actor(), of(paul), number, clarasAccount());
        assertThat(cases.find(of(clara), number)).isPresent();
        assertThat(signals.find(of(clara), duplicate)).isPresent();

        teams.remove(paul.actor(), of(paul), number, clarasAccount(), "needs it no more");
        assertThat(cases.find(of(clara), number)).isEmpty();
    }

    @Test
    @Statement("X5")
    void isNowhereForThoseWhoAreNotReadIn() {
        List<String> addresses = new ArrayList<>(List.of(
                "/",
                "/cases",
                "/cases?closed=true",
                "/cases?phase=receipt",
                "/signals?state=all",
                "/signals?state=joined",
                "/signals?state=dispositioned",
                "/search?q=quagga",
                "/search?q=" + number,
                "/audit",
                "/audit?subject=case:" + number,
                "/audit?subject=signal:" + signal,
                "/cases/" + number,
                "/signals/" + signal));
        for (String path :
                List.of("/cases", "/cases/" + number, "/signals", "/signals/" + signal, "/audit", "/audit/export")) {
            addresses.add("/api/v1" + path);
        }
        for (String part :
                List.of("history", "vulnerabilities", "releases", "participants", "tasks", "comments", "files")) {
            addresses.add("/api/v1/cases/" + number + "/" + part);
        }
        Browser hers = callers.signedIn(port, "administrator");
        assertThat(addresses)
                .allSatisfy(address -> assertThat(said(hers, address))
                        .as(address)
                        .doesNotContain(secret)
                        // A problem tells the number that was asked for.
                        .doesNotContain(address.contains(number.text()) ? "case.embargoed" : number.text()));
        Browser auditor = callers.signedIn(port, "auditor");
        for (String address : List.of("/audit", "/api/v1/audit", "/api/v1/audit/export")) {
            assertThat(said(auditor, address)).as(address).doesNotContain(secret, number.text());
        }
        assertThat(said(auditor, "/api/v1/audit/export")).contains("\"withheld\":true");
        Browser his = callers.signedIn(port, "product-security");
        assertThat(addresses.stream().filter(address -> said(his, address).contains(secret)))
                .as("the same for whoever is read in")
                .hasSizeGreaterThan(8);
    }

    private static String said(Browser browser, String address) {
        return browser.get(address).body().replace(address, "");
    }

    @Test
    void answersAsForACaseThatDoesNotExist() {
        Browser hers = callers.signedIn(port, "administrator");
        CaseNumber none = CaseNumber.draw();

        var hidden = hers.get("/api/v1/cases/" + number);
        var absent = hers.get("/api/v1/cases/" + none);

        assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
        assertThat(withoutId(hidden.body()).replace(number.text(), none.text())).isEqualTo(withoutId(absent.body()));
        assertThat(hers.submit("/cases", "/cases/" + number + "/close", Map.of("closeBecause", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String withoutId(String problem) {
        return problem.replaceAll("\"id\":\"[^\"]*\"", "").replaceAll("urn:uuid:[^\"]*", "");
    }

    @Test
    void isNeverSeenByATokenNotEvenOfSomebodyWhoIsReadIn() {
        Caller program = callers.program("product-security");
        assertThat(cases.find(new Reader(program.actor().id(), true, null), number))
                .isEmpty();
        Answer answer = Api.at(port, callers.token("product-security")).get("/api/v1/cases/" + number);
        assertThat(answer.status()).isEqualTo(404);
        CaseNumber open = cases.open(paul.actor(), new CaseDraft("open", null)).number();
        assertThatThrownBy(() -> teams.embargo(program.actor(), of(program), open, UNTIL))
                .hasMessageContaining("Only a person");
    }

    @Test
    void hidesTheInquiryFromWhichItCame() {
        Inquiry kept = inquiries.keep(paul.actor(), secret + " inquiry", new InquiryQuestion(secret, false, null));
        CaseNumber came = inquiries.open(paul.actor(), of(paul), kept.id()).number();
        String trail = "/api/v1/audit?subject=inquiry:" + kept.id();
        Browser hers = callers.signedIn(port, "administrator");
        assertThat(hers.get(trail).body()).contains("inquiry.kept");

        teams.embargo(paul.actor(), of(paul), came, UNTIL);

        assertThat(hers.get(trail).body()).doesNotContain("inquiry.kept");
    }

    @Test
    void countsNothingForThoseWhoAreNotReadIn() {
        signals.enter(paul.actor(), SignalDraft.of(Origin.OTHER, Tlp.CLEAR, "open to all"));
        assertThat(cases.list(of(clara), CaseFilter.OPEN, null, Slice.MOST).items())
                .noneMatch(one -> one.number().equals(number));
        assertThat(cases.named(of(clara), secret, 10)).isEmpty();
        assertThat(cases.named(of(paul), secret, 10)).isNotEmpty();
        assertThat(talk.tasksOf(of(clara), Objects.requireNonNull(paul.account()), 100))
                .noneMatch(task -> task.ofCase().equals(number));
    }

    @Test
    void doesNotTellOfItselfByRefusingAVulnerability() {
        String cve = "CVE-2097-" + System.nanoTime();
        scopes.add(paul.actor(), of(paul), number, cve);

        CaseNumber other =
                cases.open(clara.actor(), new CaseDraft("other", null)).number();
        scopes.add(clara.actor(), of(clara), other, cve);

        assertThat(scopes.overlapping(of(clara), other)).isEmpty();
        assertThat(scopes.overlapping(of(paul), number)).containsExactly(other);
        assertThatThrownBy(() -> teams.lift(paul.actor(), of(paul), number, false, "published"))
                .hasMessageContaining(other.text());
        assertThatThrownBy(() -> merges.merge(paul.actor(), of(paul), number, other, "same"))
                .hasMessageContaining("is embargoed");
        merges.merge(paul.actor(), of(paul), other, number, "same");
        assertThat(cases.get(of(clara), other).mergedInto()).isNull();
        assertThat(cases.history(of(clara), other))
                .noneMatch(step -> number.text().equals(step.detail()));

        teams.lift(paul.actor(), of(paul), number, false, "published");
        assertThat(cases.get(of(clara), other).mergedInto()).isEqualTo(number);
    }

    @Test
    void keepsSomebodyWhoSeesItAndDoesNotEndByItself() {
        assertThatThrownBy(() ->
                        teams.remove(paul.actor(), of(paul), number, Objects.requireNonNull(paul.account()), "gone"))
                .hasMessageContaining("owner");
        teams.own(paul.actor(), of(paul), number, null);
        assertThatThrownBy(() ->
                        teams.remove(paul.actor(), of(paul), number, Objects.requireNonNull(paul.account()), "gone"))
                .hasMessageContaining("Nobody else is read in");
        assertThatThrownBy(() -> acts.reopen(paul.actor(), of(paul), signal, "apart"))
                .hasMessageContaining("is embargoed");

        jdbc.sql(
                        "UPDATE handling.vulnerability_case SET embargo_until = now() - interval '1 day' WHERE public_id = :id")
                .param("id", number.text())
                .update();
        assertThat(cases.find(of(clara), number)).isEmpty();
    }

    @Test
    @Statement("X5")
    void canStandFromTheStart() {
        Browser his = callers.signedIn(port, "product-security");
        String title = secret + " hushed";
        Map<String, String> half =
                Map.of("title", title, "until", "2099-01-15T00:00", "zone", "Europe/Berlin", "own", "true");

        HttpResponse<String> refused = his.submit("/cases/new", "/cases", half);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("2099-01-15T00:00", title);
        assertThat(count(title)).isZero();

        Map<String, String> whole = new HashMap<>(half);
        whole.put("secret", "true");
        whole.put("onLeak", secret + " publish");
        HttpResponse<String> opened = his.submit("/cases/new", "/cases", whole);
        assertThat(opened.statusCode()).isEqualTo(302);
        String page = opened.headers().firstValue("Location").orElseThrow();
        page = page.substring(page.indexOf("/cases/"));
        assertThat(callers.signedIn(port, "administrator").get(page).statusCode())
                .isEqualTo(404);
        assertThat(his.get(page).body())
                .contains(
                        "value=\"2099-01-15T00:00\"", "value=\"Europe/Berlin\"", ">" + secret + " publish</textarea>");
    }

    private int count(String title) {
        return jdbc.sql("SELECT count(*)::int FROM handling.vulnerability_case WHERE title = :title")
                .param("title", title)
                .query(Integer.class)
                .single();
    }
}
