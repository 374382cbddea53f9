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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class ConfigurationApiTest {

    private static final String LIST = "/api/v1/configurations";

    private final Api api;
    private final JdbcClient jdbc;
    private String product = "";
    private String release = "";
    private String other = "";

    @Autowired
    ConfigurationApiTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.jdbc = jdbc;
    }

    @BeforeEach
    void addReleasesOfTwoProducts() {
        product = newProduct();
        release = api.post(product + "/releases", "{\"version\":\"2.1\"}").text("id");
        other = api.post(newProduct() + "/releases", "{\"version\":\"9\"}").text("id");
    }

    private String newProduct() {
        return api.post("/api/v1/products", "{\"name\":\"Pump %s\"}".formatted(UUID.randomUUID()))
                .header("Location");
    }

    private Answer create(String body) {
        return api.post(product + "/configurations", body);
    }

    private String whole() {
        return """
                {"name": "ICU cart", "status": "RELEASED",
                 "releases": [{"release": "%s"}, {"release": "%s", "part": "Gateway"}],
                 "options": {"wireless": "on", "alarm": ""},
                 "platforms": [{"kind": "OPERATING_SYSTEM", "name": "Linux 6.6",
                                "cpe": "cpe:2.3:o:linux:linux_kernel:6.6:*:*:*:*:*:*:*", "purl": "pkg:deb/debian/linux@6.6"},
                               {"kind": "HARDWARE", "name": "Board 3"}]}
                """.formatted(release, other);
    }

    @Test
    void holdsReleasesOfSeveralProductsOptionsAndPlatforms() {
        Answer created = create(whole());

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Answer read = api.get(created.header("Location"));
        assertThat(read.json().get("releases")).hasSize(2);
        assertThat(read.json().at("/options/wireless").asString()).isEqualTo("on");
        assertThat(read.json().get("platforms")).hasSize(2);
        String id = created.text("id");
        assertThat(count("published_configuration_release", id)).isEqualTo(2);
        assertThat(count("published_configuration_platform", id)).isEqualTo(2);
        assertThat(api.get(LIST + "?release=" + other)
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("ICU cart");
    }

    private int count(String view, String id) {
        return jdbc.sql("SELECT count(*) FROM product.%s WHERE configuration_id = :id::uuid".formatted(view))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        Answer created = create(whole());
        String path = created.header("Location");

        Answer patched = api.patch(path, "{\"options\":{\"wireless\":\"off\"}}", "If-Match", created.header("ETag"));

        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().get("options")).hasSize(1);
        assertThat(patched.json().get("releases")).hasSize(2);
        assertThat(api.patch(path, "{}").header("ETag")).isEqualTo("\"2\"");
        List<String> bodies = jdbc.sql("SELECT body FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                .param("id", created.text("id"))
                .query(String.class)
                .list();
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getLast())
                .contains("configuration.edited", "wireless=off")
                .doesNotContain("Board 3");
    }

    @Test
    void saysWhichPartIsWrong() {
        assertThat(create("{\"name\":\"A\",\"platforms\":[{\"kind\":\"HARDWARE\",\"name\":\"x\",\"cpe\":\"y\"}]}")
                        .json()
                        .at("/errors/0/where")
                        .asString())
                .isEqualTo("platforms/0/cpe");
        assertThat(create("{\"name\":\"A\",\"releases\":[{\"release\":\"%s\"}]}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(create("{\"name\":\"A\",\"releases\":[{\"release\":\"%1$s\"},{\"release\":\"%1$s\"}]}"
                                .formatted(release))
                        .status())
                .isEqualTo(400);
        assertThat(create("{\"name\":\" \"}").status()).isEqualTo(400);
    }

    @Test
    void hasANameOfItsOwnInItsProduct() {
        create("{\"name\":\"Cart\"}");

        assertThat(create("{\"name\":\"CART\"}").status()).isEqualTo(409);
    }

    @Test
    void isArchivedAndRestored() {
        String path = create("{\"name\":\"Cart\"}").header("Location");

        assertThat(api.post(path + "/archive").json().get("archived").asBoolean())
                .isTrue();
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(jdbc.sql("SELECT archived FROM product.published_configuration WHERE configuration_id = :id::uuid")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(api.post(path + "/restore").json().get("archived").asBoolean())
                .isFalse();
    }
}
