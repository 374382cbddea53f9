package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class SubmissionApiTest {

    private final Api api;
    private String list = "";

    @Autowired
    SubmissionApiTest(@LocalServerPort int port, TestCallers callers) {
        this.api = Api.at(port, callers.token("product-security"));
    }

    @BeforeEach
    void addARelease() {
        String product = api.post("/api/v1/products", "{\"name\":\"Pump %s\"}".formatted(UUID.randomUUID()))
                .header("Location");
        list = "/api/v1/releases/"
                + api.post(product + "/releases", "{\"version\":\"2.1\"}").text("id") + "/submissions";
    }

    @ParameterizedTest
    @CsvSource({
        "US, 510K, k123456, K123456",
        "US, PMA, P910073, P910073",
        "US, PMA_SUPPLEMENT, P910073/S001, P910073/S001",
        "US, DE_NOVO, DEN200001, DEN200001",
        "US, HDE, H123456, H123456",
        "EU, MDR_CERTIFICATE, G10 012345 0001, G10 012345 0001",
    })
    void takesTheNumbersOfItsKind(String market, String kind, String typed, String number) {
        Answer added = api.post(
                list,
                "{\"market\":\"%s\",\"kind\":\"%s\",\"number\":\"%s\",\"decided\":\"2025-03-01\"}"
                        .formatted(market, kind, typed));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("number")).isEqualTo(number);
        assertThat(api.get(list).json().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "US, 510K, P910073, number",
        "US, PMA, '', number",
        "US, MDR_CERTIFICATE, 1, kind",
        "XX, 510K, K123456, market",
    })
    void saysWhichFieldIsWrong(String market, String kind, String number, String field) {
        Answer refused =
                api.post(list, "{\"market\":\"%s\",\"kind\":\"%s\",\"number\":\"%s\"}".formatted(market, kind, number));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/where").asString()).isEqualTo(field);
    }

    @Test
    void isThereOnceAndIsEditedAndRemoved() {
        String exempt = "{\"market\":\"US\",\"kind\":\"EXEMPT\"}";
        Answer added = api.post(list, exempt);
        String path = added.header("Location");

        assertThat(api.post(list, exempt).status()).isEqualTo(409);
        assertThat(api.patch(path, "{\"kind\":\"510K\",\"number\":\"K123456\"}", "If-Match", added.header("ETag"))
                        .text("title"))
                .isEqualTo("510(k)");
        assertThat(api.patch(path, "{\"number\":\"K1\"}").status()).isEqualTo(400);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(list).json().get("items")).isEmpty();
    }
}
