package dev.ward.standards.udi;

import static dev.ward.standards.udi.Udis.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IccbbaUdiTest {

    private static final String TISSUE =
            "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123";

    @Test
    void readsWhatAccessGudidReads() throws IOException {
        JsonNode answer = new JsonMapper()
                .readTree(RealFiles.need("accessgudid-api/json_parse_udi_by_unique_device_identifier_code.json")
                        .toFile());
        Udi udi = read(answer.get("udi").asString());

        assertThat(udi.agency().name()).isEqualTo(answer.get("issuingAgency").asString());
        assertThat(udi.di()).hasToString(answer.get("di").asString());
        assertThat(udi.serial()).isEqualTo(answer.get("serialNumber").asString());
        assertThat(udi.pi().donationId()).isEqualTo(answer.get("donationId").asString());
        assertThat(udi.expiry()).hasToString(answer.get("expirationDate").asString());
        assertThat(udi.manufactured())
                .hasToString(answer.get("manufacturingDate").asString());
        assertThat(udi.lot()).isEqualTo(answer.get("lotNumber").asString());
    }

    @Test
    void printsStructuresForPeopleAndACompoundMessageForASymbol() {
        Udi udi = read(TISSUE);

        assertThat(udi.humanReadable()).isEqualTo(TISSUE);
        assertThat(udi.elementString()).isEqualTo("=+06000" + TISSUE);
        assertThat(read(udi.elementString())).isEqualTo(udi);
    }

    @Test
    void readsABloodContainer() {
        Udi udi = read("=)1234567890&)LOT0000001");

        assertThat(udi.di()).isEqualTo(new DeviceIdentifier(IssuingAgency.ICCBBA, "1234567890"));
        assertThat(udi.lot()).isEqualTo("LOT0000001");
    }

    @ParameterizedTest
    @CsvSource({
        "=>026001, 2026-01-01",
        "=>024366, 2024-12-31",
        "=>999365, 1999-12-31",
        "&>0263652359, 2026-12-31T23:59",
        "=>500001, 2500-01-01"
    })
    void readsTheCenturyInTheYear(String structure, String expiry) {
        assertThat(read(structure).pi().expiry()).hasToString(expiry);
    }

    @Test
    void keepsStructuresThatSayNothingOfTheDevice() {
        Udi udi = read("=/A9999XYZ100T0944=*026015=<E0001V00");

        assertThat(Udis.values(udi)).contains("=* 026015", "=< E0001V00");
        assertThat(udi.manufactured()).isNull();
    }
}
