package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The first page names what is overdue, what ends soon and what waits for a second signature; the board
/// and the calendar are narrowed by clock, person, product and authority.
@WardTest
class DueHomeTest {

    private final Cases cases;
    private final CaseTeams teams;
    private final TestCallers callers;
    private final int port;
    private final Browser security;

    @Autowired
    DueHomeTest(Cases cases, CaseTeams teams, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.callers = callers;
        this.port = port;
        this.security = callers.signedIn(port, "product-security");
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    private VulnerabilityCase opened(String title) {
        return cases.open(callers.caller("product-security").actor(), new CaseDraft(title, null));
    }

    private HttpResponse<String> declare(VulnerabilityCase one, int daysAgo, String reason) {
        String here = "/cases/" + one.number() + "/due";
        Map<String, String> sent = new HashMap<>(Map.of(
                "awarenessRegime",
                "FDA",
                "awarenessAt",
                ago(daysAgo),
                "awarenessRestsOn",
                "A mail",
                "awarenessReason",
                reason));
        sent.put("identifier", TestCallers.email("product-security"));
        sent.put("password", TestCallers.PASSWORD);
        return security.submit(here, here + "/sign-awareness", sent);
    }

    private String home(String role) {
        return callers.signedIn(port, role).get("/").body();
    }

    @Test
    void theFirstPageNamesWhatIsOverdueSoonAndWaits() {
        VulnerabilityCase late = opened("Late home");
        declare(late, 40, "");
        VulnerabilityCase soon = opened("Soon home");
        declare(soon, 27, "");
        declare(soon, 24, "The mail lay in a spam folder.");
        for (String role : new String[] {"regulatory-head", "psirt-lead", "executive", "product-security"}) {
            String home = home(role);
            PageAsserts.assertSound(home);
            assertThat(home)
                    .as(role)
                    .contains(
                            "What is due",
                            " overdue",
                            "in the next 7 days",
                            "Late home",
                            "Waits for a second signature: a later declaration of awareness",
                            "/cases/" + soon.number() + "/due");
        }
        assertThat(home("product-security")).contains("Of the cases that you own.");
        assertThat(home("clinical-safety")).as("who owns none").doesNotContain("Late home");
        for (String role : new String[] {"field-service"}) {
            assertThat(home(role))
                    .as("may not see obligations")
                    .doesNotContain("What is due", "Late home", "href=\"/due");
        }
    }

    @Test
    void anEmbargoHidesItOnTheFirstPage() {
        VulnerabilityCase secret = opened("Secret home");
        declare(secret, 40, "");
        Actor owner = callers.caller("product-security").actor();
        teams.embargo(
                owner,
                new Reader(owner.id(), true, null),
                secret.number(),
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        assertThat(home("executive"))
                .doesNotContain("Secret home", secret.number().text());
        assertThat(security.get("/").body()).contains("Secret home");
    }

    @Test
    void boardAndCalendarAreNarrowedAndCount() {
        VulnerabilityCase one = opened("Narrowed board");
        declare(one, 10, "");
        String me = callers.account("product-security").toString();
        String other = callers.account("regulatory-head").toString();
        String board = security.get("/due?clock=FDA-CUST-30&owner=" + me).body();
        PageAsserts.assertSound(board);
        assertThat(board)
                .contains("Narrowed board", "by this filter", "tell customers and users")
                .containsPattern("<option value=\"FDA-CUST-30\" selected>FDA-CUST-30 \\(\\d+\\)</option>")
                .contains("/due/calendar?clock=FDA-CUST-30&amp;owner=" + me);
        assertThat(security.get("/due?owner=" + other).body()).doesNotContain("Narrowed board");
        String month = "/due/calendar?month=" + ago(-20).substring(0, 7);
        String calendar = security.get(month + "&clock=FDA-CUST-30&owner=" + me).body();
        PageAsserts.assertSound(calendar);
        assertThat(calendar).contains("Narrowed board", "As a feed", "calendar.ics?clock=FDA-CUST-30");
        assertThat(security.get(month + "&owner=" + other).body())
                .contains("Nothing fits")
                .doesNotContain("Narrowed board");
        assertThat(security.get(month + "&product=nothing").statusCode()).isEqualTo(400);
        Api program = Api.at(port, callers.token("auditor"));
        assertThat(program.get("/api/v1/obligations/calendar.ics?owner=" + me).body())
                .contains(one.number().text());
        assertThat(program.get("/api/v1/obligations/calendar.ics?owner=" + other)
                        .body())
                .doesNotContain(one.number().text());
        assertThat(program.get("/api/v1/obligations/calendar.ics?authority=nobody")
                        .body())
                .doesNotContain("BEGIN:VEVENT");
    }
}
