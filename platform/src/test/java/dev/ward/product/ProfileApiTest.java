package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class ProfileApiTest {

    private static final String CYBER = """
            {"cyberDevice": {
                "software": {"answer": "YES", "reason": "Firmware of our own"},
                "internet": {"answer": "%s", "reason": "Wi-Fi module"},
                "vulnerable": {"answer": "YES", "reason": "A network stack"}}}
            """;

    private final Api api;
    private final JdbcClient jdbc;
    private String product = "";
    private String model = "";

    @Autowired
    ProfileApiTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.jdbc = jdbc;
    }

    @BeforeEach
    void addAProductAndAModel() {
        String name = "Pump " + UUID.randomUUID();
        product = api.post("/api/v1/products", "{\"name\":\"%s\"}".formatted(name))
                .header("Location");
        model = "/api/v1/models/"
                + api.post(product + "/models", "{\"name\":\"S\"}").text("id");
    }

    private List<String> acts(String id) {
        return jdbc.sql("SELECT body FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    void isUnsaidBeforeAnybodySaidAnything() {
        Answer profile = api.get(model + "/profile");

        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.json().get("version").asInt()).isZero();
        assertThat(profile.text("cyberDevice")).isEqualTo("UNKNOWN");
        assertThat(profile.header("ETag")).isEqualTo("\"0\"");
        assertThat(api.get(model + "/profile/versions").json().get("items")).isEmpty();
    }

    @Test
    void keepsEveryVersionWithWhoAndWhen() {
        api.put(model + "/profile", "{\"purpose\":{\"intendedUse\":\"Gives drugs.\"}}");
        api.put(model + "/profile", "{\"purpose\":{\"intendedUse\":\"Gives drugs slowly.\"}}");

        assertThat(api.get(model + "/profile").json().get("version").asInt()).isEqualTo(2);
        Answer first = api.get(model + "/profile/versions/1");
        assertThat(first.json().at("/profile/purpose/intendedUse").asString()).isEqualTo("Gives drugs.");
        assertThat(first.text("by")).isNotEmpty();
        assertThat(first.text("saved")).isNotEmpty();
        assertThat(api.get(model + "/profile/versions/3").status()).isEqualTo(404);
        Answer differences = api.get(model + "/profile/differences?from=1&to=2");
        assertThat(differences.json().at("/items/0/name").asString()).isEqualTo("purpose.intendedUse");
        assertThat(differences.json().get("items")).hasSize(1);
        assertThat(acts(model.substring(model.lastIndexOf('/') + 1)).getLast())
                .contains("profile.saved", "Gives drugs slowly.")
                .doesNotContain("commonName");
    }

    @Test
    void derivesWhetherItIsACyberDevice() {
        api.put(model + "/profile", CYBER.formatted("YES"));
        assertThat(api.get(model + "/profile").text("cyberDevice")).isEqualTo("YES");
        api.put(model + "/profile", CYBER.formatted("UNKNOWN"));
        assertThat(api.get(model + "/profile").text("cyberDevice")).isEqualTo("UNKNOWN");
        api.put(model + "/profile", CYBER.formatted("NO"));
        assertThat(api.get(model + "/profile").text("cyberDevice")).isEqualTo("NO");

        assertThat(api.put(model + "/profile", "{\"cyberDevice\":\"NO\"}").status())
                .isEqualTo(400);
        assertThat(jdbc.sql("SELECT cyber_device FROM product.published_profile WHERE model_id = :id::uuid")
                        .param("id", model.substring(model.lastIndexOf('/') + 1))
                        .query(String.class)
                        .single())
                .isEqualTo("NO");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"cyberDevice":{"internet":{"answer":"NO"}}}                                  | cyberDevice/internet/reason
            {"cyberDevice":{"software":{"answer":"YES","reason":" "}}}                     | cyberDevice/software/reason
            {"connectivity":{"connections":["NONE","WIFI"]}}                              | connectivity/connections
            {"connectivity":{"connections":["NONE"],"internet":"YES"}}                    | connectivity/internet
            {"purpose":{"expectedLife":0}}                                                | purpose/expectedLife
            {"purpose":{"intendedUse":"a\\u202eb"}}                                        | purpose/intendedUse
            {"classification":{"markets":[{"market":"XX"}]}}                              | classification/markets/0/market
            {"classification":{"markets":[{"market":"US","deviceClass":"IV"}]}}           | classification/markets/0/deviceClass
            {"classification":{"markets":[{"market":"US","productCode":"frn"}]}}          | classification/markets/0/productCode
            {"classification":{"markets":[{"market":"US","rule":"21 CFR"}]}}              | classification/markets/0/rule
            {"classification":{"markets":[{"market":"EU"},{"market":"EU"}]}}              | classification/markets
            """)
    void saysWhichFieldIsWrong(String body, String field) {
        Answer refused = api.put(model + "/profile", body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/where").asString()).isEqualTo(field);
    }

    @Test
    void refusesAVersionOverOneThatWasNotSeen() {
        Answer first = api.put(model + "/profile", "{\"purpose\":{\"users\":\"Nurses\"}}");
        api.put(model + "/profile", "{\"purpose\":{\"users\":\"Carers\"}}");

        Answer late = api.put(model + "/profile", "{}", "If-Match", first.header("ETag"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get(model + "/profile")
                        .json()
                        .at("/profile/purpose/users")
                        .asString())
                .isEqualTo("Carers");
    }

    @Test
    void savesNothingWhenNothingDiffers() {
        api.put(model + "/profile", "{\"purpose\":{\"users\":\"Nurses\"}}");
        Answer again = api.put(model + "/profile", "{\"purpose\":{\"users\":\" Nurses\"}}");

        assertThat(again.json().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void standsOnTheProductOnlyWithoutModels() {
        String plain = api.post("/api/v1/products", "{\"name\":\"App %s\"}".formatted(UUID.randomUUID()))
                .header("Location");

        assertThat(api.put(plain + "/profile", "{\"purpose\":{\"users\":\"Nurses\"}}")
                        .status())
                .isEqualTo(200);
        api.post(plain + "/models", "{\"name\":\"A\"}");
        Answer refused = api.put(plain + "/profile", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("Each of them has a profile of its own");
        assertThat(api.get(plain + "/profile").json().get("version").asInt()).isEqualTo(1);
    }
}
