package dev.ward.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class ProductApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    private final Api api;
    private final JdbcClient jdbc;

    @Autowired
    ProductApiTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.jdbc = jdbc;
    }

    private static String name() {
        return "Pump " + UUID.randomUUID();
    }

    private Answer create(String name) {
        return api.post(PRODUCTS, "{\"name\":\"%s\"}".formatted(name));
    }

    @Test
    void createsAProductFromANameAlone() {
        String name = name();

        Answer created = create("  " + name + " ");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("name")).isEqualTo(name);
        assertThat(created.header("Location")).isEqualTo(PRODUCTS + "/" + created.text("id"));
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(UUID.fromString(created.text("id")).version()).isEqualTo(7);
        assertThat(api.get(created.header("Location")).json()).isEqualTo(created.json());
        assertThat(acts(created.text("id"))).containsExactly("product.created");
    }

    private List<String> acts(String id) {
        return jdbc.sql("SELECT body::jsonb ->> 'what' FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                     | 400 | The name is missing.
            {"name":" "}                           | 400 | The name is missing.
            {"name":null}                          | 400 | The name is missing.
            {"name":"a\\u0000b"}                   | 400 | The text at "/name" holds a zero character.
            {"name":"a\\u202eb"}                   | 400 | The name holds a character that cannot be seen.
            {"nmae":"x"}                           | 400 | There is no field "nmae" here. The fields are: name, family, description.
            {"name":["x"]}                         | 400 | The value of "name" is not what it should be.
            {"name":                               | 400 | The body is not JSON (line 1, column 9).
            []                                     | 400 | The value of "the body" is not what it should be.
            {"name":"x"} {"name":"y"}              | 400 | The value of "the body" is not what it should be.
            """)
    void saysWhatIsWrongWithABody(String body, int status, String detail) {
        Answer answer = api.post(PRODUCTS, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("detail")).isEqualTo(detail);
        assertThat(answer.text("type")).isEqualTo("/problems/invalid");
        assertThat(answer.text("id")).hasSize(8);
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThat(create("x".repeat(200)).status()).isEqualTo(201);
        Answer refused = create("x".repeat(201));

        assertThat(refused.text("detail")).isEqualTo("The name is longer than 200 characters.");
        assertThat(refused.json().at("/errors/0/where").asString()).isEqualTo("name");
    }

    @Test
    void refusesANameThatIsTaken() {
        String name = name();
        String id = create(name).text("id");

        Answer second = create(name.toUpperCase(Locale.ROOT));
        api.post(PRODUCTS + "/" + id + "/archive");
        Answer third = create(name);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("detail")).startsWith("Another product has the name");
        assertThat(third.text("detail")).contains("An archived product has the name", "Restore it");
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        Answer created =
                api.post(PRODUCTS, "{\"name\":\"%s\",\"family\":\"Pumps\",\"description\":\"d\"}".formatted(name()));
        String path = created.header("Location");

        Answer patched = api.patch(path, "{\"description\":null}", "If-Match", created.header("ETag"));

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.text("family")).isEqualTo("Pumps");
        assertThat(patched.json().get("description").isNull()).isTrue();
        assertThat(patched.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.patch(path, "{}").header("ETag")).isEqualTo("\"2\"");
        assertThat(api.patch(path, "{\"name\":null}").status()).isEqualTo(400);
        assertThat(api.patch(path, "{\"colour\":\"red\"}").text("detail")).contains("no field \"colour\"");
        assertThat(acts(created.text("id"))).containsExactly("product.created", "product.edited");
    }

    @Test
    void refusesAChangeToWhatHasChanged() {
        Answer created = create(name());
        String path = created.header("Location");
        api.patch(path, "{\"family\":\"A\"}");

        Answer late = api.patch(path, "{\"family\":\"B\"}", "If-Match", created.header("ETag"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("type")).isEqualTo("/problems/outdated");
        assertThat(api.get(path).text("family")).isEqualTo("A");
        assertThat(api.patch(path, "{}", "If-Match", "W/\"2\"").status()).isEqualTo(412);
        assertThat(api.patch(path, "{}", "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void archivesAndRestoresOnce() {
        Answer created = create(name());
        String path = created.header("Location");

        api.post(path + "/archive");
        Answer archived = api.post(path + "/archive");
        Answer restored = api.post(path + "/restore");

        assertThat(archived.json().get("archived").asBoolean()).isTrue();
        assertThat(restored.json().get("archived").asBoolean()).isFalse();
        assertThat(acts(created.text("id"))).containsExactly("product.created", "product.archived", "product.restored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "family", "-family", "changed", "-changed"})
    void listsEachProductOnceInEveryOrder(String sort) {
        String family = "Family " + sort + " " + UUID.randomUUID();
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String body = "{\"name\":\"%s\",\"family\":\"%s\"}"
                    .formatted(List.of("Ä", "b", "C").get(i % 3) + name(), family);
            created.add(api.post(PRODUCTS, body).text("id"));
        }

        List<String> listed = new ArrayList<>();
        String query = PRODUCTS + "?limit=2&sort=" + sort + "&family=" + URLEncoder.encode(family, UTF_8);
        String after = "";
        do {
            JsonNode slice = api.get(query + "&after=" + after).json();
            slice.get("items").forEach(item -> listed.add(item.get("id").asString()));
            after = slice.get("next").asString("");
        } while (!after.isEmpty());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void knowsOnlyItsOwnOrders() {
        Answer answer = api.get(PRODUCTS + "?sort=(select%201)");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("cannot be sorted by", "It knows: name, family, changed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "x", "1e3", "99999999999"})
    void refusesALimitBeyondItsBounds(String limit) {
        assertThat(api.get(PRODUCTS + "?limit=" + limit).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "bnVsbA", "WyJuYW1lIiwiYSIsIm5vIHV1aWQiXQ", "WyJuYW1lIiwxLDJd", "%00"})
    void refusesACursorThatSomebodyMadeUp(String cursor) {
        Answer answer = api.get(PRODUCTS + "?after=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("/problems/invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
    void findsNothingUnderAForeignId(String id) {
        assertThat(api.get(PRODUCTS + "/" + id).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/releases/" + id).status()).isEqualTo(404);
        assertThat(api.post(PRODUCTS + "/" + id + "/releases", "{\"version\":\"1\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void findsATextLetterForLetter() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        create("100% " + mark);
        create("1000 " + mark);

        assertThat(api.get(PRODUCTS + "?q=100%25%20" + mark).json().get("items"))
                .hasSize(1);
        assertThat(api.get(PRODUCTS + "?q=" + mark.toUpperCase(Locale.ROOT))
                        .json()
                        .get("items"))
                .hasSize(2);
    }
}
