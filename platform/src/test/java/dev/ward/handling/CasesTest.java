package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class CasesTest {

    private static final Reader READER = Reader.machine("test");

    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseMerges merges;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final Signals signals;
    private final SignalActs signalActs;
    private final RestClientOfTests ward;
    private final Browser browser;
    private final Caller paul;
    private final Caller clara;
    private final Caller inspector;

    @Autowired
    CasesTest(
            Cases cases,
            CaseScopes scopes,
            CaseMerges merges,
            CaseTeams teams,
            CaseTalk talk,
            Signals signals,
            SignalActs signalActs,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.scopes = scopes;
        this.merges = merges;
        this.teams = teams;
        this.talk = talk;
        this.signals = signals;
        this.signalActs = signalActs;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.browser = callers.signedIn(port, "product-security");
        this.paul = callers.caller("product-security");
        this.clara = callers.caller("clinical-safety");
        this.inspector = callers.caller("inspector");
    }

    private Actor actor() {
        return paul.actor();
    }

    private static String cve() {
        return "CVE-2098-" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000_000L);
    }

    private VulnerabilityCase open(String title, String... vulnerabilities) {
        CaseNumber number = cases.open(actor(), new CaseDraft(title, null)).number();
        for (String name : vulnerabilities) {
            scopes.add(actor(), READER, number, name);
        }
        return cases.get(READER, number);
    }

    @Test
    void runsThroughThePhasesAndTellsWhyItWentBack() {
        VulnerabilityCase one = open("phases");
        assertThat(one.phase()).isEqualTo(Phase.RECEIPT);
        assertThat(one.number().text()).matches("C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

        cases.enter(actor(), READER, one.number(), Phase.RELEASE, null);
        assertThatThrownBy(() -> cases.enter(actor(), READER, one.number(), Phase.VERIFICATION, null))
                .hasMessage("Say why.");
        cases.enter(actor(), READER, one.number(), Phase.VERIFICATION, "the fix did not hold");

        assertThat(cases.get(READER, one.number()).phase()).isEqualTo(Phase.VERIFICATION);
        assertThat(cases.history(READER, one.number()))
                .extracting(Step::what)
                .containsExactly("Opened", "Phase entered", "Phase taken back");
        cases.close(actor(), READER, one.number(), "done");
        assertThatThrownBy(() -> cases.enter(actor(), READER, one.number(), Phase.RELEASE, null))
                .hasMessageContaining("is closed");
        cases.reopen(actor(), READER, one.number(), "not done");
        assertThat(cases.get(READER, one.number()).isOpen()).isTrue();
    }

    @Test
    void holdsAVulnerabilityInOneOpenCaseAloneUnderWhateverName() {
        String cve = cve();
        String ghsa = "GHSA-" + UUID.randomUUID().toString().replaceAll("(.{4})(.{4})-(.{4}).*", "$1-$2-$3");
        ward.load("osv", """
                {"id": "%s", "aliases": ["%s"], "modified": "2098-01-02T00:00:00Z", "summary": "a flaw",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "lib"}, "versions": ["1"]}]}
                """.formatted(ghsa, cve).replace('\n', ' '));
        VulnerabilityCase first = open("first", cve);
        VulnerabilityCase second = open("second");

        assertThatThrownBy(() -> scopes.add(actor(), READER, second.number(), ghsa.toUpperCase(java.util.Locale.ROOT)))
                .hasMessageContaining(first.number().text());
        assertThat(scopes.vulnerabilities(READER, first.number()).getFirst().summary())
                .isEqualTo("a flaw");

        cases.close(actor(), READER, first.number(), "done");
        scopes.add(actor(), READER, second.number(), ghsa);
        assertThatThrownBy(() -> cases.reopen(actor(), READER, first.number(), "again"))
                .hasMessageContaining(second.number().text());
    }

    @Test
    void namesAFlawOfOwnCode() {
        VulnerabilityCase one = open("own");

        String name = scopes.addOwn(actor(), READER, one.number());

        assertThat(name).startsWith("W-");
        assertThat(scopes.vulnerabilities(READER, one.number()))
                .singleElement()
                .satisfies(held -> assertThat(held.own()).isTrue());
    }

    @Test
    @Statement("PR-3.1")
    void tellsOfEveryReleaseWhetherItIsConcerned() {
        String cve = cve();
        String product = ward.post("/products", "{\"name\": \"Scope " + cve + "\"}")
                .at("/id")
                .asString();
        String reached = ward.releaseOf(product, "1.0");
        String clean = ward.releaseOf(product, "2.0");
        String unknown = ward.releaseOf(product, "3.0");
        String named = ward.releaseOf(product, "4.0");
        ward.load("osv", """
                {"id": "%s", "modified": "2098-01-02T00:00:00Z", "summary": "a flaw",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "scopelib"}, "versions": ["1.0"]}]}
                """.formatted(cve).replace('\n', ' '));
        String sbom = """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "%1$s", "version": "1.0", "purl": "pkg:pypi/%1$s@1.0"}]}
                """;
        ward.upload(reached, sbom.formatted("scopelib"));
        ward.upload(clean, sbom.formatted("otherlib"));
        VulnerabilityCase one = open("scope", cve);
        scopes.addRelease(actor(), READER, one.number(), ReleaseId.of(named), "same module");

        talk.say(actor(), READER, one.number(), ProductId.of(product), "Of this product alone");
        assertThat(talk.comments(READER, one.number()))
                .extracting(Comment::productName)
                .containsExactly("Scope " + cve);

        Map<String, ScopeRow.Presence> presence = new java.util.HashMap<>();
        scopes.releases(READER, one.number(), 200)
                .forEach(row -> presence.put(row.release().toString(), row.presence()));

        assertThat(presence)
                .containsEntry(reached, ScopeRow.Presence.FOUND)
                .containsEntry(clean, ScopeRow.Presence.ABSENT)
                .containsEntry(unknown, ScopeRow.Presence.UNKNOWN)
                .containsEntry(named, ScopeRow.Presence.NAMED);
    }

    @Test
    void mergesAndSplitsWithHistoryAndTakesSignalsAlong() {
        String one = cve();
        String two = cve();
        VulnerabilityCase first = open("merged", one);
        VulnerabilityCase second = open("target", two);
        Signal signal = signals.enter(actor(), SignalDraft.of(Origin.OTHER, Tlp.AMBER, "of the first"));
        signalActs.join(actor(), READER, signal.id(), first.number(), null);

        merges.merge(actor(), READER, first.number(), second.number(), "the same flaw");

        VulnerabilityCase closed = cases.get(READER, first.number());
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.mergedInto()).isEqualTo(second.number());
        assertThat(cases.get(READER, second.number()).vulnerabilities()).containsExactlyInAnyOrder(one, two);
        assertThat(signals.get(READER, signal.id()).ofCase()).isEqualTo(second.number());

        VulnerabilityCase split = merges.split(
                actor(), READER, second.number(), new CaseDraft("apart", null), List.of(one), "not the same");

        assertThat(split.vulnerabilities()).containsExactly(one);
        assertThat(split.splitFrom()).isEqualTo(second.number());
        assertThat(cases.get(READER, second.number()).vulnerabilities()).containsExactly(two);
    }

    @Test
    void remembersWhatEachPersonHasRead() {
        VulnerabilityCase one = open("talk");
        Reader hers = new Reader(clara.actor().id(), true, null);
        talk.say(actor(), READER, one.number(), null, "What do you think?");

        assertThat(talk.comments(hers, one.number())).allMatch(Comment::unread);
        talk.markRead(hers, one.number());
        assertThat(talk.comments(hers, one.number())).noneMatch(Comment::unread);
        talk.say(actor(), READER, one.number(), null, "Still there?");
        assertThat(talk.comments(hers, one.number()))
                .filteredOn(Comment::unread)
                .extracting(Comment::text)
                .containsExactly("Still there?");
    }

    @Test
    void tellsAtHomeThatATaskIsOverdue() {
        VulnerabilityCase one = open("overdue");
        LocalDate past = LocalDate.of(2020, 2, 29);
        talk.addTask(paul.actor(), READER, one.number(), "Answer the finder", paul.account(), past);

        assertThat(browser.get("/").body()).contains("My cases and tasks", "Answer the finder", "2020-02-29, overdue");
    }

    @Test
    void letsNoInspectorTakePart() {
        VulnerabilityCase one = open("inspector");
        AccountId account = java.util.Objects.requireNonNull(inspector.account());

        assertThat(teams.peopleAndRoles(READER)).containsKey(clara.account()).doesNotContainKey(account);
        assertThatThrownBy(() -> teams.add(paul.actor(), READER, one.number(), account))
                .hasMessageContaining("no such person");
    }

    @Test
    void tellsEachPersonWhatIsToBeDone() {
        VulnerabilityCase one = open("tasks");
        UUID task = talk.addTask(actor(), READER, one.number(), "Rate the harm", clara.account(), null);

        assertThat(teams.participants(READER, one.number()))
                .extracting(Participant::account)
                .contains(clara.account());
        Reader hers = new Reader(clara.actor().id(), true, null);
        assertThat(talk.tasksOf(hers, java.util.Objects.requireNonNull(clara.account()), 10))
                .extracting(Task::title)
                .contains("Rate the harm");
        talk.finishTask(clara.actor(), READER, one.number(), task, true);
        assertThat(talk.tasksOf(hers, clara.account(), 10))
                .noneMatch(open -> open.id().equals(task));
    }

    @Test
    void isWorkedOnFromItsPage() {
        String cve = cve();
        var opened = browser.submit(
                "/cases/new", "/cases", Map.of("title", "Page <i>case", "vulnerabilities", cve, "own", "true"));
        assertThat(opened.statusCode()).isEqualTo(302);
        String here = opened.headers().firstValue("location").orElseThrow();
        String path = here.substring(here.indexOf("/cases"));
        String page = browser.get(path).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Page &lt;i&gt;case", cve, "A flaw of our own code", "Remediation development");

        assertThat(browser.submit(path, path + "/phase", Map.of("phasePhase", "verification"))
                        .statusCode())
                .isEqualTo(302);
        var refused = browser.submit(path, path + "/phase", Map.of("phasePhase", "receipt", "phaseBecause", ""));
        assertThat(refused.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(refused.body());
        assertThat(refused.body()).contains("This is missing.");
        browser.submit(path, path + "/tasks", Map.of("doTask", "Look at it", "doAssignee", "", "doDue", "2026-01-01"));
        browser.submit(path, path + "/comments", Map.of("sayComment", "First <script>words"));
        browser.upload(path, path + "/files", "trace.log", new byte[] {1, 2});
        String full = browser.get(path).body();
        PageAsserts.assertSound(full);
        assertThat(full)
                .contains(
                        "Look at it",
                        "Overdue",
                        "First &lt;script&gt;words",
                        "trace.log",
                        "Phase entered",
                        "Own flaw added");
        var twice = browser.submit("/cases/new", "/cases", Map.of("title", "Again", "vulnerabilities", cve));
        assertThat(twice.statusCode()).isEqualTo(409);
        String list = browser.get("/cases?vulnerability=" + cve).body();
        PageAsserts.assertSound(list);
        assertThat(list).contains("Page &lt;i&gt;case").doesNotContain("Again");
    }
}
