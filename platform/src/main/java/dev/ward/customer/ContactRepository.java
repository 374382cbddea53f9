package dev.ward.customer;

import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ContactRepository {

    private static final String SELECT = """
            SELECT t.*, ARRAY(SELECT n.kind FROM customer.consent n
                               WHERE n.contact_id = t.id AND n.withdrawn_at IS NULL) AS consents
              FROM customer.contact t
            """;

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Contact contact, Instant at) {
        facts(jdbc.sql("""
                INSERT INTO customer.contact (id, customer_id, site_id, name, role, email, phone, language, channels,
                                              created_at, changed_at)
                VALUES (:id, :customer, :site, :name, :role, :email, :phone, :language, :channels, :at, :at)
                """), contact, at)
                .param("customer", contact.customer().value())
                .update();
    }

    /// @return false when another change came first
    boolean update(Contact contact, int revision, Instant at) {
        return facts(jdbc.sql("""
                        UPDATE customer.contact
                           SET site_id = :site, name = :name, role = :role, email = :email, phone = :phone,
                               language = :language, channels = :channels, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision AND erased_at IS NULL
                        """), contact, at).param("revision", revision).update() == 1;
    }

    private static StatementSpec facts(StatementSpec statement, Contact contact, Instant at) {
        SiteId site = contact.site();
        return statement
                .param("id", contact.id().value())
                .param("site", site == null ? null : site.value())
                .param("name", contact.name())
                .param("role", contact.role().word())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("language", contact.language())
                .param(
                        "channels",
                        contact.channels().stream().map(Channel::word).sorted().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    /// @return false when another change came first
    boolean erase(ContactId id, int revision, Instant at) {
        return jdbc.sql("""
                        UPDATE customer.contact
                           SET name = NULL, email = NULL, phone = NULL, channels = '{}', erased_at = :at,
                               revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision AND erased_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @return false when they had left, or their data were erased
    boolean leave(ContactId id, Instant at) {
        return jdbc.sql("""
                        UPDATE customer.contact SET left_at = :at, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND left_at IS NULL AND erased_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Who left and whose data are still here, the first who left first.
    List<Contact> left(Reader reader, int rows) {
        return jdbc.sql(SELECT + " WHERE t.left_at IS NOT NULL AND t.erased_at IS NULL AND "
                        + reader.seesOf("t.customer_id") + " ORDER BY t.left_at, t.id LIMIT :rows")
                .param("rows", rows)
                .query((row, number) -> contact(row))
                .list();
    }

    /// @return false when there was such a consent already
    boolean agree(Contact contact, NoticeKind kind, Instant given) {
        return jdbc.sql("""
                        INSERT INTO customer.consent (id, customer_id, contact_id, kind, given_at)
                        VALUES (:id, :customer, :contact, :kind, :given)
                            ON CONFLICT (contact_id, kind) WHERE withdrawn_at IS NULL DO NOTHING
                        """)
                        .param("id", Uuids.next())
                        .param("customer", contact.customer().value())
                        .param("contact", contact.id().value())
                        .param("kind", kind.word())
                        .param("given", given.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @return false when there was no such consent
    boolean withdraw(ContactId contact, NoticeKind kind, Instant at) {
        return jdbc.sql("""
                        UPDATE customer.consent SET withdrawn_at = greatest(given_at, :at)
                         WHERE contact_id = :contact AND kind = :kind AND withdrawn_at IS NULL
                        """)
                        .param("contact", contact.value())
                        .param("kind", kind.word())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Contact> find(Reader reader, ContactId id) {
        return jdbc.sql(SELECT + " WHERE t.id = :id AND " + reader.seesOf("t.customer_id"))
                .param("id", id.value())
                .query((row, number) -> contact(row))
                .optional();
    }

    /// @param after  where to go on; null for the beginning
    /// @param rows   most rows to read
    List<Contact> list(Reader reader, CustomerId customer, @Nullable Cursor after, int rows) {
        return jdbc.sql(SELECT + """
                         WHERE t.customer_id = :customer AND t.erased_at IS NULL AND t.left_at IS NULL
                           AND (:begins OR (lower(t.name), t.id) > (lower(:key::text), :id::uuid))
                           AND %s
                         ORDER BY lower(t.name), t.id
                         LIMIT :rows
                        """.formatted(reader.seesOf("t.customer_id")))
                .param("customer", customer.value())
                .param("begins", after == null)
                .param("key", after == null ? null : after.text(0))
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> contact(row))
                .list();
    }

    List<Consent> consents(Reader reader, ContactId id) {
        return jdbc.sql("""
                SELECT n.kind, n.given_at, n.withdrawn_at
                  FROM customer.consent n
                 WHERE n.contact_id = :id AND %s
                 ORDER BY n.given_at DESC, n.id DESC
                 LIMIT 500
                """.formatted(reader.seesOf("n.customer_id")))
                .param("id", id.value())
                .query((row, number) -> new Consent(
                        Worded.get(NoticeKind.values(), row.getString("kind")),
                        CustomerRepository.instant(row, "given_at"),
                        instantOrNull(row, "withdrawn_at")))
                .list();
    }

    private static Contact contact(ResultSet row) throws SQLException {
        UUID site = row.getObject("site_id", UUID.class);
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                site == null ? null : new SiteId(site),
                row.getString("name"),
                Worded.get(ContactRole.values(), row.getString("role")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                words(row, "channels")
                        .map(word -> Worded.get(Channel.values(), word))
                        .collect(Collectors.toSet()),
                words(row, "consents")
                        .map(word -> Worded.get(NoticeKind.values(), word))
                        .collect(Collectors.toSet()),
                instantOrNull(row, "erased_at"),
                instantOrNull(row, "left_at"),
                row.getInt("revision"));
    }

    private static Stream<String> words(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
