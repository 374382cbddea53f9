package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.SoftKey;
import dev.ward.identity.TestCallers;
import dev.ward.signature.Signature;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The way of a person with a passkey: make it, sign in by it, sign by it.
@WardTest
class PasskeyPagesTest {

    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;

    @Autowired
    PasskeyPagesTest(@LocalServerPort int port, TestCallers callers, Assessments assessments) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
    }

    private static String options(HttpResponse<String> page) {
        PageAsserts.assertSound(page.body());
        Matcher options = OPTIONS.matcher(page.body());
        assertThat(options.find()).as(page.body()).isTrue();
        return options.group(1).replace("&#34;", "\"").replace("&quot;", "\"");
    }

    @Test
    void signsInAndSignsWithoutPassword() {
        AssessingPeople people = new AssessingPeople(port, callers, assessments);
        AssessmentId id = people.answered();
        String origin = "http://localhost:" + port;
        SoftKey key = new SoftKey();
        Browser browser = Browser.atLocalhost(port);
        browser.submit(
                "/sign-in",
                "/sign-in",
                Map.of("email", TestCallers.email("clinical-safety"), "password", TestCallers.PASSWORD));
        String page = "/account/passkeys";

        HttpResponse<String> wrong = browser.submit(page, page + "/begin", Map.of("present", "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        String options = options(browser.submit(page, page + "/begin", Map.of("present", TestCallers.PASSWORD)));
        HttpResponse<String> kept =
                browser.submit(page, page, Map.of("name", "Notebook <b>", "passkey", key.create(options, origin)));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        String shown = browser.get(page).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("Notebook &lt;b&gt;", "on one device");

        Browser fresh = Browser.atLocalhost(port);
        String door = "/sign-in/passkey?to=/cases";
        HttpResponse<String> asked = fresh.get(door);
        HttpResponse<String> refused = fresh.submit(door, "/sign-in/passkey", Map.of("passkey", "a.b.c.d.e"));
        assertThat(refused.statusCode()).isEqualTo(401);
        HttpResponse<String> in = fresh.submit(
                door, "/sign-in/passkey", Map.of("passkey", key.get(options(asked), origin), "to", "/cases"));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/cases"));

        String at = "/assessments/" + id;
        String seen = assessments.standing(AssessingPeople.READER, id).sha256(SignedPart.HARM);
        HttpResponse<String> another = fresh.submit(
                at,
                at + "/sign-clinical-safety",
                Map.of("part", "harm", "seen", seen, "passkey", key.get(options(fresh.get(door)), origin)));
        assertThat(another.statusCode()).as("what was asked at the door").isEqualTo(400);
        assertThat(another.body()).contains("This is none of yours, or it took too long.");
        HttpResponse<String> signed = fresh.submit(
                at,
                at + "/sign-clinical-safety",
                Map.of("part", "harm", "seen", seen, "passkey", key.get(options(fresh.get(at)), origin)));
        AssessingPeople.assertTaken(signed);
        Signature signature =
                assessments.standing(AssessingPeople.READER, id).signatures().getLast();
        assertThat(signature.components()).containsExactly("passkey");
        assertThat(people.clinician.get(page).body()).as("by a bare address").contains("open Ward by that address");
    }
}
