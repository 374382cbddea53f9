package dev.ward.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.customer.Customer;
import dev.ward.identity.TestCallers;
import dev.ward.product.Product;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class ImportPagesTest {

    private static final String LIST = "/devices/imports";

    private final Browser browser;
    private final TestFleet fleet;
    private final JdbcClient jdbc;

    @Autowired
    ImportPagesTest(@LocalServerPort int port, TestCallers callers, TestFleet fleet, JdbcClient jdbc) {
        this.browser = callers.signedIn(port, "field-service");
        this.fleet = fleet;
        this.jdbc = jdbc;
    }

    private static String path(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        return redirect.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private String sound(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        PageAsserts.assertSound(answer.body());
        return answer.body();
    }

    /// Uploads a file.
    ///
    /// @return the address of its mapping
    private String uploaded(String csv) {
        return uploaded(csv.getBytes(StandardCharsets.UTF_8));
    }

    private String uploaded(byte[] file) {
        String mapping = path(browser.upload(LIST, LIST, "fleet.csv", file));
        assertThat(mapping).matches(LIST + "/[0-9a-f-]{36}/mapping");
        return mapping;
    }

    /// Has a file checked.
    ///
    /// @return the address of its report, which is there
    private String checked(String mapping, Map<String, String> form) {
        String at = mapping.replaceFirst("/mapping.*", "");
        assertThat(path(browser.submit(mapping, at + "/check", form))).isEqualTo(at);
        return waited(at);
    }

    private String waited(String at) {
        while (sound(at).contains("ward-live")) {
            Thread.onSpinWait();
        }
        return at;
    }

    private long devices(Product product) {
        return jdbc.sql("SELECT count(*) FROM device.device WHERE product_id = :id")
                .param("id", product.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void leadFromTheDevicesToTheImport() {
        assertThat(sound("/devices")).contains("href=\"/devices/imports\"");
        assertThat(sound(LIST)).contains("type=\"file\"", ">Imports</a>");
    }

    @Test
    void takeAFileFromItsColumnsToTheRegistry() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        String mapping = uploaded("""
                Equipment,Sold-to,Bought
                E-1,%1$s,31.01.2026
                E-2,%1$s,31.02.2026
                E-3,Nobody at all,
                """.formatted(customer.name()));
        assertThat(sound(mapping)).contains("Equipment", "E-1", "Read as CSV, encoded as UTF-8, cells parted by comma");

        String report = checked(
                mapping,
                Map.of(
                        "column-0",
                        "serial",
                        "column-1",
                        "customer",
                        "column-2",
                        "manufactured",
                        "all-product",
                        product.name(),
                        "dates",
                        "day-first"));

        assertThat(sound(report))
                .contains("Checked, not applied", "No such date", "Customer not known", "Nobody at all")
                .contains("there is no such day: \"31.02.2026\"", "Line 3", "Line 4")
                .contains("Adds 1 device and changes 0. 2 refused rows are left out.");
        assertThat(devices(product)).isZero();
        assertThat(sound(LIST)).contains("fleet.csv", "Checked, not applied", "/devices/imports/template.xlsx");

        assertThat(path(browser.submit(report, report + "/apply", Map.of()))).isEqualTo(report);
        assertThat(sound(waited(report))).contains("Applied", "New devices").doesNotContain("Change the mapping");
        assertThat(devices(product)).isEqualTo(1);
        assertThat(path(browser.get(report + "/mapping"))).isEqualTo(report);
    }

    @Test
    void loseNothingThatWasChosenWhenTwoColumnsAreOneField() {
        String mapping = uploaded("a,b\n1,2\n");
        HttpResponse<String> refused = browser.submit(
                mapping,
                mapping.replace("/mapping", "/check"),
                Map.of("column-0", "serial", "column-1", "serial", "all-product", "<b>&\"", "addCustomers", "true"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("This is the field of the column \"a\" already.", "value=\"&lt;b>&amp;&#34;\"")
                .containsPattern("name=\"addCustomers\" value=\"true\" checked");
        PageAsserts.assertSound(refused.body());
    }

    @Test
    void sayWhatIsMissingBeforeAnythingIsChecked() {
        String mapping = uploaded("a,b\n1,2\n");
        HttpResponse<String> refused =
                browser.submit(mapping, mapping.replace("/mapping", "/check"), Map.of("column-0", "lot"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("No column is mapped to the serial number, nor to the UDI.");
    }

    @Test
    void readAFileAgainAsAPersonChooses() {
        String mapping = uploaded("Seriennummer;Produkt\nGr\u00fcn;x\n".getBytes(Charset.forName("windows-1250")));
        String again = path(browser.submit(
                mapping, mapping.replace("/mapping", "/look"), Map.of("encoding", "windows-1250", "delimiter", ",")));

        assertThat(sound(again))
                .contains("encoded as windows-1250, cells parted by comma", "The file has 1 column.")
                .contains("name=\"delimiter\" value=\",\"");
    }

    @Test
    void giveRefusedRowsBackSoThatTheyCanBeMendedAndImportedByTheSameMapping() {
        Product product = fleet.product();
        String name = "SAP " + UUID.randomUUID();
        Map<String, String> form = new HashMap<>();
        form.put("column-0", "serial");
        form.put("column-1", "lot");
        form.put("all-product", product.name());
        form.put("delimiter", ";");
        form.put("name", name);
        String report = checked(uploaded("No;Charge;Note\nA;1;fine\n;2;=cmd|' /C calc'!A0\n"), form);

        HttpResponse<String> refused = browser.get(report + "/refused.csv");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.headers().firstValue("Content-Disposition").orElse(""))
                .contains("refused-rows.csv");
        assertThat(refused.body()).isEqualToNormalizingNewlines("""
                "No","Charge","Note","Refused line","Refused because","What to do"
                "","2","'=cmd|' /C calc'!A0","3","No: the row has no serial number","A device has a serial number. What has none is entered as a lot with its quantity."
                """);
        assertThat(browser.get(report + "/refused.xlsx").statusCode()).isEqualTo(200);

        String mended = uploaded(refused.body().replace("\"\",\"2\"", "\"B\",\"2\""));
        String mapped = path(browser.submit(mended, mended.replace("/mapping", "/look"), Map.of("mapping", name)));
        assertThat(sound(mapped)).contains("cells parted by comma").doesNotContain("names columns that this file");
        Map<String, String> same = form.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("delimiter"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(sound(checked(mapped, same))).contains("Adds 1 device and changes 0. Each device");
    }

    @Test
    void keepAllRowsBackWhenAllOrNothingWasChosen() {
        Product product = fleet.product();
        String report = checked(
                uploaded("serial,product\nA,%1$s\n,%1$s\n".formatted(product.name())),
                Map.of("column-0", "serial", "column-1", "product", "allOrNothing", "true"));

        assertThat(sound(report))
                .contains("All or nothing was chosen, and 1 row is refused")
                .doesNotContain("/apply\"");
    }

    @Test
    void refuseWhatIsNoTableAndKeepItsReason() {
        HttpResponse<String> refused =
                browser.upload(LIST, LIST, "list.pdf", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is a PDF file, not a table.");
        assertThat(sound(LIST)).contains("list.pdf", "Failed");
    }

    @Test
    void offerATemplateWhoseHeadingsAreAllKnown() {
        HttpResponse<String> template = browser.get(LIST + "/template.csv");
        String mapping = uploaded(template.body());

        assertThat(sound(mapping)).contains("There are headings and no rows.");
        assertThat(sound(mapping).split(" selected>", -1)).hasSizeGreaterThan(29);
    }
}
