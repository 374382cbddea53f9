package dev.ward.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.web.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@WardTest
class OpenApiTest {

    private final JsonNode document;
    private final RequestMappingHandlerMapping mappings;

    @Autowired
    OpenApiTest(@LocalServerPort int port, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.document = Api.at(port, "").get("/api/openapi.json").json();
        this.mappings = requestMappingHandlerMapping;
    }

    @Test
    void describesEveryEndpoint() {
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + path))));

        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(described).isEqualTo(mapped).contains("POST /api/v1/products", "PATCH /api/v1/releases/{id}");
    }

    @Test
    void givesEachOperationItsOwnNameAndItsAnswers() {
        List<String> names = new ArrayList<>();
        document.get("paths")
                .values()
                .forEach(path -> path.values().forEach(operation -> {
                    names.add(operation.get("operationId").asString());
                    assertThat(operation.get("summary").asString()).isNotEmpty();
                    assertThat(operation.get("responses").propertyNames()).contains("default");
                }));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void pointsOnlyAtWhatIsThere() {
        List<String> references = document.findValuesAsString("$ref");

        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private JsonNode answer(String response) {
        String reference =
                document.at(response + "/content/application~1json/schema/$ref").asString();
        return document.at(reference.substring(1));
    }

    @Test
    void saysWhatIsNeededAndWhatMayBeNull() {
        JsonNode body = document.at("/components/schemas/ProductBody");
        JsonNode release = answer("/paths/~1api~1v1~1releases~1{id}/get/responses/200");
        JsonNode create = document.at("/paths/~1api~1v1~1products/post");

        assertThat(body.get("required").toString()).isEqualTo("[\"name\"]");
        assertThat(body.at("/properties/family/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(release.at("/properties/released").toString()).contains("\"date\"", "\"null\"");
        assertThat(create.get("x-permission").asString()).isEqualTo("PRODUCT_WRITE");
        assertThat(create.at("/responses/201/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Product");
        assertThat(document.at("/paths/~1api~1v1~1products/get/parameters/0/name")
                        .asString())
                .isEqualTo("q");
    }
}
