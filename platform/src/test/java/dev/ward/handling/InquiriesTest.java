package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class InquiriesTest {

    private static final Reader READER = Reader.machine("test");

    private final Inquiries inquiries;
    private final AffectedRepository affected;
    private final Cases cases;
    private final CaseTeams teams;
    private final RestClientOfTests ward;
    private final TestCallers callers;
    private final JdbcClient jdbc;
    private final int port;
    private final Caller paul;
    private static final Map<String, String> RELEASES = new HashMap<>();

    @Autowired
    InquiriesTest(
            Inquiries inquiries,
            AffectedRepository affected,
            Cases cases,
            CaseTeams teams,
            TestCallers callers,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.jdbc = jdbc;
        this.affected = affected;
        this.cases = cases;
        this.teams = teams;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.callers = callers;
        this.port = port;
        this.paul = callers.caller("product-security");
    }

    @BeforeEach
    void fill() {
        if (!RELEASES.isEmpty()) {
            return;
        }
        String product =
                ward.post("/products", "{\"name\": \"Asked\"}").at("/id").asString();
        for (String version : new String[] {"1.2.0", "1.4.0", "odd", "none"}) {
            String release = ward.releaseOf(product, version);
            RELEASES.put(version, release);
            ward.upload(release, """
                    {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                      {"type": "library", "name": "%s", %s "supplier": {"name": "s"}}]}
                    """.formatted(
                            version.equals("none") ? "otherlib" : "askedlib",
                            version.equals("odd") ? "" : "\"version\": \"%s\",".formatted(version)));
        }
        RELEASES.put("blank", ward.releaseOf(product, "blank"));
        String free =
                ward.post("/products", "{\"name\": \"Free of it\"}").at("/id").asString();
        RELEASES.put("9.0", ward.releaseOf(free, "9.0"));
        ward.upload(RELEASES.get("9.0"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "otherlib", "version": "1", "supplier": {"name": "s"}}]}
                """);
        String unknown =
                ward.post("/products", "{\"name\": \"Not known\"}").at("/id").asString();
        RELEASES.put("8.0", ward.releaseOf(unknown, "8.0"));
        ward.post("/devices", """
                {"product": "%s", "serial": "ASK-1", "release": "%s"}""".formatted(product, RELEASES.get("1.2.0")));
    }

    private Map<String, Presence> presence(String component, boolean beginning, @Nullable String versions) {
        Map<String, Presence> presence = new HashMap<>();
        inquiries
                .ask(READER, new InquiryQuestion(component, beginning, versions))
                .releases()
                .forEach(one -> presence.put(one.version(), one.presence()));
        return presence;
    }

    @Test
    void tellsOfEveryReleaseByNameAndVersion() {
        assertThat(presence("askedlib", false, ">=1.0, <1.3"))
                .containsEntry("1.2.0", Presence.PRESENT)
                .containsEntry("1.4.0", Presence.ABSENT)
                .containsEntry("odd", Presence.POSSIBLE)
                .containsEntry("blank", Presence.UNKNOWN)
                .containsEntry("none", Presence.ABSENT);
        assertThat(presence("asked", true, "1.4.0")).containsEntry("1.4.0", Presence.PRESENT);
        assertThat(presence("askedlib", false, "1.2.x, 3.*"))
                .containsEntry("1.2.0", Presence.PRESENT)
                .containsEntry("1.4.0", Presence.ABSENT)
                .containsEntry("odd", Presence.POSSIBLE);
        assertThat(presence("asked", true, null)).containsEntry("odd", Presence.PRESENT);
        AffectedMatrix matrix = inquiries.ask(READER, new InquiryQuestion("askedlib", false, "1.2.0"));
        assertThat(matrix.count(Presence.PRESENT)).isEqualTo(1);
        assertThat(matrix.devices()).isEqualTo(1);
        assertThatThrownBy(() -> new InquiryQuestion("askedlib", false, ">=,<")).hasMessageContaining("is no version");
    }

    @Test
    void keepsTheQuestionAndBecomesACase() {
        Inquiry kept =
                inquiries.keep(paul.actor(), "The news of today", new InquiryQuestion("askedlib", false, "1.2.0"));
        inquiries.note(paul.actor(), READER, kept.id(), null, false);
        inquiries.state(paul.actor(), READER, kept.id(), 1, "We look into it.", null);

        assertThat(inquiries.log(READER, kept.id()))
                .extracting(InquiryEntry::what)
                .containsExactly("Asked", "Looked again", "Holding statement");
        assertThat(inquiries.log(READER, kept.id()).get(1).detail()).contains("present in 1 releases");

        VulnerabilityCase opened = inquiries.open(paul.actor(), READER, kept.id());
        assertThat(opened.title()).isEqualTo("The news of today");
        assertThatThrownBy(() -> inquiries.open(paul.actor(), READER, kept.id()))
                .hasMessageContaining("already");
        Reader hers = new Reader(callers.caller("clinical-safety").actor().id(), true, null);
        assertThat(inquiries.get(hers, kept.id()).ofCase()).isEqualTo(opened.number());
        Reader his = new Reader(paul.actor().id(), true, null);
        teams.embargo(
                paul.actor(), his, opened.number(), new EmbargoDraft("2099-01-01T00:00", "UTC", "Publish at once."));
        assertThatThrownBy(() -> inquiries.get(hers, kept.id())).hasMessageContaining("There is no inquiry");
        assertThat(inquiries.list(hers, null, 50).items())
                .noneMatch(one -> one.id().equals(kept.id()));
        assertThat(cases.find(his, opened.number())).isPresent();
    }

    private static AffectedProduct product(AffectedMatrix matrix, String name) {
        return matrix.products().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Statement("X3")
    void ratesAProductByItsGravestRelease() {
        AffectedMatrix matrix = inquiries.ask(READER, new InquiryQuestion("askedlib", false, "1.2.0"));
        assertThat(matrix.products())
                .extracting(AffectedProduct::name)
                .containsExactly("Asked", "Not known", "Free of it");
        AffectedProduct asked = product(matrix, "Asked");
        assertThat(asked.presence()).isEqualTo(Presence.PRESENT);
        assertThat(asked.counts())
                .containsEntry(Presence.PRESENT, 1L)
                .containsEntry(Presence.POSSIBLE, 1L)
                .containsEntry(Presence.UNKNOWN, 1L)
                .containsEntry(Presence.ABSENT, 2L);
        assertThat(asked.devices()).isEqualTo(1);
        assertThat(asked.releases()).hasSize(5);
        assertThat(product(matrix, "Free of it").presence()).isEqualTo(Presence.ABSENT);
        assertThat(product(matrix, "Not known").presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(product(inquiries.ask(READER, new InquiryQuestion("askedlib", false, "7")), "Asked")
                        .presence())
                .as("one release cannot be compared")
                .isEqualTo(Presence.POSSIBLE);
        assertThat(product(inquiries.ask(READER, new InquiryQuestion("nowherelib", false, null)), "Asked")
                        .presence())
                .as("one release has no SBOM")
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    @Statement("X3")
    void tellsNoAbsenceWhereNotAllComponentsWereCompared() {
        AffectedMatrix matrix = affected.matrix(READER, List.of(), List.of(), true, 2);
        assertThat(matrix.count(Presence.ABSENT)).isZero();
        assertThat(product(matrix, "Free of it").presence()).isEqualTo(Presence.UNCOMPARED);
        assertThat(matrix.products().stream()
                        .mapToInt(one -> one.releases().size())
                        .sum())
                .as("all are counted, two are listed")
                .isEqualTo(2);
        assertThat(matrix.products().stream().mapToLong(AffectedProduct::all).sum())
                .isEqualTo(matrix.all());
    }

    @Test
    void proposesWhatTheMatrixSupports() {
        Inquiry kept = inquiries.keep(paul.actor(), "Proposed", new InquiryQuestion("askedlib", false, "1.2.0"));
        AffectedMatrix matrix = inquiries.ask(READER, kept.question());
        StatementProposal proposal = inquiries.proposal(kept, matrix);
        assertThat(proposal.words())
                .contains("""
                Affected by what we know: it is in them:
                - Asked: in 1.2.0 (in development); perhaps in odd (in development); not known yet of 1 release; \
                not in 2 releases

                Under investigation:
                - Not known: not known yet of 1 release

                Not affected by what we know: it is in none of their lists:
                - Free of it: not in 1 release
                """)
                .contains("We have done so since " + Times.absolute(kept.asked()), "as soon as we know more");

        assertThat(proposal.words()).contains("of our 7 releases said", "Of 2 we have no such list.");

        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> inquiries.tellBy(paul.actor(), READER, kept.id(), 1, Instant.EPOCH))
                .hasMessageContaining("is past");
        inquiries.tellBy(paul.actor(), READER, kept.id(), 1, tomorrow);
        Inquiry promised = inquiries.get(READER, kept.id());
        assertThat(inquiries.proposal(promised, matrix).words())
                .contains("We tell more by " + Times.absolute(tomorrow))
                .doesNotContain("as soon as");
        assertThat(promised.statement()).as("nothing is kept by itself").isNull();
    }

    private HoldingStatement statement(Inquiry of) {
        return Objects.requireNonNull(inquiries.get(READER, of.id()).statement());
    }

    @Test
    void keepsHowAStatementCameAbout() {
        Inquiry kept = inquiries.keep(paul.actor(), "Stated", new InquiryQuestion("askedlib", false, "1.4.0"));
        AffectedMatrix matrix = inquiries.ask(READER, kept.question());
        StatementProposal proposal = inquiries.proposal(kept, matrix);
        assertThatThrownBy(() -> inquiries.note(paul.actor(), READER, kept.id(), "An hour later", true))
                .hasMessageContaining("no holding statement");
        StatementBasis older =
                new StatementBasis("something else", proposal.basis().looked());
        assertThatThrownBy(() -> inquiries.state(paul.actor(), READER, kept.id(), 1, proposal.words(), older))
                .hasMessageContaining("says something else since");

        inquiries.state(paul.actor(), READER, kept.id(), 1, proposal.words().replace("\n", "\r\n"), proposal.basis());
        assertThat(statement(kept).origin()).isEqualTo(StatementOrigin.PROPOSED);
        assertThat(statement(kept).outdated(matrix)).isFalse();
        assertThat(statement(kept).outdated(inquiries.ask(READER, new InquiryQuestion("nowherelib", false, null))))
                .isTrue();
        inquiries.note(paul.actor(), READER, kept.id(), "An hour later", true);
        inquiries.state(paul.actor(), READER, kept.id(), 2, "Shorter.", null);
        assertThat(statement(kept).origin()).isEqualTo(StatementOrigin.CHANGED);
        assertThat(statement(kept).looked()).isEqualTo(proposal.basis().looked());
        inquiries.note(paul.actor(), READER, kept.id(), "Two hours later", false);
        assertThat(inquiries.log(READER, kept.id()))
                .extracting(InquiryEntry::statement)
                .containsExactly(null, null, proposal.words(), null, null);

        inquiries.state(paul.actor(), READER, kept.id(), 3, null, null);
        inquiries.state(paul.actor(), READER, kept.id(), 4, "By hand.", null);
        assertThat(statement(kept).origin()).isEqualTo(StatementOrigin.OWN);
    }

    @Test
    void saysOfAnOlderStatementThatNobodyNotedHowItCameAbout() {
        Inquiry kept = inquiries.keep(paul.actor(), "Older", new InquiryQuestion("askedlib", false, "1.2.0"));
        jdbc.sql("UPDATE handling.inquiry SET statement = 'We look.' WHERE id = :id")
                .param("id", kept.id().value())
                .update();
        String page = callers.signedIn(port, "product-security")
                .get("/affected/" + kept.id())
                .body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("before Ward noted how a statement came about", "We look.");
        inquiries.state(paul.actor(), READER, kept.id(), 1, "We look on.", null);
        assertThat(statement(kept).origin()).isEqualTo(StatementOrigin.OWN);
    }

    @Test
    void beginsTheStatementWithTheProposal() {
        Browser browser = callers.signedIn(port, "product-security");
        Inquiry kept = inquiries.keep(paul.actor(), "On a page", new InquiryQuestion("askedlib", false, "1.2.0"));
        String here = "/affected/" + kept.id();
        String page = browser.get(here).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("Affected by what we know", "Nothing is kept until you save it", "By product")
                .contains("1 present, 1 perhaps, 1 unknown, 2 absent, of 5 releases; 1 device in the field");
        String words =
                inquiries.proposal(kept, inquiries.ask(READER, kept.question())).words();
        String line = inquiries.ask(READER, kept.question()).line();
        Map<String, String> sent = Map.of(
                "revision",
                "1",
                "statement",
                words + "\nMore.",
                "matrix",
                line,
                "looked",
                Instant.now().toString());
        assertThat(browser.submit(here, here + "/statement", sent).statusCode()).isEqualTo(302);
        browser.submit(here, here + "/log", Map.of("entry", "Asked again", "with", "true"));
        assertThat(browser.submit(here, here + "/next", Map.of("revision", "2", "next", "2001-01-01T00:00"))
                        .body())
                .contains("This is past.");
        assertThat(browser.get(here).body())
                .contains("then changed by hand", "Ward sends it to nobody", "The statement then", "Propose anew");
        assertThat(browser.get(here + "?proposed=true").body()).contains("Leave it as kept");
        Browser reader = callers.signedIn(port, "executive");
        assertThat(reader.get(here).body()).contains("More.").doesNotContain("<textarea");
    }

    @Test
    void standsOnOneScreen() {
        Browser browser = callers.signedIn(port, "product-security");
        String asked =
                browser.get("/affected?component=askedlib&versions=1.2.0").body();
        PageAsserts.assertSound(asked);
        assertThat(asked).contains("1 release holds it, 1 device in the field", "askedlib 1.2.0", "Unknown: no SBOM");
        assertThat(browser.get("/affected?component=askedlib&versions=%3E%3D%2C%3C")
                        .statusCode())
                .isEqualTo(400);
        var kept = browser.submit(
                "/affected?component=askedlib",
                "/affected",
                Map.of("component", "askedlib", "versions", "", "beginning", "", "title", "Kept <b>one"));
        assertThat(kept.statusCode()).isEqualTo(302);
        String here =
                Objects.requireNonNull(kept.headers().firstValue("location").orElse(null));
        String path = here.substring(here.indexOf("/affected"));
        browser.submit(path, path + "/log", Map.of("entry", "Called the supplier"));
        String page = browser.get(path).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Kept &lt;b&gt;one", "Called the supplier", "Open a case");
    }
}
