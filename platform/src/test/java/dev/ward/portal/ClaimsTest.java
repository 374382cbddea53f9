package dev.ward.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ward.WardTest;
import dev.ward.device.Device;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Devices;
import dev.ward.device.FactSource;
import dev.ward.device.TestFleet;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class ClaimsTest {

    private static TwoHospitals.@Nullable Both made;

    private final TwoHospitals.Both both;
    private final Devices devices;
    private final JdbcClient jdbc;
    private final Api north;
    private final Api staff;

    @Autowired
    ClaimsTest(
            @LocalServerPort int port, TwoHospitals hospitals, TestCallers callers, Devices devices, JdbcClient jdbc) {
        this.both = once(hospitals);
        this.devices = devices;
        this.jdbc = jdbc;
        this.north = Api.at(port, callers.token(both.north().person()));
        this.staff = Api.at(port, callers.token("field-service"));
    }

    private static TwoHospitals.Both once(TwoHospitals hospitals) {
        if (made == null) {
            made = hospitals.make();
        }
        return made;
    }

    /// Each test says its own: what is left open of others must not be said already.
    @BeforeEach
    void answerAll() {
        for (JsonNode claim :
                staff.get("/api/v1/claims?state=open&limit=500").json().path("items")) {
            String id = claim.path("id").asString();
            assertThat(staff.post("/api/v1/claims/" + id + "/refuse", "{\"reason\": \"made anew\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private Device device() {
        return devices.get(TestFleet.READER, both.north().device().id());
    }

    private String said(String json) {
        Answer answer = north.post("/api/v1/portal/claims", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private String about(String facts) {
        return said("{\"device\": \"%s\", %s}".formatted(both.north().device().id(), facts));
    }

    private String state(String claim) {
        return north.get("/api/v1/portal/claims/" + claim).text("state");
    }

    @Test
    void changeNothingUntilTheyAreAccepted() {
        Device before = device();

        String claim = about("\"networked\": true, \"note\": \"in the server room\"");

        assertThat(device()).isEqualTo(before);
        assertThat(state(claim)).isEqualTo("open");
        Answer accepted = staff.post("/api/v1/claims/" + claim + "/accept", "{}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(state(claim)).isEqualTo("accepted");
        assertThat(device().networked()).isTrue();
        assertThat(Objects.requireNonNull(device().confirmed()).by()).isEqualTo(FactSource.CUSTOMER);
        assertThat(jdbc.sql("SELECT source || ' ' || source_id FROM device.change_set ORDER BY number DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("customer " + claim);
    }

    @Test
    void areReadBesideWhatIsKnown() {
        String claim = about("\"version\": \"1.0\", \"networked\": false");

        JsonNode rows = staff.get("/api/v1/claims/" + claim).json().path("known");

        assertThat(rows.toString())
                .contains("\"what\":\"Release\",\"known\":\"1.0\",\"said\":\"1.0\"")
                .contains("\"what\":\"Site\",\"known\":\"Northgate Ward\"");
    }

    @Test
    void areRefusedWithAReasonThatTheCustomerReads() {
        String claim = about("\"presence\": \"lost\"");
        assertThat(staff.post("/api/v1/claims/" + claim + "/refuse", "{\"reason\": \" \"}")
                        .status())
                .isEqualTo(400);

        staff.post("/api/v1/claims/" + claim + "/refuse", "{\"reason\": \"It answered yesterday.\"}");

        JsonNode refused = north.get("/api/v1/portal/claims/" + claim).json();
        assertThat(refused.path("state").asString()).isEqualTo("refused");
        assertThat(refused.path("reason").asString()).isEqualTo("It answered yesterday.");
        assertThat(device().status()).isEqualTo(DeviceStatus.IN_USE);
        assertThat(staff.post("/api/v1/claims/" + claim + "/accept", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void areTakenOnceWhileTheyWait() {
        about("\"networked\": false");

        Answer again = north.post(
                "/api/v1/portal/claims",
                "{\"device\": \"%s\", \"networked\": false}"
                        .formatted(both.north().device().id()));

        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void areWithdrawnByTheirOwnPeopleAsLongAsTheyWait() {
        String claim = about("\"presence\": \"moved\"");

        assertThat(north.post("/api/v1/portal/claims/" + claim + "/withdraw").status())
                .isEqualTo(200);

        assertThat(state(claim)).isEqualTo("withdrawn");
        assertThat(north.post("/api/v1/portal/claims/" + claim + "/withdraw").status())
                .isEqualTo(409);
        assertThat(staff.post("/api/v1/claims/" + claim + "/accept", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void askWhichReleaseIsMeantWhereNobodyKnowsTheVersion() {
        String claim = about("\"version\": \"1.0-hotfix\", \"since\": \"2026-10-01\"");

        assertThat(staff.post("/api/v1/claims/" + claim + "/accept", "{}").status())
                .isEqualTo(400);
        Answer accepted = staff.post(
                "/api/v1/claims/" + claim + "/accept",
                "{\"release\": \"%s\"}".formatted(both.planned().id()));

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(Objects.requireNonNull(device().release()).version()).isEqualTo("9.9-planned");
    }

    @Test
    void addADeviceThatNobodyKnew() {
        String claim = said("{\"serial\": \"NORTHGATE-NEW\", \"product\": \"Shared Pump\"}");
        assertThat(staff.post("/api/v1/claims/" + claim + "/accept", "{}").status())
                .isEqualTo(400);

        Answer accepted = staff.post(
                "/api/v1/claims/" + claim + "/accept",
                "{\"product\": \"%s\"}".formatted(both.shared().id()));

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(north.get("/api/v1/portal/devices?q=gate-new").body()).contains("NORTHGATE-NEW");
    }

    @Test
    void areMadeOfOwnThingsAlone() {
        String foreign = both.south().device().id().toString();
        assertThat(north.post("/api/v1/portal/claims", "{\"device\": \"%s\"}".formatted(foreign))
                        .status())
                .isEqualTo(404);
        String own = both.north().device().id().toString();
        for (String facts : new String[] {
            "\"site\": \"%s\"".formatted(both.south().site().id()),
            "\"release\": \"%s\"".formatted(both.south().only().id()),
            "\"release\": \"%s\"".formatted(both.planned().id()),
            "\"release\": \"%s\"".formatted(both.north().only().id()),
            "\"version\": \"1.0\", \"since\": \"2999-01-01\"",
            "\"since\": \"2026-01-01\"",
            "\"presence\": \"stolen\"",
            "\"site\": \"%s\"".formatted(UUID.randomUUID())
        }) {
            assertThat(north.post("/api/v1/portal/claims", "{\"device\": \"%s\", %s}".formatted(own, facts))
                            .status())
                    .as(facts)
                    .isEqualTo(400);
        }
    }

    @Test
    void keepADeviceThatIsLostInTheField() {
        assertThat(AcceptedDevices.status(Presence.LOST, DeviceStatus.IN_USE)).isEqualTo(DeviceStatus.LOST_SIGHT_OF);
        assertThat(DeviceStatus.LOST_SIGHT_OF.isInField()).isTrue();
        assertThat(AcceptedDevices.status(Presence.HERE, DeviceStatus.LOST_SIGHT_OF))
                .isEqualTo(DeviceStatus.IN_USE);
        assertThat(AcceptedDevices.status(Presence.HERE, DeviceStatus.LOANED)).isEqualTo(DeviceStatus.LOANED);
        assertThat(AcceptedDevices.status(Presence.DECOMMISSIONED, DeviceStatus.IN_USE))
                .isEqualTo(DeviceStatus.DECOMMISSIONED);
    }

    @Test
    void cannotBeChangedOrRemovedByTheApplication() {
        String claim = about("\"presence\": \"unknown\"");

        for (String statement : new String[] {
            "UPDATE portal.claim SET state = 'accepted' WHERE id = '%s'",
            "DELETE FROM portal.claim WHERE id = '%s'",
            "DELETE FROM portal.ending WHERE claim_id = '%s'"
        }) {
            assertThat(catchThrowable(() -> jdbc.sql(statement.formatted(claim)).update()))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
