package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class FamilyTest {

    private final Api api;
    private final Browser browser;
    private final JdbcClient jdbc;

    @Autowired
    FamilyTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.browser = callers.signedIn(port, "product-security");
        this.jdbc = jdbc;
    }

    private String product(String family) {
        String named = family.isEmpty() ? "" : ",\"family\":\"%s\"".formatted(family);
        return api.post("/api/v1/products", "{\"name\":\"P %s\"%s}".formatted(UUID.randomUUID(), named))
                .text("id");
    }

    private String sound(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        PageAsserts.assertSound(answer.body());
        return answer.body();
    }

    @Test
    void listsEachFamilyOnceAndThoseWithoutLast() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        for (String name : List.of("b " + mark, "A " + mark, "a " + mark, "C " + mark, "")) {
            product(name);
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode slice = api.get("/api/v1/families?limit=2&after=" + after).json();
            slice.get("items").forEach(item -> listed.add(item.get("name").asString("without")));
            after = slice.get("next").asString("");
        } while (!after.isEmpty());

        assertThat(listed).doesNotHaveDuplicates().last().isEqualTo("without");
        assertThat(listed)
                .filteredOn(name -> name.endsWith(mark))
                .containsExactly("A " + mark, "b " + mark, "C " + mark);
    }

    @Test
    void opensATreeOfAThousandReleasesBranchByBranch() {
        String family = "Tree" + UUID.randomUUID().toString().substring(0, 8);
        String id = product(family);
        String model = api.post("/api/v1/products/" + id + "/models", "{\"name\":\"Model S\"}")
                .text("id");
        jdbc.sql("""
                INSERT INTO product.release (id, product_id, model_id, version, created_at, changed_at)
                SELECT gen_random_uuid(), :product::uuid, CASE WHEN n > 100 THEN :model::uuid END, '1.' || n,
                       now() + make_interval(secs => n), now()
                  FROM generate_series(1, 1000) n
                """).param("product", id).param("model", model).update();

        assertThat(sound("/families?q=" + family)).contains(family, "href=\"/families/" + family + "\"");
        String tree = sound("/families/" + family);
        assertThat(tree)
                .contains("1 model, 1,000 releases", "900 releases", "100 releases")
                .doesNotContain("1.999");
        String branch = sound("/products/%s/branch?model=%s".formatted(id, model));
        assertThat(branch).contains("1.1000", "The newest 50.").doesNotContain(">1.100<");
        assertThat(sound("/products/%s/branch".formatted(id))).contains(">1.100<");
        sound("/families?without=true");
    }
}
