package dev.ward.customer;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class SiteRepository {

    private final JdbcClient jdbc;

    SiteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Site site) {
        facts(jdbc.sql("""
                INSERT INTO customer.site (id, customer_id, name, address, city, region, postal_code, country, phone,
                                           reference, created_at, changed_at)
                VALUES (:id, :customer, :name, :address, :city, :region, :postalCode, :country, :phone,
                        :reference, :at, :at)
                """), site).param("customer", site.customer().value()).update();
    }

    /// @return false when another change came first
    boolean update(Site site, int revision) {
        return facts(jdbc.sql("""
                        UPDATE customer.site
                           SET name = :name, address = :address, city = :city, region = :region,
                               postal_code = :postalCode, country = :country, phone = :phone, reference = :reference,
                               archived = :archived, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """), site)
                        .param("archived", site.archived())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    private static StatementSpec facts(StatementSpec statement, Site site) {
        return statement
                .param("id", site.id().value())
                .param("name", site.name())
                .param("address", site.address())
                .param("city", site.city())
                .param("region", site.region())
                .param("postalCode", site.postalCode())
                .param("country", site.country())
                .param("phone", site.phone())
                .param("reference", site.reference())
                .param("at", site.changed().atOffset(ZoneOffset.UTC));
    }

    Optional<Site> find(Reader reader, SiteId id) {
        return jdbc.sql("SELECT s.* FROM customer.site s WHERE s.id = :id AND " + reader.seesOf("s.customer_id"))
                .param("id", id.value())
                .query((row, number) -> site(row))
                .optional();
    }

    /// The customer's site of this reference, or else of this name.
    Optional<Site> named(Reader reader, CustomerId customer, String text) {
        return jdbc.sql("""
                SELECT s.* FROM customer.site s
                 WHERE s.customer_id = :customer
                   AND (lower(s.reference) = lower(:text) OR lower(s.name) = lower(:text)) AND %s
                 ORDER BY s.reference IS NULL OR lower(s.reference) <> lower(:text)
                 LIMIT 1
                """.formatted(reader.seesOf("s.customer_id")))
                .param("customer", customer.value())
                .param("text", text)
                .query((row, number) -> site(row))
                .optional();
    }

    /// @param after  where to go on; null for the beginning
    /// @param rows   most rows to read
    List<SiteLine> list(Reader reader, SiteFilter filter, @Nullable Cursor after, int rows) {
        SortOrder order = filter.order();
        String key = order.key().equals("city") ? "lower(coalesce(s.city, ''))" : "lower(s.name)";
        CustomerId customer = filter.customer();
        return jdbc.sql("""
                SELECT s.*, c.name AS customer_name
                  FROM customer.site s JOIN customer.customer c ON c.id = s.customer_id
                 WHERE s.archived = :archived
                   AND (:customer::uuid IS NULL OR s.customer_id = :customer)
                   AND (:text::text IS NULL
                        OR lower(s.name) LIKE :text OR lower(s.city) LIKE :text OR lower(s.reference) LIKE :text)
                   AND (:begins OR (%1$s, s.id) %2$s (lower(:key::text), :id::uuid))
                   AND %3$s
                 ORDER BY %1$s %4$s, s.id %4$s
                 LIMIT :rows
                """.formatted(
                                key,
                                order.descending() ? "<" : ">",
                                reader.seesOf("s.customer_id"),
                                order.descending() ? "DESC" : "ASC"))
                .param("archived", filter.archived())
                .param("customer", customer == null ? null : customer.value())
                .param("text", CustomerRepository.pattern(filter.text()))
                .param("begins", after == null)
                .param("key", after == null ? null : after.text(0))
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> new SiteLine(site(row), row.getString("customer_name")))
                .list();
    }

    static Cursor cursor(SortOrder order, Site site) {
        String key = order.key().equals("city") ? Objects.requireNonNullElse(site.city(), "") : site.name();
        return Cursor.of(order, key, site.id());
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(
                new SiteId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getString("address"),
                row.getString("city"),
                row.getString("region"),
                row.getString("postal_code"),
                row.getString("country"),
                row.getString("phone"),
                row.getString("reference"),
                row.getBoolean("archived"),
                row.getInt("revision"),
                CustomerRepository.instant(row, "created_at"),
                CustomerRepository.instant(row, "changed_at"));
    }
}
