package dev.ward.standards.gudid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.IssuingAgency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GudidReaderTest {

    private static final String RELEASE = """
        <gudid xmlns="http://www.fda.gov/cdrh/gudid" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <header><fileName>x.xml</fileName></header>
          <device>
            <publicDeviceRecordKey>33e1d2ec-8555-43d0-8421-b208e7185d06</publicDeviceRecordKey>
            <publicVersionNumber>3</publicVersionNumber>
            <publicVersionDate>2026-01-05</publicVersionDate>
            <deviceRecordStatus>Published</deviceRecordStatus>
            <devicePublishDate>2015-09-24</devicePublishDate>
            <deviceCommDistributionEndDate xsi:nil="true"/>
            <deviceCommDistributionStatus>In Commercial Distribution</deviceCommDistributionStatus>
            <identifiers>
              <identifier>
                <deviceId>00841542103688</deviceId>
                <deviceIdType>Primary</deviceIdType>
                <deviceIdIssuingAgency>GS1</deviceIdIssuingAgency>
                <containsDINumber xsi:nil="true"/>
              </identifier>
              <identifier>
                <deviceId>10841542103685</deviceId>
                <deviceIdType>Package</deviceIdType>
                <deviceIdIssuingAgency>GS1</deviceIdIssuingAgency>
                <containsDINumber>00841542103688</containsDINumber>
                <pkgQuantity>25</pkgQuantity>
                <pkgDiscontinueDate>2025-11-11</pkgDiscontinueDate>
                <pkgStatus>Not in Commercial Distribution</pkgStatus>
                <pkgType>case</pkgType>
              </identifier>
            </identifiers>
            <brandName>Infuser</brandName>
            <versionModelNumber>X-1</versionModelNumber>
            <catalogNumber>C 7</catalogNumber>
            <dunsNumber>123456789</dunsNumber>
            <companyName>Smith &amp; Sons</companyName>
            <deviceCount>2</deviceCount>
            <deviceDescription>Of two
               lines</deviceDescription>
            <lotBatch>true</lotBatch>
            <serialNumber>false</serialNumber>
            <MRISafetyStatus>MR Unsafe</MRISafetyStatus>
            <gmdnTerms><gmdn><gmdnCode>43691</gmdnCode><gmdnPTName>Pump</gmdnPTName></gmdn></gmdnTerms>
            <productCodes>
              <fdaProductCode><productCode>FRN</productCode><productCodeName>Pump, infusion</productCodeName>
              </fdaProductCode>
            </productCodes>
            <sterilization><deviceSterile>true</deviceSterile></sterilization>
            <premarketSubmissions xmlns="">
              <premarketSubmission><submissionNumber>K094035</submissionNumber>
                <supplementNumber>000</supplementNumber></premarketSubmission>
              <premarketSubmission><submissionNumber>P950002</submissionNumber>
                <supplementNumber>001</supplementNumber></premarketSubmission>
            </premarketSubmissions>
          </device>
        </gudid>
        """;

    private static final String OPEN_FDA = """
        {"meta": {"disclaimer": "…"}, "results": [{
          "public_device_record_key": "33e1d2ec-8555-43d0-8421-b208e7185d06", "public_version_number": "3",
          "public_version_date": "2026-01-05", "record_status": "Published", "publish_date": "2015-09-24",
          "commercial_distribution_status": "In Commercial Distribution",
          "identifiers": [
            {"id": "00841542103688", "type": "Primary", "issuing_agency": "GS1"},
            {"id": "10841542103685", "type": "Package", "issuing_agency": "GS1", "quantity_per_package": "25",
             "unit_of_use_id": "00841542103688", "package_discontinue_date": "2025-11-11",
             "package_status": "Not in Commercial Distribution", "package_type": "case"}],
          "brand_name": "Infuser", "version_or_model_number": "X-1", "catalog_number": "C 7",
          "labeler_duns_number": "123456789", "company_name": "Smith & Sons", "device_count_in_base_package": 2,
          "device_description": "Of two lines", "has_lot_or_batch_number": "true", "has_serial_number": false,
          "mri_safety": "MR Unsafe", "gmdn_terms": [{"code": "43691", "name": "Pump", "definition": "…"}],
          "product_codes": [{"code": "FRN", "name": "Pump, infusion", "openfda": {"device_class": "2"}}],
          "sterilization": {"is_sterile": "true"}, "device_sizes": [{"value": "1"}],
          "premarket_submissions": [{"submission_number": "K094035", "supplement_number": "000"},
            {"submission_number": "P950002", "supplement_number": "001"}]}]}
        """;

    private static final String ACCESS_GUDID = """
        {"gudid": {"device": {
          "publicDeviceRecordKey": "33e1d2ec-8555-43d0-8421-b208e7185d06", "publicVersionNumber": 3,
          "publicVersionDate": "2026-01-05T00:00:00.000Z", "deviceRecordStatus": "Published",
          "devicePublishDate": "2015-09-24T00:00:00.000Z", "deviceCommDistributionEndDate": null,
          "deviceCommDistributionStatus": "In Commercial Distribution",
          "identifiers": {"identifier": [
            {"deviceId": "00841542103688", "deviceIdType": "Primary", "deviceIdIssuingAgency": "GS1",
             "containsDINumber": null, "pkgQuantity": null},
            {"deviceId": "10841542103685", "deviceIdType": "Package", "deviceIdIssuingAgency": "GS1",
             "containsDINumber": "00841542103688", "pkgQuantity": 25, "pkgDiscontinueDate": "2025-11-11",
             "pkgStatus": "Not in Commercial Distribution", "pkgType": "case"}]},
          "brandName": "Infuser", "versionModelNumber": "X-1", "catalogNumber": "C 7", "dunsNumber": "123456789",
          "companyName": "Smith & Sons", "deviceCount": 2, "deviceDescription": "Of two lines", "lotBatch": true,
          "serialNumber": false, "MRISafetyStatus": "MR Unsafe",
          "gmdnTerms": {"gmdn": {"gmdnCode": "43691", "gmdnPTName": "Pump"}},
          "productCodes": {"fdaProductCode": [{"productCode": "FRN", "productCodeName": "Pump, infusion"}]},
          "sterilization": {"deviceSterile": true},
          "premarketSubmissions": {"premarketSubmission": [
            {"submissionNumber": "K094035", "supplementNumber": "000"},
            {"submissionNumber": "P950002", "supplementNumber": "001"}]}}},
         "productCodes": [{"productCode": "FRN", "deviceClass": "2"}]}
        """;

    private final List<GudidDevice> devices = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    @Test
    void readsADeviceOfTheRelease() throws Exception {
        assertThat(read(RELEASE)).isEqualTo(1);

        GudidDevice device = devices.getFirst();
        assertThat(device.di()).contains(new DeviceIdentifier(IssuingAgency.GS1, "00841542103688"));
        assertThat(device.brand()).isEqualTo("Infuser");
        assertThat(device.company()).isEqualTo("Smith & Sons");
        assertThat(device.description()).isEqualTo("Of two lines");
        assertThat(device.deviceCount()).isEqualTo(2);
        assertThat(device.is(GudidFlag.LOT)).isTrue();
        assertThat(device.is(GudidFlag.SERIAL)).isFalse();
        assertThat(device.is(GudidFlag.EXPIRY)).isNull();
        assertThat(device.is(GudidFlag.STERILE)).isTrue();
        assertThat(device.gmdnTerms()).containsExactly(new GudidTerm("43691", "Pump"));
        assertThat(device.productCodes()).containsExactly(new GudidTerm("FRN", "Pump, infusion"));
        assertThat(device.premarket()).containsExactly("K094035", "P950002/S001");
        assertThat(device.publication().published()).isEqualTo(LocalDate.of(2015, 9, 24));
        assertThat(device.publication().version()).isEqualTo(3);
        assertThat(device.publication().distributionEnded()).isNull();
        GudidIdentifier box = device.identifiers(GudidIdentifier.Role.PACKAGE).getFirst();
        assertThat(box.contains()).isEqualTo("00841542103688");
        assertThat(box.quantity()).isEqualTo(25);
        assertThat(box.packageType()).isEqualTo("case");
        assertThat(unread).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {OPEN_FDA, ACCESS_GUDID})
    void readsTheSameFromTheOtherShapes(String json) throws Exception {
        read(RELEASE);

        assertThat(read(json)).isEqualTo(1);
        assertThat(devices.getLast()).isEqualTo(devices.getFirst());
        assertThat(unread).isEmpty();
    }

    @Test
    void readsAListOfDevicesAlone() throws Exception {
        String list = OPEN_FDA.substring(OPEN_FDA.indexOf("[{"), OPEN_FDA.lastIndexOf('}'));

        assertThat(read(list)).isEqualTo(1);
    }

    @Test
    void tellsADeviceWithoutAPrimaryIdentifierAndReadsTheOthers() throws Exception {
        String bad = RELEASE.replace(">Primary<", ">Previous<");
        String two = bad.replace("</gudid>", RELEASE.substring(RELEASE.indexOf("<device>")));

        assertThat(read(two)).isEqualTo(1);
        assertThat(unread).extracting(Unread::reason).containsExactly("has no primary identifier");
    }

    @Test
    void keepsAnIdentifierThatBreaksTheRulesOfItsAgencyAndSaysSo() throws Exception {
        read(RELEASE.replace("<deviceId>00841542103688", "<deviceId>00841542103689"));

        assertThat(devices.getFirst().di()).isEmpty();
        assertThat(devices.getFirst().primary().value()).isEqualTo("00841542103689");
        assertThat(unread).singleElement().satisfies(one -> {
            assertThat(one.lost()).isFalse();
            assertThat(one.reason()).contains("\"9\" and ought to be \"8\"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<deviceCount>many", "<publicVersionDate>2026-13-01", "<lotBatch>perhaps", "<pkgQuantity>1.5"})
    void tellsAValueThatIsNone(String bad) throws Exception {
        String tag = bad.substring(0, bad.indexOf('>') + 1);
        int at = RELEASE.indexOf(tag);
        String text = RELEASE.substring(0, at) + bad + RELEASE.substring(RELEASE.indexOf("</", at));

        assertThat(read(text)).isEqualTo(1);
        assertThat(unread).singleElement().satisfies(one -> {
            assertThat(one.lost()).isTrue();
            assertThat(one.reason()).contains("\"" + bad.substring(tag.length()) + "\"");
        });
    }

    @Test
    void fetchesNothingThatADocumentNames() {
        String hostile =
                "<!DOCTYPE gudid [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + RELEASE.replace("Infuser", "&x;");

        assertThatThrownBy(() -> read(hostile))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("document type declaration");
        assertThat(devices).isEmpty();
    }

    @Test
    void boundsWhatOneRecordMayHold() throws Exception {
        String identifier = RELEASE.substring(RELEASE.indexOf("<identifier>"), RELEASE.indexOf("</identifiers>"));
        String lengthy = RELEASE.replace("Infuser", "I".repeat(9_000));

        read(lengthy.replace("<identifiers>", "<identifiers>" + identifier.repeat(1_500)));

        assertThat(devices.getFirst().identifiers()).hasSize(2_000);
        assertThat(devices.getFirst().brand()).isEmpty();
        assertThat(unread).anySatisfy(one -> assertThat(one.reason()).contains("longer than 8000 characters"));
        assertThat(unread).anySatisfy(one -> assertThat(one.reason()).contains("at most 2000"));
    }

    @Test
    void readsTheOtherVersionsOfAHistoryWhenOneIsBroken() throws Exception {
        String whole = RELEASE.substring(RELEASE.indexOf("<device>"), RELEASE.indexOf("</gudid>"))
                .replace("<device>", "<device xmlns='http://www.fda.gov/cdrh/gudid' xmlns:xsi='x'>")
                .replace("\n", " ")
                .replace("\"", "'");
        String history = "{\"history\": {\"2\": {\"xml\": \"" + whole.substring(0, 900) + "\"}, \"1\": {\"xml\": \""
                + whole + "\"}}}";

        assertThat(read(history)).isEqualTo(1);
        assertThat(unread).singleElement().satisfies(one -> {
            assertThat(one.lost()).isTrue();
            assertThat(one.location().pointer()).isEqualTo("/history/2/xml");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "%PDF-1.7", "{\"results\": [", "<gudid><device>"})
    void refusesWhatIsNoneOfTheShapes(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableInput.class);
    }

    @Test
    void readsNothingFromOtherDocuments() throws Exception {
        assertThat(read("{\"bomFormat\": \"CycloneDX\"}")).isZero();
        assertThat(read("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\"/>")).isZero();
    }

    private long read(String text) throws IOException, UnreadableInput {
        return GudidReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                devices::add,
                new UnreadReport("gudid", unread::add));
    }
}
