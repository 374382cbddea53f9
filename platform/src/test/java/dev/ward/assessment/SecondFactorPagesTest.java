package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.Phone;
import dev.ward.identity.TestCallers;
import dev.ward.signature.Signature;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The way of a person with an authenticator app: set it up, sign in, sign, lose it.
@WardTest
class SecondFactorPagesTest {

    private static final Pattern KEY = Pattern.compile("data-copy=\"([A-Z2-7 ]{30,})\"");
    private static final int STEP = 30;

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;

    @Autowired
    SecondFactorPagesTest(@LocalServerPort int port, TestCallers callers, Assessments assessments) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
    }

    private static Phone phone(HttpResponse<String> page) {
        PageAsserts.assertSound(page.body());
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        assertThat(page.body()).contains("src=\"data:image/svg+xml;base64,");
        return Phone.of(key.group(1));
    }

    /// Codes of one step after another, so that a test need not wait for the next one.
    private static String code(Phone phone, int steps) {
        return phone.code(Instant.now().plusSeconds((long) STEP * steps));
    }

    private HttpResponse<String> passwordOf(Browser browser, String role) {
        return browser.submit(
                "/sign-in",
                "/sign-in",
                Map.of(
                        "email",
                        TestCallers.email(role),
                        "password",
                        TestCallers.PASSWORD,
                        "to",
                        "/products?q=pump&limit=1"));
    }

    private static String to(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    @Test
    void asksForTheCodeAtSignInAndAtEachSignature() {
        AssessingPeople people = new AssessingPeople(port, callers, assessments);
        AssessmentId id = people.answered();
        String page = "/account/second-factor";
        Phone phone = phone(people.clinician.submit(page, page + "/begin", Map.of("present", TestCallers.PASSWORD)));
        HttpResponse<String> wrong = people.clinician.submit(page, page + "/confirm", Map.of("code", "1"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(phone(wrong)).usingRecursiveComparison().isEqualTo(phone);
        HttpResponse<String> confirmed =
                people.clinician.submit(page, page + "/confirm", Map.of("code", code(phone, -1)));
        assertThat(confirmed.body()).contains("Each of these lets you in once");

        Browser browser = Browser.at(port);
        String second = to(passwordOf(browser, "clinical-safety"));
        assertThat(second).isEqualTo("/sign-in/code?to=%2Fproducts%3Fq%3Dpump%26limit%3D1");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        HttpResponse<String> form = browser.get(second);
        PageAsserts.assertSound(form.body());
        assertThat(browser.submit(second, "/sign-in/code", Map.of("code", "123"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(to(browser.submit(second, "/sign-in/code", Map.of("code", code(phone, 0), "to", "/products"))))
                .isEqualTo("/products");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        assertThat(browser.get("/assessments/" + id).body()).contains("harm-code");
        HttpResponse<String> without = people.sign(browser, id, SignedPart.HARM, TestCallers.email("clinical-safety"));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("This is not the present code of your app, or was used already.");
        String seen = assessments.standing(AssessingPeople.READER, id).sha256(SignedPart.HARM);
        HttpResponse<String> signed = browser.submit(
                "/assessments/" + id,
                "/assessments/" + id + "/sign-clinical-safety",
                Map.of(
                        "part",
                        "harm",
                        "seen",
                        seen,
                        "identifier",
                        TestCallers.email("clinical-safety"),
                        "password",
                        TestCallers.PASSWORD,
                        "code",
                        code(phone, 1)));
        AssessingPeople.assertTaken(signed);
        Signature signature =
                assessments.standing(AssessingPeople.READER, id).signatures().getLast();
        assertThat(signature.components()).containsExactly("identifier", "password", "totp");

        String lost = "/people/" + callers.account("clinical-safety") + "/second-factor/reset";
        assertThat(people.ward.send("POST", lost, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(people.ward.send("POST", lost, BodyPublishers.noBody()).statusCode())
                .isEqualTo(409);
        assertThat(to(passwordOf(Browser.at(port), "clinical-safety"))).startsWith("/products");
    }

    @Test
    void setsAnAppUpAtTheDoorForARoleThatNeedsIt() {
        callers.account("counsel");
        Browser administrator = callers.signedIn(port, "administrator");
        String rule = "/settings/second-factor";
        administrator.submit(rule, rule, Map.of("role", "counsel"));
        String page = administrator.get(rule).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("value=\"counsel\" checked");

        Browser browser = Browser.at(port);
        String setUp = to(passwordOf(browser, "counsel"));
        assertThat(setUp).startsWith("/sign-in/set-up?to=");
        Phone first = phone(browser.get(setUp));
        HttpResponse<String> wrong = browser.submit(setUp, "/sign-in/set-up", Map.of("code", code(first, 0)));
        assertThat(wrong.statusCode()).as("a key of an earlier page").isEqualTo(400);
        Phone phone = phone(wrong);
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(wrong.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> in =
                browser.form("/sign-in/set-up", "to=/cases&code=%s&_csrf=%s".formatted(code(phone, 0), token.group(1)));

        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        PageAsserts.assertSound(in.body());
        assertThat(in.body()).contains("href=\"/cases\"");
        Matcher codes =
                Pattern.compile("<code>(([A-Z2-7]{4}-){5}[A-Z2-7]{4})</code>").matcher(in.body());
        List<String> kept = codes.results().map(one -> one.group(1)).toList();
        assertThat(kept).hasSize(10);
        assertThat(browser.get("/cases").statusCode()).isEqualTo(200);
        String own = browser.get("/account/second-factor").body();
        PageAsserts.assertSound(own);
        assertThat(own).contains("Recovery codes left").doesNotContain("Remove the app");

        Browser again = Browser.at(port);
        String second = to(passwordOf(again, "counsel"));
        assertThat(to(again.submit(second, "/sign-in/code", Map.of("code", kept.getFirst()))))
                .isEqualTo("/");
        administrator.submit(rule, rule, Map.of());
    }
}
