package dev.ward.standards.gudid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RealGudidTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    private final List<GudidDevice> devices = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    @Test
    void readsEveryDeviceOfTheReleaseWithEveryIdentifier() throws Exception {
        assertThat(read("gudid/gudid-devices.xml.gz")).isEqualTo(3_581);

        Map<String, Integer> checked = new TreeMap<>();
        for (GudidDevice device : devices) {
            for (GudidIdentifier one : device.identifiers()) {
                checked.merge(one.role() + " " + one.agency() + (one.di() == null ? " broken" : ""), 1, Integer::sum);
            }
        }
        assertThat(checked)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PRIMARY GS1", 3_580,
                        "PRIMARY HIBCC broken", 1,
                        "SECONDARY HIBCC", 480,
                        "PACKAGE GS1", 1_267,
                        "UNIT_OF_USE GS1", 18));
        // a GTIN whose labeler chose HIBCC by mistake
        assertThat(unread).singleElement().satisfies(one -> {
            assertThat(one.lost()).isFalse();
            assertThat(one.what()).isEqualTo("identifier \"00841523106431\"");
        });
    }

    @Test
    void losesNoFieldOfTheRelease() throws Exception {
        read("gudid/gudid-devices.xml.gz");

        assertThat(devices).allSatisfy(device -> {
            assertThat(device.brand()).isNotEmpty();
            assertThat(device.company()).isNotEmpty();
            assertThat(device.publication().published()).isNotNull();
        });
        // one device leaves one open
        assertThat(devices.stream().mapToInt(device -> device.flags().size()).sum())
                .isEqualTo(3_581 * GudidFlag.values().length - 1);
        assertThat(devices.stream()
                        .mapToInt(device -> device.gmdnTerms().size())
                        .sum())
                .isEqualTo(3_616);
        assertThat(devices.stream()
                        .mapToInt(device -> device.productCodes().size())
                        .sum())
                .isEqualTo(3_554);
    }

    @Test
    void readsALabelMadeOfEachIdentifier() throws Exception {
        read("gudid/gudid-devices.xml.gz");

        for (GudidDevice device : devices) {
            DeviceIdentifier di = device.primary().di();
            if (di != null) {
                Udi udi = Udi.parse("(01)" + di + "(17)261231(21)S1", TODAY).orElseThrow();
                assertThat(udi.di()).isEqualTo(di);
            }
        }
    }

    @Test
    void readsTheSampleOfOpenFdasOwnTests() throws Exception {
        assertThat(read("gudid/openfda-test.xml")).isEqualTo(1);

        GudidDevice device = devices.getFirst();
        assertThat(device.identifiers()).allSatisfy(one -> assertThat(one.di()).isNotNull());
        assertThat(device.premarket()).containsExactly("K094035", "P950002/S001");
        assertThat(unread).isEmpty();
    }

    @Test
    void readsEveryVersionOfAccessGudidsHistories() throws Exception {
        assertThat(read("accessgudid-api/json_devices_history_by_device_identifier_code.json"))
                .isEqualTo(2);
        assertThat(read("accessgudid-api/json_devices_history_by_public_record_key_code.json"))
                .isEqualTo(4);

        assertThat(devices).extracting(device -> device.publication().version()).containsExactly(3, 2, 5, 4, 3, 2);
        assertThat(devices).allSatisfy(device -> assertThat(device.di()).isPresent());
        assertThat(unread).isEmpty();
    }

    private long read(String name) throws IOException, UnreadableInput {
        Path file = RealFiles.need(name);
        try (InputStream in = RealFiles.open(file)) {
            return GudidReader.read(in, devices::add, new UnreadReport(name, unread::add));
        }
    }
}
