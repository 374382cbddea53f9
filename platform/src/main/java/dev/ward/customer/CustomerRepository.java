package dev.ward.customer;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomerRepository {

    private final JdbcClient jdbc;

    CustomerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Customer customer) {
        jdbc.sql("""
                INSERT INTO customer.customer (id, name, kind, country, region, reference, created_at, changed_at)
                VALUES (:id, :name, :kind, :country, :region, :reference, :at, :at)
                """)
                .param("id", customer.id().value())
                .param("name", customer.name())
                .param("kind", customer.kind().word())
                .param("country", customer.country())
                .param("region", customer.region())
                .param("reference", customer.reference())
                .param("at", customer.created().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when another change came first
    boolean update(Customer customer, int revision) {
        return jdbc.sql("""
                        UPDATE customer.customer
                           SET name = :name, kind = :kind, country = :country, region = :region,
                               reference = :reference, archived = :archived, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", customer.id().value())
                        .param("revision", revision)
                        .param("name", customer.name())
                        .param("kind", customer.kind().word())
                        .param("country", customer.country())
                        .param("region", customer.region())
                        .param("reference", customer.reference())
                        .param("archived", customer.archived())
                        .param("at", customer.changed().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Customer> find(Reader reader, CustomerId id) {
        return jdbc.sql("SELECT c.* FROM customer.customer c WHERE c.id = :id AND " + reader.seesOf("c.id"))
                .param("id", id.value())
                .query((row, number) -> customer(row))
                .optional();
    }

    /// The customer of this reference, or else those of this name; no more than two.
    List<Customer> named(Reader reader, String text) {
        List<Customer> referred = jdbc.sql(
                        "SELECT c.* FROM customer.customer c WHERE lower(c.reference) = lower(:text) AND "
                                + reader.seesOf("c.id"))
                .param("text", text)
                .query((row, number) -> customer(row))
                .list();
        if (!referred.isEmpty()) {
            return referred;
        }
        return jdbc.sql("SELECT c.* FROM customer.customer c WHERE lower(c.name) = lower(:text) AND NOT c.archived AND "
                        + reader.seesOf("c.id") + " LIMIT 2")
                .param("text", text)
                .query((row, number) -> customer(row))
                .list();
    }

    /// @param after  where to go on; null for the beginning
    /// @param rows   most rows to read
    List<CustomerLine> list(Reader reader, CustomerFilter filter, @Nullable Cursor after, int rows) {
        SortOrder order = filter.order();
        String sql = """
                SELECT c.*, (SELECT count(*) FROM customer.site s WHERE s.customer_id = c.id AND NOT s.archived) AS sites
                  FROM customer.customer c
                 WHERE c.archived = :archived
                   AND (:text::text IS NULL OR lower(c.name) LIKE :text OR lower(c.reference) LIKE :text)
                   AND (:kind::text IS NULL OR c.kind = :kind)
                   AND (:country::text IS NULL OR c.country = :country)
                   AND (:begins OR (%1$s, c.id) %2$s (%3$s, :id::uuid))
                   AND %4$s
                 ORDER BY %1$s %5$s, c.id %5$s
                 LIMIT :rows
                """.formatted(
                        key(order),
                        order.descending() ? "<" : ">",
                        value(order),
                        reader.seesOf("c.id"),
                        order.descending() ? "DESC" : "ASC");
        CustomerKind kind = filter.kind();
        return jdbc.sql(sql)
                .param("archived", filter.archived())
                .param("text", pattern(filter.text()))
                .param("kind", kind == null ? null : kind.word())
                .param("country", filter.country())
                .param("begins", after == null)
                .param("key", after == null ? null : key(order, after))
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> new CustomerLine(customer(row), row.getInt("sites")))
                .list();
    }

    static Cursor cursor(SortOrder order, Customer customer) {
        String key = switch (order.key()) {
            case "country" -> Objects.requireNonNullElse(customer.country(), "");
            case "changed" -> customer.changed().toString();
            default -> customer.name();
        };
        return Cursor.of(order, key, customer.id());
    }

    private static String key(SortOrder order, Cursor after) {
        return order.key().equals("changed") ? after.instant(0).toString() : after.text(0);
    }

    private static String key(SortOrder order) {
        return switch (order.key()) {
            case "country" -> "coalesce(c.country, '')";
            case "changed" -> "c.changed_at";
            default -> "left(lower(c.name), 200)";
        };
    }

    private static String value(SortOrder order) {
        return switch (order.key()) {
            case "country" -> ":key::text";
            case "changed" -> ":key::timestamptz";
            default -> "left(lower(:key::text), 200)";
        };
    }

    /// A pattern that matches the text anywhere, letter for letter.
    static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Worded.get(CustomerKind.values(), row.getString("kind")),
                row.getString("country"),
                row.getString("region"),
                row.getString("reference"),
                row.getBoolean("archived"),
                row.getInt("revision"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
