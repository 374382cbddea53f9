package dev.ward.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.device.Device;
import dev.ward.device.Devices;
import dev.ward.device.TestFleet;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a hospital says of its devices by file.
@WardTest
class ClaimFilesTest {

    private static final String HEAD = "device,udi,serial,release,since,site,networked,presence,note\n";

    private final TwoHospitals.Both both;
    private final Devices devices;
    private final Api north;
    private final Api south;
    private final Api staff;
    private final Browser person;

    @Autowired
    ClaimFilesTest(@LocalServerPort int port, TwoHospitals hospitals, TestCallers callers, Devices devices) {
        this.both = Made.of(hospitals);
        this.devices = devices;
        this.north = Api.at(port, callers.token(both.north().person()));
        this.south = Api.at(port, callers.token(both.south().person()));
        this.staff = Api.at(port, callers.token("field-service"));
        this.person = Browser.at(port);
        person.submit(
                "/sign-in",
                "/sign-in",
                Map.of("email", "northgate-person@example.org", "password", TestCallers.PASSWORD));
    }

    /// Once for the class.
    private static final class Made {
        private static TwoHospitals.@Nullable Both both;

        static TwoHospitals.Both of(TwoHospitals hospitals) {
            if (both == null) {
                both = hospitals.make();
            }
            return both;
        }
    }

    private Answer send(Api hospital, String lines) {
        return hospital.post("/api/v1/portal/files?name=devices.csv", HEAD + lines);
    }

    @Test
    void makesAClaimOfEachLineAndKeepsTheOthersWithTheirReason() {
        Answer sent = send(north, """
                %s,,,2.0,2026-10-01,Northgate Ward,yes,,by its number
                ,,northgate-2,,,,no,here,by its serial
                ,,NORTHGATE-2,Northgate-7,31.12.2026,,,,
                ,,SOUTHGATE-1,,,,,lost,not ours
                ,,,1.0,,,,,no name
                ,,NORTHGATE-2,,,Nowhere,,,
                ,,NORTHGATE-1,,,,perhaps,,
                """.formatted(both.north().device().id()));

        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(sent.json().get("claimed").asInt()).isEqualTo(2);
        assertThat(sent.json().get("unread").asInt()).isEqualTo(5);
        assertThat(sent.body())
                .contains("is not a date such as 2026-11-30")
                .contains("There is no device")
                .contains("Name the device by its UDI, its serial or its lot")
                .contains("You have no site")
                .contains("is neither yes nor no");
        assertThat(devices.get(TestFleet.READER, both.north().device().id()).release())
                .as("nothing is changed before it is accepted")
                .extracting(Device.Installed::version)
                .isEqualTo("1.0");
        String page = person.get("/portal/devices/files/" + sent.text("id")).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("2 lines became claims", "You have no site", "Nowhere");
        PageAsserts.assertSound(person.get("/portal/devices/files").body());
    }

    @Test
    void sendsTheSameFileTwiceWithoutSayingAnythingTwice() {
        String line = "%s,,,,,,,,twice%n".formatted(both.north().device().id());
        assertThat(send(north, line).json().get("claimed").asInt()).isEqualTo(1);

        Answer again = send(north, line);

        assertThat(again.json().get("claimed").asInt()).isZero();
        assertThat(again.json().get("repeated").asInt()).isEqualTo(1);
    }

    @Test
    void acceptsAsAConfirmationWhatComesBackUnchanged() {
        Answer exported = south.get("/api/v1/portal/devices.csv");
        assertThat(exported.body()).contains("SOUTHGATE-1", "SOUTHGATE-2").doesNotContainIgnoringCase("northgate");

        Answer sent = south.post("/api/v1/portal/files", exported.body());

        assertThat(sent.json().get("claimed").asInt()).as(sent.body()).isEqualTo(2);
        String claim = staff.get("/api/v1/claims?state=open&q=SOUTHGATE-1")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(staff.post("/api/v1/claims/" + claim + "/accept", "{}").status())
                .isEqualTo(200);
        Device confirmed = devices.get(TestFleet.READER, both.south().device().id());
        assertThat(confirmed.release()).extracting(Device.Installed::version).isEqualTo("1.0");
        assertThat(String.valueOf(confirmed.confirmed())).contains("CUSTOMER");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(north.post("/api/v1/portal/files", "<html><p>Hello</p></html>")
                        .body())
                .contains("This is a HTML file, not a table");
        assertThat(north.post("/api/v1/portal/files", "colour,size\nred,2\n").body())
                .contains("No column names the devices");
        Answer large = send(north, ",,A-1,,,,,,\n".repeat(5_001));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.body()).contains("more than 5,000 lines");
    }

    @Test
    void showsNobodyAnothersFile() {
        String id = send(
                        south,
                        "%s,,,,,,,,mine%n".formatted(both.south().device().id()))
                .text("id");

        assertThat(north.get("/api/v1/portal/files/" + id).status()).isEqualTo(404);
        assertThat(person.get("/portal/devices/files").body()).doesNotContain(id);
    }
}
