package dev.ward.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Finds the class that keeps a record among all that there are.
@WardTest
class RetentionPagesTest {

    private static final String RULES = "/rules/retention";

    private final Cases cases;
    private final Browser security;

    @Autowired
    RetentionPagesTest(Cases cases, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.security = callers.signedIn(port, "product-security");
    }

    @Test
    void groupsTheClassesByWhatTheyKeepAndComparesEachWithItsOwn() {
        String page = security.get(RULES).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("href=\"#of-case\"", "href=\"#of-signal\"", "href=\"#of-decision\"", "id=\"of-signal\"")
                .doesNotContain("<dt>Of each</dt>");
        String signals = page.substring(page.indexOf("id=\"of-signal\""), page.indexOf("id=\"of-decision\""));
        assertThat(signals).contains("Event file").doesNotContain("EU technical documentation");
        assertThat(security.get("/records").body()).contains("href=\"/rules/retention#of-signal\"");

        Map<String, String> form = new HashMap<>(Map.of("revision", "0", "why", "We keep signals longer"));
        List<List<String>> shipped = new RetentionClasses().shipped();
        for (int i = 0; i < shipped.size(); i++) {
            for (int k = 0; k < shipped.get(i).size(); k++) {
                form.put("r" + i + "c" + k, shipped.get(i).get(k));
            }
            if (shipped.get(i).getFirst().equals("Event file")
                    && shipped.get(i).get(1).equals("signal")) {
                form.put("r" + i + "c3", "10");
            }
        }
        assertThat(security.submit(RULES + "/draft", RULES + "/draft", form).statusCode())
                .isEqualTo(302);
        String drafted = security.get(RULES).body();
        PageAsserts.assertSound(drafted);
        // Each kind has a class of this name; one differs from its own.
        assertThat(drafted)
                .contains("1 row differs", "id=\"draft-of-signal\"")
                .containsOnlyOnce("<dt>In force now</dt>")
                .doesNotContain("Taken away:");
    }

    @Test
    void namesFirstTheClassThatKeepsARecordLongest() {
        String number = cases.open(Actor.machine("test"), new CaseDraft("Kept", null))
                .number()
                .text();

        String page = security.get("/records/case/" + number).body();

        PageAsserts.assertSound(page);
        assertThat(page).contains("Keeps it longest", "href=\"/rules/retention#of-case\"");
        assertThat(page.indexOf("Keeps it longest")).isLessThan(page.indexOf("21 CFR 803.18(c)"));
    }
}
