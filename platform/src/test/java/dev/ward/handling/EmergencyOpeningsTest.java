package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An embargoed case can be opened in an emergency, for a time, before the eyes of all who are read in.
@WardTest
class EmergencyOpeningsTest {

    private static final String FORM = "/cases/emergency";
    private static final String WHY = "The pumps of a ward stop now, and nobody who is read in answers.";

    private final Cases cases;
    private final CaseTeams teams;
    private final CaseMerges merges;
    private final CaseScopes scopes;
    private final EmergencyOpenings openings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TestCallers callers;
    private final int port;
    private final Caller paul;
    private final Caller clara;
    private String secret = "";
    private String why = "";
    private CaseNumber number = CaseNumber.draw();

    @Autowired
    EmergencyOpeningsTest(
            Cases cases,
            CaseTeams teams,
            CaseMerges merges,
            CaseScopes scopes,
            EmergencyOpenings openings,
            JdbcClient jdbc,
            Clock clock,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.merges = merges;
        this.scopes = scopes;
        this.openings = openings;
        this.jdbc = jdbc;
        this.clock = clock;
        this.callers = callers;
        this.port = port;
        this.paul = callers.caller("product-security");
        this.clara = callers.caller("clinical-safety");
    }

    @BeforeEach
    void hide() {
        jdbc.sql("DELETE FROM identity.attempt").update();
        secret = "numbat" + System.nanoTime();
        why = WHY + " " + secret;
        number = cases.open(paul.actor(), new CaseDraft(secret + " case", secret + " words"))
                .number();
        teams.embargo(
                paul.actor(),
                of(paul),
                number,
                new EmbargoDraft("2099-12-24T18:00", "Europe/Berlin", "We publish what we have."));
    }

    private Reader of(Caller caller) {
        return at(caller, Duration.ZERO);
    }

    /// As somebody sees after a time.
    private Reader at(Caller caller, Duration after) {
        Set<UUID> lent = new EmergencySight(jdbc, Clock.offset(clock, after)).of(account(caller));
        return new Reader(caller.actor().id(), true, null, false, lent);
    }

    private static AccountId account(Caller caller) {
        return Objects.requireNonNull(caller.account());
    }

    private static HttpResponse<String> open(Browser browser, String role, String number, String because) {
        return browser.submit(
                FORM,
                FORM + "/sign-opening",
                Map.of(
                        "number",
                        number,
                        "because",
                        because,
                        "identifier",
                        TestCallers.email(role),
                        "password",
                        TestCallers.PASSWORD));
    }

    private Browser openedByClara() {
        Browser hers = callers.signedIn(port, "clinical-safety");
        assertThat(open(hers, "clinical-safety", number.text(), why).statusCode())
                .isEqualTo(302);
        return hers;
    }

    private EmergencyOpening opening() {
        return openings.of(of(paul), number).getFirst();
    }

    @Test
    @Statement({"X4", "X5"})
    void opensTheCaseForADayAndClosesItAgain() {
        Browser hers = callers.signedIn(port, "clinical-safety");
        assertThat(hers.get("/cases/" + number).statusCode()).isEqualTo(404);
        PageAsserts.assertSound(hers.get(FORM).body());

        HttpResponse<String> opened = open(hers, "clinical-safety", number.text(), why);
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith("/cases/" + number);

        String room = hers.get("/cases/" + number).body();
        PageAsserts.assertSound(room);
        assertThat(room).contains(secret + " case", "opened in an emergency until", why, "Waits for review");
        assertThat(hers.get("/cases").body()).contains(secret);
        assertThat(hers.get("/api/v1/cases/" + number + "/history").body()).contains("Opened in an emergency");
        assertThat(cases.find(at(clara, EmergencyOpenings.LASTS.minusMinutes(1)), number))
                .isPresent();
        Reader after = at(clara, EmergencyOpenings.LASTS.plusSeconds(1));
        assertThat(cases.find(after, number)).isEmpty();
        assertThat(cases.named(after, secret, 10)).isEmpty();
        assertThat(cases.find(of(paul), number)).isPresent();
    }

    @Test
    @Statement("X4")
    void isInTheTrailAndSeenByThoseWhoAreReadIn() {
        openedByClara();

        assertThat(jdbc.sql("SELECT count(*) FROM audit.entry WHERE what = 'case.emergency-opened'"
                                + " AND subject_id = :number")
                        .param("number", number.text())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Browser his = callers.signedIn(port, "product-security");
        assertThat(his.get("/work").body())
                .contains("opened in an emergency by Person of clinical-safety, because: " + why, "Review: ");
        Browser administrator = callers.signedIn(port, "administrator");
        assertThat(administrator.get("/work").body()).doesNotContain(secret, why);
        assertThat(administrator.get("/api/v1/audit?subject=case:" + number).body())
                .doesNotContain("emergency-opened", secret);
        assertThat(his.get("/api/v1/cases/" + number + "/participants").body()).contains("\"until\":\"");
    }

    @Test
    void tellsNothingOfNumbersThatAreWrong() {
        Browser hers = callers.signedIn(port, "clinical-safety");
        CaseNumber none = CaseNumber.draw();
        Map<String, String> wrong =
                Map.of("because", why, "identifier", TestCallers.email("clinical-safety"), "password", "x");

        // Without a right password, a number that is there and one that is not are answered alike.
        String there = answered(hers, wrong, number);
        assertThat(there).isEqualTo(answered(hers, wrong, none)).contains("400");
        String visit = plain(hers.get("/cases/" + number));
        assertThat(visit.replace(number.text(), none.text())).isEqualTo(plain(hers.get("/cases/" + none)));
        assertThat(visit).contains(FORM + "?number=" + number);

        HttpResponse<String> missed = open(hers, "clinical-safety", none.text(), why);
        assertThat(missed.statusCode()).isEqualTo(404);
        assertThat(missed.body()).contains("This is no case").doesNotContain(TestCallers.PASSWORD);
        PageAsserts.assertSound(missed.body());
        assertThat(jdbc.sql("SELECT body FROM audit.entry WHERE what = 'case.emergency-missed'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(body -> body.contains(none.text()));
        assertThat(open(hers, "clinical-safety", number.text(), "Help").body()).contains("shorter than a sentence");
        assertThat(cases.find(of(clara), number)).isEmpty();
    }

    private static String answered(Browser browser, Map<String, String> fields, CaseNumber number) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("number", number.text());
        HttpResponse<String> answer = browser.submit(FORM, FORM + "/sign-opening", sent);
        return answer.statusCode() + plain(answer).replace(number.text(), "");
    }

    /// Without what differs from request to request.
    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("(name=\"_?csrf\" (?:value|content))=\"[^\"]*\"", "$1");
    }

    @Test
    void limitsTheTries() {
        Browser his = callers.signedIn(port, "psirt-lead");
        for (int i = 0; i < 10; i++) {
            assertThat(open(his, "psirt-lead", CaseNumber.draw().text(), why).statusCode())
                    .isEqualTo(404);
        }

        assertThat(open(his, "psirt-lead", number.text(), why).statusCode()).isEqualTo(429);
        assertThat(jdbc.sql("SELECT count(*) FROM audit.entry WHERE what = 'account.emergency-opening-throttled'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(cases.find(of(callers.caller("psirt-lead")), number)).isEmpty();
    }

    @Test
    @Statement("X4")
    void isReviewedByAnotherWhoIsReadIn() {
        Browser hers = openedByClara();
        UUID id = opening().id();
        String page = "/cases/" + number + "/emergencies";
        String review = page + "/" + id;
        Map<String, String> words = Map.of("justified", "no", "because", "The owner was reachable.");

        assertThat(hers.submit(page, review, words).statusCode()).isEqualTo(403);
        assertThat(hers.get(page).body()).doesNotContain("Keep the review");
        // Quality reviews by its role, and not before it is read in.
        Browser quality = callers.signedIn(port, "quality-regulatory");
        assertThat(quality.submit("/account", review, words).statusCode()).isEqualTo(404);
        Browser lead = callers.signedIn(port, "psirt-lead");
        assertThat(open(lead, "psirt-lead", number.text(), why).statusCode()).isEqualTo(302);
        assertThat(lead.submit(page, review, words).statusCode())
                .as("who is let in for a time reviews nothing")
                .isEqualTo(403);
        teams.add(paul.actor(), of(paul), number, account(callers.caller("quality-regulatory")));
        PageAsserts.assertSound(quality.get(page).body());
        assertThat(quality.submit(page, review, Map.of("justified", "no")).statusCode())
                .isEqualTo(400);
        assertThat(quality.submit(page, review, words).statusCode()).isEqualTo(302);

        assertThat(quality.get(page).body()).contains("Not justified", "The owner was reachable.");
        assertThat(cases.history(of(paul), number))
                .anyMatch(step -> step.what().equals("Emergency opening reviewed")
                        && Objects.requireNonNull(step.detail()).endsWith("not justified"));
        assertThat(quality.submit(page, review, words).statusCode()).isEqualTo(409);
        assertThat(callers.signedIn(port, "product-security").get("/work").body())
                .contains("Person of psirt-lead, because: " + why)
                .doesNotContain("Person of clinical-safety, because: " + why);
    }

    @Test
    @Statement({"X4", "X5"})
    void isListedWithoutWhatIsOfTheCase() {
        openedByClara();
        for (String role : List.of("auditor", "quality-regulatory")) {
            Browser watcher = callers.signedIn(port, role);
            String list = watcher.get("/cases/emergencies").body();
            PageAsserts.assertSound(list);
            assertThat(list)
                    .contains("Person of clinical-safety", "Waits for review")
                    .doesNotContain(secret, number.text(), why);
            assertThat(watcher.get("/api/v1/emergency-openings?waiting=true").body())
                    .contains("Person of clinical-safety", "\"number\":null")
                    .doesNotContain(secret, number.text(), why);
            assertThat(watcher.get("/cases/" + number + "/emergencies").statusCode())
                    .isEqualTo(404);
        }
        assertThat(callers.signedIn(port, "auditor").get("/").body()).contains("for review");
    }

    @Test
    void isNothingForOthersNorForTokens() {
        for (String role : List.of("administrator", "field-service", "executive", "inspector", "hospital")) {
            Browser other = callers.signedIn(port, role);
            assertThat(other.get(FORM).statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/cases/emergencies").statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/cases").body()).doesNotContain(FORM);
        }
        String body = "{\"number\":\"%s\",\"because\":\"%s\",\"identifier\":\"%s\",\"password\":\"%s\"}"
                .formatted(number, why, TestCallers.email("clinical-safety"), TestCallers.PASSWORD);
        assertThat(Api.at(port, callers.token("clinical-safety"))
                        .post("/api/v1/emergency-openings", body)
                        .status())
                .isEqualTo(403);
        assertThat(cases.find(of(clara), number)).isEmpty();
    }

    @Test
    @Statement("X5")
    void doesNotBecomeLasting() {
        openedByClara();
        Reader hers = of(clara);
        scopes.addOwn(paul.actor(), of(paul), number);
        List<String> held = cases.get(of(paul), number).vulnerabilities();

        assertForATime(() -> teams.add(clara.actor(), hers, number, account(clara)));
        assertForATime(() -> teams.own(clara.actor(), hers, number, account(clara)));
        assertForATime(
                () -> merges.split(clara.actor(), hers, number, new CaseDraft("mine", null), held, "to keep it"));
        assertForATime(() -> teams.lift(clara.actor(), hers, number, false, "to come back"));
        assertForATime(() -> teams.own(clara.actor(), hers, number, null));
        assertForATime(() -> teams.remove(clara.actor(), hers, number, account(paul), "gone"));
        EmbargoDraft longer = new EmbargoDraft("2099-12-25T18:00", "UTC", "Publish.");
        assertForATime(() -> teams.embargo(clara.actor(), hers, number, longer));
        teams.own(paul.actor(), of(paul), number, null);
        assertThatThrownBy(() -> teams.remove(paul.actor(), of(paul), number, account(paul), "gone"))
                .hasMessageContaining("Nobody else is read in");
        assertThat(cases.find(at(clara, EmergencyOpenings.LASTS.plusSeconds(1)), number))
                .isEmpty();

        teams.add(paul.actor(), of(paul), number, account(clara));
        assertThat(cases.find(at(clara, EmergencyOpenings.LASTS.plusSeconds(1)), number))
                .isPresent();
    }

    private static void assertForATime(ThrowingCallable act) {
        assertThatThrownBy(act).hasMessageContaining("for a time");
    }
}
