package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
class DeviceIdentifierApiTest {

    private static final String LIST = "/api/v1/device-identifiers";

    private final Api api;
    private final JdbcClient jdbc;
    private String product = "";
    private String model = "";
    private String release = "";

    @Autowired
    DeviceIdentifierApiTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.jdbc = jdbc;
    }

    @BeforeEach
    void begin() {
        jdbc.sql("DELETE FROM product.device_identifier").update();
        product = newProduct();
        model = api.post(product + "/models", "{\"name\":\"S\"}").text("id");
        release = api.post(product + "/releases", "{\"version\":\"2.1\",\"model\":\"%s\"}".formatted(model))
                .text("id");
    }

    private String newProduct() {
        return api.post("/api/v1/products", "{\"name\":\"Pump %s\"}".formatted(UUID.randomUUID()))
                .header("Location");
    }

    private Answer link(String di) {
        return api.post(product + "/device-identifiers", "{\"di\":\"%s\",\"model\":\"%s\"}".formatted(di, model));
    }

    private List<String> published() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', di, agency, kind, model_id, release_id)
                          FROM product.published_device_identifier ORDER BY release_id NULLS FIRST
                        """).query(String.class).list();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00841542103688                                | 00841542103688 | GS1
            (01)00841542103688                            | 00841542103688 | GS1
            (01)00841542103688(17)261130(10)A1(21)77      | 00841542103688 | GS1
            841542103688                                  | 00841542103688 | GS1
            +A99912345/9901510XJ                          | A99912345      | HIBCC
            =/A9999XYZ100T0944                            | A9999XYZ100T0944 | ICCBBA
            """)
    void takesAnIdentifierInAnySpelling(String text, String di, String agency) {
        Answer linked = link(text);

        assertThat(linked.status()).as(linked.body()).isEqualTo(201);
        assertThat(linked.text("di")).isEqualTo(di);
        assertThat(linked.text("agency")).isEqualTo(agency);
        assertThat(published()).containsExactly("%s %s PRIMARY %s".formatted(di, agency, model));
        String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(api.get(LIST + "?q=" + q).json().at("/items/0/di").asString())
                .isEqualTo(di);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00841542103689 | check digit
            1.23E+13       | spreadsheet
            (10)A1         | no DI
            hello world    | no device identifier
            """)
    void saysAtTheFieldWhatIsWrongWithOne(String text, String why) {
        Answer refused = link(text);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/where").asString()).isEqualTo("di");
        assertThat(refused.body()).contains(why);
    }

    @Test
    void standsOnOneProduct() {
        link("00841542103688");
        String other = newProduct();

        Answer refused = api.post(other + "/device-identifiers", "{\"di\":\"(01)00841542103688\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("is linked already", "It is linked to \"Pump");
    }

    @Test
    void canBeTiedToReleases() {
        Answer linked = link("00841542103688");
        String path = LIST + "/" + linked.text("id");

        Answer tied = api.patch(path, "{\"releases\":[\"%s\"]}".formatted(release), "If-Match", linked.header("ETag"));

        assertThat(tied.status()).as(tied.body()).isEqualTo(200);
        assertThat(published()).containsExactly("00841542103688 GS1 PRIMARY %s %s".formatted(model, release));
        assertThat(api.get(LIST + "?release=" + release).json().get("items")).hasSize(1);
        String foreign =
                api.post(newProduct() + "/releases", "{\"version\":\"1\"}").text("id");
        assertThat(api.patch(path, "{\"releases\":[\"%s\"]}".formatted(foreign)).status())
                .isEqualTo(400);
        assertThat(acts(linked.text("id"))).containsExactly("device-identifier.linked", "device-identifier.edited");
    }

    private List<String> acts(String id) {
        return jdbc.sql("SELECT body::jsonb ->> 'what' FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    void isUnlinkedAndStaysInTheTrail() {
        String id = link("00841542103688").text("id");

        assertThat(api.delete(LIST + "/" + id).status()).isEqualTo(204);
        assertThat(api.get(LIST + "/" + id).status()).isEqualTo(404);
        assertThat(acts(id)).containsExactly("device-identifier.linked", "device-identifier.unlinked");
        assertThat(link("00841542103688").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "kind":"PACKAGE","contains":"00841542103688","quantity":0       | quantity
            "contains":"00841542103671"                                     | contains
            "from":"2026-02-01","to":"2026-01-31"                           | to
            "markets":["ZZ"]                                                | markets
            """)
    void saysWhichOtherFieldIsWrong(String fields, String field) {
        Answer refused = api.post(product + "/device-identifiers", "{\"di\":\"00841542103688\",%s}".formatted(fields));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/where").asString()).isEqualTo(field);
    }
}
