package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.identity.Roles;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What counsel writes for counsel is, for everyone else, not there.
@WardTest
class PrivilegedNotesTest {

    private final Cases cases;
    private final PrivilegedNotes notes;
    private final Roles roles;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Browser counsel;
    private String secret = "";
    private CaseNumber number = CaseNumber.draw();

    @Autowired
    PrivilegedNotesTest(
            Cases cases,
            PrivilegedNotes notes,
            Roles roles,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.notes = notes;
        this.roles = roles;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.counsel = callers.signedIn(port, "counsel");
    }

    @BeforeEach
    void write() {
        secret = "wombat" + System.nanoTime();
        number =
                cases.open(Actor.machine("test"), new CaseDraft("A hole", null)).number();
        assertThat(counsel.submit(page(), page(), Map.of("note", secret + " is our exposure."))
                        .statusCode())
                .isEqualTo(302);
    }

    private String page() {
        return "/cases/" + number + "/privileged";
    }

    @Test
    void isReadByCounselOnAPageOfItsOwn() {
        String shown = counsel.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains(secret, "Person of counsel");
        String room = counsel.get("/cases/" + number).body();
        PageAsserts.assertSound(room);
        assertThat(room).contains("1 privileged note", page()).doesNotContain(secret);
        Api program = Api.at(port, callers.token("counsel"));
        String notesOfIt = "/api/v1/cases/" + number + "/privileged-notes";
        assertThat(program.post(notesOfIt, "{\"note\":\"More.\"}").status()).isEqualTo(201);
        Answer listed = program.get(notesOfIt);
        assertThat(listed.at("/items/0/text").asString()).startsWith(secret);
        assertThat(listed.at("/items").size()).isEqualTo(2);
    }

    @Test
    void isNowhereForAnyoneElse() {
        long changed = changes();
        for (Role role : roles.list(false)) {
            if (role.name().equals("counsel")) {
                continue;
            }
            assertThat(role.permissions().stream().map(Enum::name)).doesNotContain("PRIVILEGED_NOTE");
            Browser other = callers.signedIn(port, role.name());
            Api program = Api.at(port, callers.token(role.name()));
            assertThat(other.get(page()).statusCode()).as(role.name()).isEqualTo(403);
            assertThat(program.get("/api/v1/cases/" + number + "/privileged-notes")
                            .status())
                    .isEqualTo(403);
            for (String path : List.of(
                    "/cases",
                    "/cases/" + number,
                    "/search?q=" + secret,
                    "/audit?subject=case:" + number,
                    "/records/case/" + number)) {
                assertThat(other.get(path).body()).as(path).doesNotContain(secret + " is", "privileged note");
            }
            for (String path : List.of("", "/history", "/comments", "/files")) {
                assertThat(program.get("/api/v1/cases/" + number + path).body())
                        .as(path)
                        .doesNotContain(secret, "rivileged");
            }
            assertThat(program.get("/api/v1/audit?subject=case:" + number).body())
                    .doesNotContain(secret);
        }
        assertThat(changes()).as("the case does not tell that it was touched").isEqualTo(changed);
    }

    private long changes() {
        return jdbc.sql("""
                SELECT extract(epoch FROM changed_at - opened_at) * 1000000 FROM handling.vulnerability_case
                 WHERE public_id = :number
                """).param("number", number.text()).query(Long.class).single();
    }

    @Test
    void leavesInTheTrailThatOneWasWrittenAndNotItsWords() {
        assertThat(jdbc.sql("SELECT body FROM audit.entry WHERE what = 'case.privileged-note-written'"
                                + " AND subject_id = :number")
                        .param("number", number.text())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain(secret);
        assertThat(jdbc.sql("SELECT count(*) FROM audit.erasable WHERE value LIKE '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void asksForThePermissionAgainBelowThePages() {
        Caller paul = callers.caller("product-security");
        Reader his = new Reader(paul.actor().id(), true, null);

        assertThatThrownBy(() -> notes.list(paul.actor(), his, number)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> notes.write(paul.actor(), his, number, "Mine")).isInstanceOf(ProblemException.class);
        assertThat(counsel.submit(page(), page(), Map.of("note", " ")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void isHiddenWithTheEmbargoFromCounselWhoIsNotReadIn() {
        jdbc.sql("""
                UPDATE handling.vulnerability_case
                   SET embargo_until = now(), embargo_zone = 'UTC', embargo_leak = 'x',
                       restricted_to = ARRAY['00000000-0000-7000-8000-000000000000']::uuid[]
                 WHERE public_id = :number
                """).param("number", number.text()).update();

        assertThat(counsel.get(page()).statusCode()).isEqualTo(404);
    }
}
