package dev.ward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.device.Change;
import dev.ward.device.Device;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Devices;
import dev.ward.device.TestFleet;
import dev.ward.identity.TestCallers;
import dev.ward.performance.Approvals;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.Functions;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.Subject;
import dev.ward.product.Product;
import dev.ward.product.Release;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Releases and devices near their end, with devices registered; and what the gates ask of other modules.
@WardTest
class DisposalTest {

    private static final String REMOVAL =
            "{\"kind\":\"removal\",\"happened\":\"2026-01-01\",\"serials\":[\"%s\"],\"decommission\":%s,\"texts\":{\"data\":\"wiped\",\"credentials\":\"erased\",\"by\":\"Fia\",\"disposal\":\"recycled\"}}";

    private final Api api;
    private final Api quality;
    private final Browser security;
    private final TestCallers callers;
    private final TestFleet fleet;
    private final Devices devices;
    private final Signing signing;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final Approvals approvals;
    private Release release;
    private Device device;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    DisposalTest(
            @LocalServerPort int port,
            TestCallers callers,
            TestFleet fleet,
            Devices devices,
            Signing signing,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            Approvals approvals) {
        this.api = Api.at(port, callers.token("product-security"));
        this.quality = Api.at(port, callers.token("quality-regulatory"));
        this.security = callers.signedIn(port, "product-security");
        this.callers = callers;
        this.fleet = fleet;
        this.devices = devices;
        this.signing = signing;
        this.performances = performances;
        this.drafts = drafts;
        this.approvals = approvals;
    }

    @BeforeEach
    void makeDevice() {
        Product product = fleet.product();
        release = fleet.release(product, "1.0");
        device = fleet.add(
                TestFleet.running(TestFleet.draft(product, "SN-1"), release.id(), DeviceStatus.OUT_OF_SERVICE));
    }

    private String path(String rest) {
        return "/api/v1/releases/" + release.id() + rest;
    }

    private String answer(String gate, String requirement) {
        for (var row : api.get(path("/gates/" + gate)).json().get("rows")) {
            if (row.get("id").asString().equals(requirement)) {
                return row.get("answer").asString() + ": " + row.get("because").asString();
            }
        }
        throw new AssertionError("no requirement " + requirement);
    }

    @Test
    void decommissionsADeviceWithTheRemovalOfItsData() {
        assertThat(answer("decommission", "decommission.devices")).startsWith("not-met: 1 unit is with the release");

        Answer recorded = api.post(path("/records"), REMOVAL.formatted("SN-1", true));

        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        Device gone = devices.get(TestFleet.READER, device.id());
        assertThat(gone.status()).isEqualTo(DeviceStatus.DECOMMISSIONED);
        assertThat(devices.history(TestFleet.READER, device.id()))
                .extracting(Change::status)
                .containsExactly(DeviceStatus.DECOMMISSIONED, DeviceStatus.OUT_OF_SERVICE);
        assertThat(answer("decommission", "decommission.devices")).startsWith("met");
        assertThat(answer("decommission", "decommission.removed"))
                .isEqualTo("met: None of 1 decommissioned device is without an entry.");
        assertThat(answer("decommission", "decommission.certificates"))
                .isEqualTo("not-met: 1 of 1 decommissioned device is without an entry.");
    }

    @Test
    void leavesTheStatusWhereTheRemovalAloneIsRecorded() {
        api.post(path("/records"), REMOVAL.formatted("SN-1", false));

        assertThat(devices.get(TestFleet.READER, device.id()).status()).isEqualTo(DeviceStatus.OUT_OF_SERVICE);
    }

    @Test
    void letsNobodyDecommissionWhoMayNotChangeDevices() {
        Answer refused = quality.post(path("/records"), REMOVAL.formatted("SN-1", true));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(devices.get(TestFleet.READER, device.id()).status()).isEqualTo(DeviceStatus.OUT_OF_SERVICE);
        assertThat(api.get(path("/records/removal")).json().get("items")).isEmpty();
    }

    @Test
    void decommissionsOnThePage() {
        String page = "/releases/" + release.id() + "/records/removal";
        PageAsserts.assertSound(security.get(page).body());

        int status = security.submit(
                        page,
                        page,
                        Map.of(
                                "serials",
                                "SN-1",
                                "happened",
                                "2026-01-01",
                                "data",
                                "wiped",
                                "credentials",
                                "erased",
                                "by",
                                "Fia",
                                "disposal",
                                "recycled",
                                "decommission",
                                "true"))
                .statusCode();

        assertThat(status).isEqualTo(302);
        assertThat(devices.get(TestFleet.READER, device.id()).status()).isEqualTo(DeviceStatus.DECOMMISSIONED);
    }

    @Test
    void listsWhatIsPastItsEndOfSupportWithoutAPlan() {
        String name = release.name();
        assertThat(security.get("/legacy").body()).doesNotContain(name);
        api.post(path("/stages"), "{\"stage\":\"end-of-support\",\"effective\":\"2025-01-01\",\"reason\":\"old\"}");

        String listed = security.get("/legacy").body();
        PageAsserts.assertSound(listed);
        assertThat(listed).contains("Past their end of support, without a plan", name, "2025-01-01");

        api.post(
                path("/records"),
                "{\"kind\":\"legacy-plan\",\"happened\":\"2026-01-01\",\"texts\":{\"controls\":\"a firewall\",\"owner\":\"Ada\",\"reviewOn\":\"2090-01-01\",\"residualRisk\":\"low\"}}");
        assertThat(security.get("/legacy").body()).doesNotContain("2025-01-01").contains(name, "a firewall");
    }

    @Test
    void asksForApprovedEssentialPerformanceBeforeTheDesignIsClosed() {
        assertThat(answer("design", "design.performance"))
                .isEqualTo("not-met: Nothing is approved of what %s must never stop doing."
                        .formatted(release.productName()));

        Subject subject =
                performances.subject(TestFleet.READER, release.product().value());
        drafts.save(callers.caller("product-security"), subject, Functions.delivery(), 0);
        assertThat(answer("design", "design.performance")).startsWith("not-met");
        approvals.approve(
                signing.confirm(
                        callers.caller("clinical-safety"),
                        Shown.of(TestCallers.email("clinical-safety"), TestCallers.PASSWORD, "UTC")),
                subject,
                performances.draft(subject).orElseThrow().sha256());

        assertThat(answer("design", "design.performance")).startsWith("met");
    }

    @Test
    void tellsOfUnitsThatNobodyCanBeToldOf() {
        String page =
                security.get("/releases/" + release.id() + "/end-of-support").body();

        PageAsserts.assertSound(page);
        assertThat(page).contains("1 unit more", "is registered with no customer");
        assertThat(answer("end-of-support", "end-of-support.notices")).startsWith("unknown");
    }

    @Test
    void showsTheGatesOfTheChosenMarket() {
        security.submit(
                "/markets", "/markets", Map.of("code", "NZ", "name", "New Zealand", "zone", "Pacific/Auckland"));

        String page = security.get("/releases/" + release.id() + "/lifecycle?market=NZ")
                .body();

        PageAsserts.assertSound(page);
        assertThat(page).contains("/gates/concept?market=NZ");
    }
}
