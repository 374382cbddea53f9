package dev.ward.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.database.Confinement;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A hospital tries to see what is another's: at every address, with the other's numbers, and in the database itself,
/// through every view and table. A new address, view or table is covered by being there.
@WardTest
class PortalCrossingTest {

    /// Of the other hospital, or of the manufacturer alone.
    private static final List<String> FOREIGN = List.of("southgate", "9.9-planned", "anna berg", "inward note");

    private static TwoHospitals.@Nullable Both made;

    private final int port;
    private final TwoHospitals.Both both;
    private final String token;
    private final String session;
    private final Api south;
    private final Api staff;
    private final RequestMappingHandlerMapping mapping;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    PortalCrossingTest(
            @LocalServerPort int port,
            TwoHospitals hospitals,
            TestCallers callers,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.port = port;
        this.both = once(hospitals);
        this.token = callers.token(both.north().person());
        this.session = callers.session(both.north().person());
        this.south = Api.at(port, callers.token(both.south().person()));
        this.staff = Api.at(port, callers.token("administrator"));
        this.mapping = requestMappingHandlerMapping;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private static TwoHospitals.Both once(TwoHospitals hospitals) {
        if (made == null) {
            made = hospitals.make();
        }
        return made;
    }

    @AfterEach
    void end() {
        Confinement.end();
    }

    /// The beginning of an address, and the other's number that stands for its `{…}`.
    private Map<String, String> numbers() {
        Answer claim = south.post(
                "/api/v1/portal/claims",
                "{\"device\": \"%s\", \"note\": \"southgate note\"}"
                        .formatted(both.south().device().id()));
        assertThat(claim.status()).as(claim.body()).isEqualTo(201);
        Answer policy =
                staff.post("/api/v1/claims/" + claim.text("id") + "/refuse", "{\"reason\": \"southgate reason\"}");
        assertThat(policy.status()).isEqualTo(200);
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("/claims/", claim.text("id"));
        numbers.put("/devices/", both.south().device().id().toString());
        numbers.put("/releases/", both.south().only().id().toString());
        numbers.put("/products/", both.south().product().id().toString());
        numbers.put("/customers/", both.south().customer().id().toString());
        numbers.put("/sites/", both.south().site().id().toString());
        numbers.put("/contacts/", both.south().contact().id().toString());
        numbers.put("/people/", both.south().person().toString());
        return numbers;
    }

    private static String filled(String path, Map<String, String> numbers) {
        String filled = path;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            int at = filled.indexOf(number.getKey() + "{");
            if (at >= 0) {
                int end = filled.indexOf('}', at) + 1;
                filled = filled.substring(0, at + number.getKey().length()) + number.getValue() + filled.substring(end);
            }
        }
        return filled.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
    }

    private record Asked(String method, String address) {}

    private List<Asked> questions(Map<String, String> numbers) {
        List<Asked> questions = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().forEach(path -> {
                    TreeSet<String> methods = new TreeSet<>();
                    info.getMethodsCondition().getMethods().stream()
                            .map(RequestMethod::name)
                            .forEach(methods::add);
                    for (String method : methods.isEmpty() ? List.of(HttpMethod.GET.name()) : List.copyOf(methods)) {
                        questions.add(new Asked(method, filled(path, numbers)));
                    }
                }));
        for (String text : List.of("southgate", "SOUTHGATE-1", "shared")) {
            for (String path : List.of("/portal/scan", "/portal/devices", "/api/v1/portal/devices", "/search")) {
                questions.add(new Asked("GET", path + "?q=" + text));
            }
        }
        for (String name : List.of(
                "site=" + both.south().site().id(),
                "product=" + both.south().product().id(),
                "release=" + both.south().only().id(),
                "all=true")) {
            questions.add(new Asked("GET", "/portal/devices?" + name));
            questions.add(new Asked("GET", "/api/v1/portal/devices?" + name));
        }
        questions.add(new Asked(
                "GET", "/api/v1/portal/claims?device=" + both.south().device().id()));
        return questions;
    }

    @Test
    void noAddressShowsOrChangesWhatIsAnothers() {
        List<Asked> questions = questions(numbers());
        List<String> shown = new ArrayList<>();
        List<String> done = new ArrayList<>();
        int own = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Asked asked : questions) {
                HttpResponse<String> answer = ask(client, asked);
                String body = without(asked.address(), answer.body()).toLowerCase(Locale.ROOT);
                FOREIGN.stream().filter(body::contains).forEach(word -> shown.add(asked + " shows " + word));
                boolean writes = !asked.method().equals("GET");
                if (writes && answer.statusCode() < 300 && asked.address().matches(".*[0-9a-f]{12}.*")) {
                    done.add(asked + " " + answer.statusCode());
                }
                assertThat(answer.statusCode()).as(asked.toString()).isNotIn(500, 503);
                own += body.contains("northgate") ? 1 : 0;
            }
        }
        assertThat(shown).isEmpty();
        assertThat(done).isEmpty();
        assertThat(own).as("addresses that show what is one's own").isGreaterThan(8);
    }

    /// What was asked may stand in an answer: "There is no device …".
    private static String without(String address, String body) {
        String query = URI.create(address).getQuery();
        String asked = query == null ? "" : query.substring(query.indexOf('=') + 1);
        return asked.isEmpty() ? body : body.replaceAll("(?i)" + Pattern.quote(asked), "");
    }

    private HttpResponse<String> ask(HttpClient client, Asked asked) {
        boolean api = asked.address().startsWith("/api/");
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked.address()))
                            .timeout(Duration.ofSeconds(20))
                            .header(api ? "Authorization" : "Cookie", api ? "Bearer " + token : "ward=" + session)
                            .header("Content-Type", "application/json")
                            .method(
                                    asked.method(),
                                    asked.method().equals("GET")
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> relations() {
        return jdbc.sql("""
                SELECT n.nspname || '.' || c.relname
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                   AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%'
                 ORDER BY 1
                """).query(String.class).list();
    }

    @Test
    void theDatabaseShowsNothingOfAnotherThroughAnyViewOrTable() {
        numbers();
        List<String> relations = relations();
        List<String> read = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        Confinement.begin(both.north().customer().id().value());
        for (String relation : relations) {
            rows(relation, read).stream()
                    .filter(row -> FOREIGN.stream().anyMatch(row.toLowerCase(Locale.ROOT)::contains)
                            || row.contains(both.south().customer().id().toString()))
                    .forEach(row -> shown.add(relation + ": " + row));
        }
        Confinement.end();
        assertThat(relations).hasSizeGreaterThan(60);
        assertThat(shown).isEmpty();
        assertThat(read)
                .contains(
                        "customer.published_customer", "device.published_device", "portal.own_release", "portal.claim")
                .allMatch(relation -> relation.matches("(customer|device|portal|lifecycle)\\..*"));
    }

    /// The rows as text; none where reading is refused.
    private List<String> rows(String relation, List<String> read) {
        try {
            List<String> rows =
                    transaction.execute(_ -> jdbc.sql("SELECT to_jsonb(t)::text FROM %s t".formatted(relation))
                            .query(String.class)
                            .list());
            read.add(relation);
            return rows;
        } catch (DataAccessException e) {
            assertThat(e).as(relation).rootCause().hasMessageContaining("permission denied");
            return List.of();
        }
    }

    @Test
    void theDatabaseShowsOnesOwn() {
        Confinement.begin(both.north().customer().id().value());

        assertThat(transaction.<List<String>>execute(
                        _ -> jdbc.sql("SELECT serial FROM device.published_device ORDER BY serial")
                                .query(String.class)
                                .list()))
                .containsExactly("NORTHGATE-1", "NORTHGATE-2");
        assertThat(transaction.<List<String>>execute(
                        _ -> jdbc.sql("SELECT version FROM portal.own_release ORDER BY version")
                                .query(String.class)
                                .list()))
                .containsExactly("1.0", "Northgate-7");
    }

    @Test
    void nobodyIsShownAnythingWhereNoOrganisationIsNamed() {
        Confinement.begin(UUID.randomUUID());

        for (String relation : List.of(
                "device.published_device",
                "customer.published_customer",
                "customer.published_contact",
                "device.published_tally",
                "portal.own_release",
                "portal.own_product",
                "portal.claim")) {
            assertThat(transaction.<Long>execute(_ -> jdbc.sql("SELECT count(*) FROM " + relation)
                            .query(Long.class)
                            .single()))
                    .as(relation)
                    .isZero();
        }
    }

    /// What runs on another thread would not be confined.
    @Test
    void whatAnswersCustomersAnswersOnTheirRequestsThread() {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("dev.ward.portal")) {
                assertThat(handler.getReturnType().getParameterType().getSimpleName())
                        .as(handler.toString())
                        .doesNotMatch(".*(Emitter|StreamingResponseBody|Callable|DeferredResult|Future|Mono|Flux).*");
            }
        });
    }
}
