package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.device.DeviceDraft;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Devices;
import dev.ward.device.PopulationDraft;
import dev.ward.device.PopulationKind;
import dev.ward.device.Populations;
import dev.ward.handling.CaseAssessments;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.product.Classification;
import dev.ward.product.DeviceType;
import dev.ward.product.MarketClass;
import dev.ward.product.ProductId;
import dev.ward.product.Profile;
import dev.ward.product.Profiles;
import dev.ward.product.Purpose;
import dev.ward.product.ReleaseId;
import dev.ward.reach.Reach;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.ReachedCountry;
import dev.ward.reach.Reaches;
import dev.ward.reach.Subject;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.EventDraft;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Drafts of a case as it is kept: who has it, where the units are, and what stays hidden.
@WardTest
class DraftedCaseTest {

    private static final Actor ADA = Actor.machine("ada");
    private static final Reader READER = Reader.machine("ada");
    private static final AtomicInteger FLAWS = new AtomicInteger(77_000);

    private final RestClientOfTests ward;
    private final Map<DraftKind, Drafting> draftings = new EnumMap<>(DraftKind.class);
    private final Drafts drafts;
    private final TestCallers callers;
    private final CaseReadings readings;
    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseAssessments assessments;
    private final AdverseEvents events;
    private final Devices devices;
    private final Populations populations;
    private final Profiles profiles;
    private final Reaches reaches;
    private final Browser browser;
    private final Caller owner;
    private final Reader own;

    private ProductId product = new ProductId(UUID.randomUUID());
    private ReleaseId release = new ReleaseId(UUID.randomUUID());
    private CaseNumber number = CaseNumber.of("C-0000-0000");
    private String flaw = "";

    @Autowired
    DraftedCaseTest(
            @LocalServerPort int port,
            TestCallers callers,
            List<Drafting> draftings,
            Drafts drafts,
            CaseReadings readings,
            Cases cases,
            CaseScopes scopes,
            CaseTeams teams,
            CaseAssessments assessments,
            AdverseEvents events,
            Devices devices,
            Populations populations,
            Profiles profiles,
            Reaches reaches) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        draftings.forEach(one -> this.draftings.put(one.kind(), one));
        this.drafts = drafts;
        this.callers = callers;
        this.readings = readings;
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.assessments = assessments;
        this.events = events;
        this.devices = devices;
        this.populations = populations;
        this.profiles = profiles;
        this.reaches = reaches;
        this.browser = callers.signedIn(port, "product-security");
        this.owner = callers.caller("product-security");
        this.own = new Reader(owner.actor().id(), true, null);
    }

    @BeforeEach
    void fill() {
        String name = "Vigil pump " + UUID.randomUUID();
        String id = ward.post("/products", "{\"name\": \"%s\"}".formatted(name))
                .at("/id")
                .asString();
        product = ProductId.of(id);
        String version = ward.releaseOf(id, "1.0");
        release = ReleaseId.of(version);
        flaw = "CVE-2026-" + FLAWS.incrementAndGet();
        ward.load("osv", """
            {"id": "%1$s", "modified": "2026-01-02T00:00:00Z", "summary": "runs code from a server",
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.vigil:%1$s"},
               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
            """.formatted(flaw).replace('\n', ' '));
        ward.upload(version, """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "name": "%1$s", "group": "org.vigil", "version": "1.0",
               "purl": "pkg:maven/org.vigil/%1$s@1.0"}]}
            """.formatted(flaw));
        profiles.replace(
                ADA,
                READER,
                new DeviceType(product, null),
                0,
                Profile.UNSAID
                        .with(new Purpose("Infusion pump", "Gives drugs", null, "Adults", 10))
                        .with(new Classification(List.of(
                                new MarketClass("US", "III", "FRN", null, null, null),
                                new MarketClass("EU", "MDR IIb", "A03010102", null, null, "BASIC-1")))));
        number = open("A hole in " + name);
    }

    private CaseNumber open(String title) {
        CaseNumber opened =
                cases.open(owner.actor(), new CaseDraft(title, null)).number();
        scopes.add(owner.actor(), own, opened, flaw);
        return opened;
    }

    private void device(String serial, @Nullable ReleaseId installed, @Nullable String country) {
        devices.create(
                ADA,
                READER,
                new DeviceDraft(
                        product,
                        null,
                        "09506000134352",
                        serial,
                        "L1",
                        LocalDate.parse("2025-02-03"),
                        null,
                        installed,
                        null,
                        null,
                        null,
                        country,
                        null,
                        null,
                        null,
                        null,
                        DeviceStatus.IN_USE));
    }

    private Items draft(DraftKind kind, Reader reader, CaseNumber of) {
        return Items.byNumber(Objects.requireNonNull(draftings.get(kind))
                .draft(readings.of(reader, of))
                .items());
    }

    @Test
    void countriesReconcileWithReach() {
        device("E-1", release, "DE");
        device("E-2", release, "DE");
        device("E-3", release, "US");
        device("E-4", release, null);
        device("E-5", null, "FR");
        populations.create(
                ADA,
                READER,
                new PopulationDraft(
                        PopulationKind.LOT,
                        product,
                        null,
                        null,
                        "L9",
                        release,
                        null,
                        null,
                        "FR",
                        null,
                        DeviceStatus.IN_USE,
                        40,
                        false,
                        null,
                        null));
        List<Subject> its =
                List.of(reaches.find(READER, Subject.Kind.VULNERABILITY, flaw).orElseThrow());
        Reach reach = reaches.ofAny(READER, its, ReachFilter.inField());
        List<ReachedCountry> countries = reaches.countriesOfAny(READER, its, ReachFilter.inField());
        assertThat(countries.stream().mapToLong(ReachedCountry::devices).sum()).isEqualTo(reach.devices());
        assertThat(countries.stream().mapToLong(ReachedCountry::counted).sum()).isEqualTo(reach.counted());
        assertThat(countries.stream().mapToLong(ReachedCountry::possible).sum()).isEqualTo(reach.possible());
        assertThat(countries.stream().mapToLong(ReachedCountry::unknown).sum()).isEqualTo(reach.unknown());
        assertThat(reach.devices()).isEqualTo(4);
        assertThat(countries).anyMatch(one -> "FR".equals(one.country()) && one.counted() == 40 && one.unknown() == 1);
        assertThat(countries.getLast().country()).as("not known").isNull();

        DraftItem european = draft(DraftKind.EU_FSCA, READER, number).get("7/7");
        assertThat(european.missing()).contains("The country of ", "here ");
        assertThat(european.contents()).isNotEmpty();
    }

    @Test
    void theDeviceOfAnEventIsFoundInTheRegistry() {
        device("V-1", release, "DE");
        events.enter(
                owner.actor(),
                own,
                number,
                new EventDraft(
                        "malfunction",
                        LocalDate.now(ZoneOffset.UTC).minusDays(3).toString(),
                        null,
                        "It stopped.",
                        "v-1, V-2"));
        Items american = draft(DraftKind.FDA_3500A, READER, number);
        assertThat(DraftsOfAFullCaseTest.text(american.get("event 1 · D4")))
                .contains(
                        "serial V-1",
                        "lot L1",
                        "UDI-DI 09506000134352",
                        "serial V-2, which the registry does not know");
        assertThat(DraftsOfAFullCaseTest.text(american.get("event 1 · H4"))).isEqualTo("2025-02-03 (serial V-1)");
        assertThat(DraftsOfAFullCaseTest.text(american.get("event 1 · D2"))).contains("FRN", "Infusion pump");
        assertThat(american.get("event 1 · G4").missing()).isNotNull();
        Items european = draft(DraftKind.EU_MIR, READER, number);
        assertThat(DraftsOfAFullCaseTest.text(european.get("event 1 · 2.4"))).contains("MDR IIb");
        assertThat(DraftsOfAFullCaseTest.text(european.get("event 1 · 1.1"))).contains("DE (serial V-1)");
        assertThat(european.get("event 1 · 1.2.g").missing())
                .as("a malfunction")
                .isNotNull();
        assertThat(DraftsOfAFullCaseTest.text(european.get("event 1 · 4.2/1")))
                .contains(flaw + ": runs code from a server");
    }

    @Test
    void whatNobodyAssessedIsMissingAndNotHarmless() {
        Items hazard = draft(DraftKind.FDA_HHE, READER, number);
        String unassessed = "Harm to patients is not assessed. %s in Vigil pump ".formatted(flaw);
        assertThat(hazard.get("(a)(4)").missing()).startsWith(unassessed).endsWith(" is not assessed.");
        for (String item : List.of("(a)(2)", "(a)(3)", "(a)(5)", "(a)(6)/1", "(a)(6)/2")) {
            assertThat(hazard.get(item).missing()).contains(flaw + " in Vigil pump ");
        }
        assertThat(hazard.get("Conclusion").contents()).isEmpty();
        assertThat(hazard.get("Conclusion").missing()).startsWith("Nobody has concluded.");
        assertThat(draft(DraftKind.FDA_814_84, READER, number).get("0").missing())
                .isNull();
        assertThat(draft(DraftKind.FDA_814_84, READER, number).get("(3)").missing())
                .isNotNull();
    }

    @Test
    void whatAPersonSaidOfEventsIsReadInOtherForms() {
        Caller regulatory = callers.caller("quality-regulatory");
        drafts.answer(regulatory.actor(), own, DraftKind.FDA_806_10, number, "(c)(8)", "None is known.", null);
        DraftItem harmed = draft(DraftKind.FDA_HHE, READER, number).get("(a)(1)");
        assertThat(DraftsOfAFullCaseTest.text(harmed))
                .startsWith("Said in the report of the correction by ")
                .endsWith(": None is known.");
        assertThat(harmed.missing()).isNull();
    }

    @Test
    @Statement("X5")
    void anAssessmentOfAnEmbargoedCaseStaysInItsOwnDraft() {
        CaseNumber secret =
                cases.open(owner.actor(), new CaseDraft("Secret", null)).number();
        teams.embargo(
                owner.actor(),
                own,
                secret,
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        scopes.add(owner.actor(), own, secret, flaw);
        assessments.open(owner.actor(), own, secret, flaw, product);
        assertThat(draft(DraftKind.FDA_HHE, own, secret).get("(a)(4)").missing())
                .startsWith(flaw + " in ");
        assertThat(draft(DraftKind.FDA_HHE, own, number).get("(a)(4)").missing())
                .as("even for whoever is read in to the other")
                .startsWith("Harm to patients is not assessed. ");
        Reader other = new Reader(UUID.randomUUID().toString(), true, null);
        assertThatThrownBy(() -> draft(DraftKind.FDA_3500A, other, secret)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FDA_3500A", "EU_MIR", "EU_FSCA", "FDA_814_84", "FDA_HHE"})
    void eachIsAPageAndAFile(DraftKind kind) {
        device("G-" + kind.slug(), release, "DE");
        for (String serial : List.of("G-" + kind.slug(), "G-2")) {
            events.enter(owner.actor(), own, number, new EventDraft("malfunction", null, null, "It stopped.", serial));
        }
        String page = "/cases/" + number + "/due/drafts/" + kind.slug();
        String shown = browser.get(page).body();
        PageAsserts.assertSound(shown);
        assertThat(shown)
                .contains(kind == DraftKind.FDA_HHE ? "Not a conclusion" : "Not a submission", "where it is entered");
        assertThat(browser.get(page + "/draft.pdf").statusCode()).isEqualTo(200);
        assertThat(browser.get(page + "/draft.json").body()).contains("\"" + kind.slug() + "\"");
    }
}
