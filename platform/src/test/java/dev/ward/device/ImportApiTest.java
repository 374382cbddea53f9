package dev.ward.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.product.Product;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class ImportApiTest {

    private static final String IMPORTS = "/api/v1/devices/imports";

    private final Api api;
    private final TestFleet fleet;

    @Autowired
    ImportApiTest(@LocalServerPort int port, TestCallers callers, TestFleet fleet) {
        this.api = Api.at(port, callers.token("field-service"));
        this.fleet = fleet;
    }

    private Answer ended(Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        Answer job = api.get("/api/v1/jobs/" + accepted.text("id"));
        while (!job.text("status").equals("completed") && !job.text("status").equals("failed")) {
            Thread.onSpinWait();
            job = api.get("/api/v1/jobs/" + accepted.text("id"));
        }
        return job;
    }

    private Answer sent(String query, String csv) {
        return ended(api.file(IMPORTS + "?name=fleet.csv" + query, csv));
    }

    @Test
    void checksAFileTellsOfItsRowsGivesThemBackAndAppliesTheRest() {
        Product product = fleet.product();
        Answer job = sent("&dryRun=true", "serial,product\nA,%s\n,%1$s\n".formatted(product.name()));
        String at = IMPORTS + "/" + job.at("/result/import").asString();

        assertThat(job.at("/result/outcome").asString()).isEqualTo("checked");
        assertThat(api.get(at).at("/rules/no-serial").asInt()).isEqualTo(1);
        assertThat(api.get(at + "/notes").at("/items/0/line").asInt()).isEqualTo(3);
        assertThat(api.get(at + "/refused.csv").body()).contains("\"3\",\"serial: the row has no serial number\"");
        assertThat(api.get(at + "/refused.pdf").status()).isEqualTo(404);
        assertThat(ended(api.post(at + "/apply")).at("/result/new").asString()).isEqualTo("1");
        assertThat(api.post(at + "/apply").status()).isEqualTo(409);
    }

    @Test
    void readsAFileByASavedMappingAlsoWhenItsDelimiterIsAnother() {
        Product product = fleet.product();
        String name = "ERP-" + UUID.randomUUID();
        Answer saved = api.put("/api/v1/devices/mappings/" + name, """
                {"columns": {"serial": "No"}, "constants": {"product": "%s"}, "delimiter": ";"}""".formatted(product.name()));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);

        assertThat(sent("&mapping=" + name, "No;Note\nA;x\n").at("/result/new").asString())
                .isEqualTo("1");
        assertThat(sent("&mapping=" + name, "No,Note\nB,x\n").at("/result/new").asString())
                .isEqualTo("1");
        Answer without = api.file(IMPORTS + "?mapping=" + name, "Other;Note\nB;x\n");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body()).contains("The file has no column \\\"No\\\"");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        Product product = fleet.product();
        String csv = "serial,product,customer\nA,%s,\n".formatted(product.name());
        sent("", csv);
        Answer again = sent("", csv);

        assertThat(again.at("/result/unchanged").asString()).isEqualTo("1");
        assertThat(again.at("/result/changed").asString()).isEqualTo("0");
    }
}
