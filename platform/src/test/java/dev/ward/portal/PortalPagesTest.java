package dev.ward.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.customer.Contacts;
import dev.ward.device.TestFleet;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A hospital's people at their pages, and the manufacturer's at the inbox.
@WardTest
class PortalPagesTest {

    private final int port;
    private final TwoHospitals.Both both;
    private final TestCallers callers;
    private final Contacts contacts;
    private final JdbcClient jdbc;
    private final Browser north;

    @Autowired
    PortalPagesTest(
            @LocalServerPort int port,
            TwoHospitals hospitals,
            TestCallers callers,
            Contacts contacts,
            JdbcClient jdbc) {
        this.port = port;
        this.both = Made.of(hospitals);
        this.callers = callers;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.north = signedIn("northgate-person@example.org", TestCallers.PASSWORD);
    }

    /// Once for the class.
    private static final class Made {
        private static TwoHospitals.@Nullable Both both;

        static TwoHospitals.Both of(TwoHospitals hospitals) {
            if (both == null) {
                both = hospitals.make();
            }
            return both;
        }
    }

    private Browser signedIn(String email, String password) {
        Browser browser = Browser.at(port);
        browser.submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
        return browser;
    }

    private String device() {
        return "/portal/devices/" + both.north().device().id();
    }

    @Test
    void leadToWhatOnesOwnOrganisationHas() {
        HttpResponse<String> home = north.get("/");
        assertThat(home.statusCode()).isEqualTo(302);
        assertThat(home.headers().firstValue("Location").orElse("")).endsWith("/portal");

        assertThat(north.get("/portal").body())
                .contains("Northgate Hospital", "Shared Pump", "Northgate Monitor", "2 devices")
                .doesNotContain("Southgate", "href=\"/findings\"", "href=\"/products\"");
        for (String page : new String[] {
            "/portal/devices",
            "/portal/devices?unknown=true&due=true&all=true",
            device(),
            "/portal/devices/new?udi=x",
            "/portal/releases",
            "/portal/claims",
            "/portal/claims?state=open",
            "/portal/contacts",
            "/portal/contacts/new",
            "/portal/contacts/" + both.north().contact().id(),
            "/portal/scan?q=nothing",
            "/account",
            "/settings/tokens"
        }) {
            HttpResponse<String> answer = north.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .contains("href=\"/portal/devices\"")
                    .doesNotContain("Southgate");
        }
    }

    @Test
    void tellWhenSupportEndsOnceItIsAnnounced() {
        Api staff = Api.at(port, callers.token("product-security"));
        String stages = "/api/v1/releases/" + both.north().only().id() + "/stages";
        staff.post(stages, "{\"stage\":\"end-of-support\",\"effective\":\"2094-03-01\",\"reason\":\"planned\"}");
        assertThat(north.get("/portal/releases").body())
                .contains("No end is announced")
                .doesNotContain("2094-03-01");

        staff.post(
                stages,
                "{\"stage\":\"end-of-support\",\"effective\":\"2094-03-01\",\"announced\":\"2026-06-01\",\"reason\":\"told\"}");

        assertThat(north.get("/portal/releases").body())
                .contains("End of support <span class=\"ward-nowrap\">from 2094-03-01</span>", "announced 2026-06-01");
        assertThat(signedIn("southgate-person@example.org", TestCallers.PASSWORD)
                        .get("/portal/releases")
                        .body())
                .contains("Southgate-7")
                .doesNotContain("2094-03-01");
    }

    @Test
    void areAllThatAHospitalReaches() {
        for (String page : new String[] {
            "/search?q=pump", "/products", "/findings", "/customers", "/claims", "/settings/people", "/audit", "/jobs"
        }) {
            assertThat(north.get(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void openADeviceByItsScannedLabel() {
        HttpResponse<String> found = north.get("/portal/scan?q=northgate-1");
        assertThat(found.headers().firstValue("Location").orElse("")).endsWith(device());

        assertThat(north.get("/portal/scan?q=SOUTHGATE-1").body())
                .contains("No device of yours has", "/portal/devices/new?udi=SOUTHGATE-1");
    }

    @Test
    void confirmAndCorrectADevice() {
        assertThat(north.submit(device(), device() + "/confirm", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(north.get(device()).body()).contains("Release 1.0 is installed", "Waits for an answer");

        HttpResponse<String> refused =
                north.submit(device(), device(), Map.of("version", "2.0", "since", "31.12.2026", "note", "typed once"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is not a date such as", "typed once");

        Map<String, String> right = Map.of("version", "2.0", "since", "2026-10-31", "networked", "yes");
        assertThat(north.submit(device(), device(), right).statusCode()).isEqualTo(302);
        assertThat(north.get("/portal/claims").body()).contains("Release 2.0 is installed, since 2026-10-31");
    }

    @Test
    void stateOnlyWhatDiffersFromWhatThePageShowed() {
        Map<String, String> asShown = new HashMap<>(Map.of(
                "presence", "here",
                "release", both.common().id().toString(),
                "site", both.north().site().id().toString()));

        HttpResponse<String> unchanged = north.submit(device(), device(), asShown);
        assertThat(unchanged.statusCode()).isEqualTo(400);
        assertThat(unchanged.body()).contains("Nothing is different from what the manufacturer knows");

        asShown.put("version", "7.7-local");
        assertThat(north.submit(device(), device(), asShown).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("""
                        SELECT presence, release_id, site_id, networked FROM portal.claim WHERE version = '7.7-local'
                        """).query().singleRow())
                .containsEntry("presence", "here")
                .containsEntry("release_id", null)
                .containsEntry("site_id", null)
                .containsEntry("networked", null);
    }

    @Test
    void bringClaimsToAnInboxThatAcceptsManyAtOnce() {
        north.submit(device(), device(), Map.of("networked", "no", "note", "bulk"));
        Browser staff = callers.signedIn(port, "field-service");
        String inbox = staff.get("/claims").body();
        assertThat(inbox).contains("Northgate Hospital", "It is not connected to a network");
        String id = jdbc.sql("SELECT id::text FROM portal.claim WHERE note = 'bulk'")
                .query(String.class)
                .single();
        assertThat(staff.get("/claims/" + id).body()).contains("We know", "They say", "Not connected");

        assertThat(staff.submit("/claims", "/claims/accept", Map.of("claim", id))
                        .statusCode())
                .isEqualTo(302);

        assertThat(jdbc.sql("SELECT state FROM portal.claim WHERE id = '%s'::uuid".formatted(id))
                        .query(String.class)
                        .single())
                .isEqualTo("accepted");
        assertThat(north.get(device()).body()).contains("Not connected");
    }

    @Test
    void keepNothingPersonalOfAClaimThatHasEnded() {
        String page = "/portal/contacts/" + both.north().contact().id();
        Map<String, String> changed = Map.of("name", "Nora Newman", "role", "security", "consent", "advisory");
        assertThat(north.submit(page, page, changed).statusCode()).isEqualTo(302);
        String id = jdbc.sql("SELECT id::text FROM portal.claim WHERE contact ->> 'name' = 'Nora Newman'")
                .query(String.class)
                .single();

        Api staff = Api.at(port, callers.token("product-security"));
        assertThat(staff.post("/api/v1/claims/" + id + "/accept", "{}").status())
                .isEqualTo(200);

        assertThat(contacts.get(TestFleet.READER, both.north().contact().id()).name())
                .isEqualTo("Nora Newman");
        assertThat(north.get("/portal/contacts").body()).contains("Nora Newman", "Advisories");
        assertThat(jdbc.sql(
                                "SELECT to_jsonb(c) || to_jsonb(e) FROM portal.claim c JOIN portal.ending e ON e.claim_id = c.id"
                                        + " WHERE c.id = '%s'::uuid".formatted(id))
                        .query((row, _) -> row.getString(1))
                        .single())
                .doesNotContain("Nora");
    }

    @Test
    void areOpenedByAnInvitation() {
        String people = "/customers/" + both.north().customer().id() + "/people";
        Browser staff = callers.signedIn(port, "field-service");

        String invited = staff.submit(people, people, Map.of("name", "Ina Vited", "email", "ina@northgate.example"))
                .body();
        Matcher link = Pattern.compile("/invitation\\?code=([\\w-]+)").matcher(invited);
        assertThat(link.find()).isTrue();
        Browser ina = Browser.at(port);
        String page = "/invitation?code=" + link.group(1);
        String password = "seven pumps hum softly";
        assertThat(ina.submit(page, "/invitation", Map.of("code", link.group(1), "password", password))
                        .statusCode())
                .isEqualTo(302);

        assertThat(signedIn("ina@northgate.example", password).get("/portal").body())
                .contains("Northgate Hospital");
        String foreign = both.south().person().toString();
        assertThat(staff.submit(people, people + "/" + foreign + "/link", Map.of())
                        .statusCode())
                .isEqualTo(404);
        String administrator = callers.account("administrator").toString();
        assertThat(staff.submit(people, people + "/" + administrator + "/link", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }
}
