package dev.ward.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class CustomerApiTest {

    private static final String CUSTOMERS = "/api/v1/customers";

    private final Api api;
    private final JdbcClient jdbc;

    @Autowired
    CustomerApiTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("field-service"));
        this.jdbc = jdbc;
    }

    private static String name() {
        return "Hospital " + UUID.randomUUID();
    }

    private Answer create(String name, String more) {
        return api.post(CUSTOMERS, "{\"name\":\"%s\",\"kind\":\"hospital\"%s}".formatted(name, more));
    }

    private String customer() {
        Answer created = create(name(), ",\"country\":\"de\"");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.text("id");
    }

    private Answer site(String customer, String body) {
        return api.post(CUSTOMERS + "/" + customer + "/sites", body);
    }

    private List<String> acts(String id) {
        return jdbc.sql("SELECT body::jsonb ->> 'what' FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    void registersACustomerWithSitesAndContacts() {
        String customer = customer();
        Answer site = site(customer, """
                {"name":"North","address":"Street 1\\nHouse 2","city":"Kiel","postalCode":"24103","phone":"+49 431 1"}
                """);
        Answer contact = api.post(CUSTOMERS + "/" + customer + "/contacts", """
                {"name":"Ida Brandt","role":"biomedical-engineering","site":"%s","email":"ida@clinic.example",
                 "language":"DE-de","channels":["email","phone"]}
                """.formatted(site.text("id")));

        assertThat(api.get(CUSTOMERS + "/" + customer).text("country")).isEqualTo("DE");
        assertThat(site.status()).as(site.body()).isEqualTo(201);
        assertThat(contact.status()).as(contact.body()).isEqualTo(201);
        assertThat(contact.text("language")).isEqualTo("de-DE");
        assertThat(api.get(CUSTOMERS + "/" + customer + "/sites?q=kiel")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(acts(customer)).containsExactly("customer.created");
        assertThat(acts(contact.text("id"))).containsExactly("contact.created");
    }

    @Test
    void tellsCustomersOfOneNameApartByTheirReference() {
        String name = name();
        String reference = "ERP-" + UUID.randomUUID();
        create(name, "");

        assertThat(create(name, "").text("detail")).contains("Give a reference that tells them apart.");
        assertThat(create(name, ",\"reference\":\"%s\"".formatted(reference)).status())
                .isEqualTo(201);
        assertThat(create(name(), ",\"reference\":\"%s\"".formatted(reference)).text("detail"))
                .startsWith("Another customer has the reference");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"hospital"}                                 | The name is missing.
            {"name":"x"}                                        | The kind is missing. It is one of: hospital, clinic, distributor, importer, integrator, other.
            {"name":"x","kind":"shop"}                          | "shop" is no value of "kind". It is one of: hospital, clinic, distributor, importer, integrator, other.
            {"name":"x","kind":"clinic","country":"Germany"}    | "Germany" is no country; give its code of two letters, such as DE.
            """)
    void saysWhatIsWrongWithACustomer(String body, String detail) {
        Answer answer = api.post(CUSTOMERS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"x","role":"other","email":"at home"}       | "at home" is no e-mail address.
            {"name":"x","role":"other","language":"klingon!"}   | "klingon!" is no language; give its code, such as de or pt-BR.
            {"name":"x","role":"other","channels":["email"]}    | Who wants to be told by e-mail needs an address.
            {"name":"x","role":"patient"}                       | "patient" is no value of "role". It is one of: security, biomedical-engineering, clinical, other.
            """)
    void saysWhatIsWrongWithAContact(String body, String detail) {
        Answer answer = api.post(CUSTOMERS + "/" + customer() + "/contacts", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).isEqualTo(detail);
    }

    @Test
    void refusesASiteOfAnotherCustomer() {
        String elsewhere = site(customer(), "{\"name\":\"South\"}").text("id");

        Answer answer = api.post(
                CUSTOMERS + "/" + customer() + "/contacts",
                "{\"name\":\"x\",\"role\":\"other\",\"site\":\"%s\"}".formatted(elsewhere));

        assertThat(answer.text("detail")).isEqualTo("The customer has no site \"%s\".".formatted(elsewhere));
    }

    @Test
    void remembersWhoAgreedToWhatAndSinceWhen() {
        String contact = api.post(
                        CUSTOMERS + "/" + customer() + "/contacts", "{\"name\":\"Ida\",\"role\":\"security\"}")
                .text("id");
        String consents = "/api/v1/contacts/" + contact + "/consents";

        api.post(consents, "{\"kind\":\"advisory\",\"since\":\"2026-01-02T00:00:00Z\"}");
        api.post(consents, "{\"kind\":\"advisory\"}");
        api.post(consents, "{\"kind\":\"newsletter\"}");
        Answer after = api.post(consents + "/newsletter/withdraw");

        assertThat(after.json().at("/consents").toString()).isEqualTo("[\"advisory\"]");
        assertThat(api.get(consents).json().at("/items").size()).isEqualTo(2);
        assertThat(api.get(consents).json().at("/items/1/since").asString()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(api.post(consents, "{\"kind\":\"lifecycle\",\"since\":\"2999-01-02T00:00:00Z\"}")
                        .text("detail"))
                .isEqualTo("A consent cannot begin in the future.");
        assertThat(acts(contact))
                .containsExactly("contact.created", "contact.agreed", "contact.agreed", "contact.withdrew");
    }

    @Test
    void keepsWhatIsPersonalOutOfTheTrailAndTellsNobodyWhoLeft() {
        String contact = api.post(
                        CUSTOMERS + "/" + customer() + "/contacts",
                        "{\"name\":\"Zoe Quill\",\"role\":\"clinical\",\"email\":\"zoe@clinic.example\",\"phone\":\"+1 555\"}")
                .text("id");
        assertThat(trail(contact)).noneMatch(body -> body.contains("Quill") || body.contains("zoe@"));
        assertThat(kept(contact)).isEqualTo(3);

        Answer left = api.post("/api/v1/contacts/" + contact + "/leave");

        assertThat(left.text("name")).isEqualTo("Zoe Quill");
        assertThat(left.text("left")).isNotEmpty();
        assertThat(kept(contact)).isEqualTo(3);
        assertThat(acts(contact)).containsExactly("contact.created", "contact.left");
        assertThat(api.patch("/api/v1/contacts/" + contact, "{\"name\":\"Zoe\"}")
                        .status())
                .isEqualTo(409);
    }

    private List<String> trail(String id) {
        return jdbc.sql("SELECT body FROM audit.entry WHERE subject_id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private long kept(String id) {
        return jdbc.sql("SELECT count(*) FROM audit.erasable WHERE subject_id = :id AND value IS NOT NULL")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
