package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class ReleaseApiTest {

    private final Api api;
    private final JdbcClient jdbc;
    private final Products products;
    private String product = "";

    @Autowired
    ReleaseApiTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc, Products products) {
        this.api = Api.at(port, callers.token("product-security"));
        this.jdbc = jdbc;
        this.products = products;
    }

    @BeforeEach
    void createProduct() {
        Answer created = api.post("/api/v1/products", "{\"name\":\"Pump %s\"}".formatted(UUID.randomUUID()));
        product = created.header("Location");
    }

    private Answer release(String body) {
        return api.post(product + "/releases", body);
    }

    private boolean archived(String release) {
        return jdbc.sql("SELECT archived FROM product.published_release WHERE release_id = :id::uuid")
                .param("id", release)
                .query(Boolean.class)
                .single();
    }

    @Test
    void createsAReleaseFromAVersionAlone() {
        Answer created = release("{\"version\":\"2.1.0-rc.1+7\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("version")).isEqualTo("2.1.0-rc.1+7");
        assertThat(created.header("Location")).isEqualTo("/api/v1/releases/" + created.text("id"));
        assertThat(created.json().get("released").isNull()).isTrue();
        assertThat(api.get(created.header("Location")).json()).isEqualTo(created.json());
        assertThat(products.getRelease(ReleaseId.of(created.text("id"))).version())
                .isEqualTo("2.1.0-rc.1+7");
    }

    @Test
    void keepsTheDate() {
        Answer created = release("{\"version\":\"1\",\"released\":\"2026-02-28\"}");
        Answer cleared = api.patch(created.header("Location"), "{\"released\":null}");

        assertThat(created.text("released")).isEqualTo("2026-02-28");
        assertThat(cleared.json().get("released").isNull()).isTrue();
        assertThat(release("{\"version\":\"2\",\"released\":\"2026-02-30\"}").status())
                .isEqualTo(400);
    }

    @Test
    void hasEachVersionOncePerModel() {
        String model = api.post(product + "/models", "{\"name\":\"S\"}").text("id");
        assertThat(release("{\"version\":\"1\"}").status()).isEqualTo(201);
        assertThat(release("{\"version\":\"1\"}").status()).isEqualTo(409);
        String body = "{\"version\":\"1\",\"model\":\"%s\"}".formatted(model);

        assertThat(release(body).text("modelName")).isEqualTo("S");
        assertThat(release(body).text("detail")).isEqualTo("There is a release of version \"1\" already.");
        assertThat(api.post(product + "/models", "{\"name\":\"s\"}").status()).isEqualTo(409);
    }

    @Test
    void refusesAModelOfAnotherProduct() {
        String model = api.post(product + "/models", "{\"name\":\"S\"}").text("id");
        createProduct();

        Answer refused = release("{\"version\":\"1\",\"model\":\"%s\"}".formatted(model));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/what").asString()).isEqualTo("is not of this product");
    }

    @Test
    void isArchivedWithItsProductOrModel() {
        String model = api.post(product + "/models", "{\"name\":\"S\"}").text("id");
        String whole = release("{\"version\":\"1\"}").text("id");
        String own =
                release("{\"version\":\"1\",\"model\":\"%s\"}".formatted(model)).text("id");

        api.post("/api/v1/models/" + model + "/archive");
        assertThat(List.of(archived(whole), archived(own))).containsExactly(false, true);
        api.post(product + "/archive");
        assertThat(List.of(archived(whole), archived(own))).containsExactly(true, true);
        api.post(product + "/restore");
        api.post("/api/v1/models/" + model + "/restore");
        assertThat(List.of(archived(whole), archived(own))).containsExactly(false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "-version", "released", "-released", "created", "-created"})
    void listsEachReleaseOnceInEveryOrder(String sort) {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String date = i % 2 == 0 ? "null" : "\"2026-01-01\"";
            created.add(release("{\"version\":\"%d\",\"released\":%s}".formatted(i, date))
                    .text("id"));
        }

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode slice = api.get(product + "/releases?limit=2&sort=" + sort + "&after=" + after)
                    .json();
            slice.get("items").forEach(item -> listed.add(item.get("id").asString()));
            after = slice.get("next").asString("");
        } while (!after.isEmpty());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(created);
    }
}
