package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page "My work" names what the person who looks can do now, and nothing else.
@WardTest
class MyWorkTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;

    @Autowired
    MyWorkTest(@LocalServerPort int port, TestCallers callers, Assessments assessments) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
    }

    @Test
    void namesTheSignaturesThatWaitForTheDiscipline() {
        AssessingPeople people = new AssessingPeople(port, callers, assessments);
        String thing = people.vulnerability + " in ";
        assertThat(people.security.get("/work").body()).doesNotContain(thing);
        AssessmentId id = people.answered();

        String security = people.security.get("/work").body();
        PageAsserts.assertSound(security);
        assertThat(security).contains("Sign: Exploitability", thing).doesNotContain("Sign: Patient harm");
        assertThat(people.clinician.get("/work").body()).contains("Sign: Patient harm");
        Browser auditor = callers.signedIn(port, "auditor");
        assertThat(auditor.get("/work").body()).contains("Nothing waits for you");

        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        assertThat(people.security.get("/work").body()).doesNotContain(thing);
    }

    @Test
    void namesTheRulesThatWaitForTheDiscipline() {
        AssessingPeople people = new AssessingPeople(port, callers, assessments);
        AssessingPeople.assertTaken(people.security.submit(
                "/rules/exploitability/draft",
                "/rules/exploitability/draft",
                Map.of("revision", "0", "why", "Taken over")));

        assertThat(people.clinician.get("/work").body())
                .contains("Sign for clinical safety", "Table of exploitability, version 2");
        assertThat(people.ward.get("/work").at("/items"))
                .as("a program signs nothing")
                .isEmpty();
    }
}
