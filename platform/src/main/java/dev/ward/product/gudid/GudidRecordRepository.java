package dev.ward.product.gudid;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Keeps one record for each primary device identifier, in its newest version.
@Repository
class GudidRecordRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    GudidRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes records by set. Of one record told twice the later version stays; one that is no later than what is known
    /// changes nothing.
    ///
    /// @return what it came to
    GudidImport.Counts write(UUID importId, List<GudidRecord> records) {
        List<Written> written = jdbc.sql("""
                WITH told AS (
                    SELECT DISTINCT ON (t.agency, t.di) t.*
                      FROM (SELECT r.value #>> '{identifiers,0,agency}' AS agency,
                                   r.value #>> '{identifiers,0,di}' AS di, r.value AS content,
                                   (r.value ->> 'versionDate')::date AS version_date, r.number
                              FROM jsonb_array_elements(cast(:records AS jsonb)) WITH ORDINALITY r (value, number)) t
                     ORDER BY t.agency, t.di, t.version_date DESC NULLS LAST, t.number DESC),
                judged AS (
                    SELECT t.*, sha256(convert_to(t.content::text, 'UTF8')) AS digest, e.id AS known,
                           e.digest AS known_digest, e.version_date AS known_date
                      FROM told t LEFT JOIN product.gudid_device e ON e.agency = t.agency AND e.di = t.di),
                written AS (
                    INSERT INTO product.gudid_device AS g
                           (agency, di, company, company_order, duns, brand, version_model, version_date, content, digest,
                            import_id)
                    SELECT j.agency, j.di, j.content ->> 'company', left(lower(j.content ->> 'company'), 200),
                           j.content ->> 'duns', j.content ->> 'brand', coalesce(j.content ->> 'versionOrModel', ''),
                           j.version_date, j.content, j.digest, :import
                      FROM judged j
                     WHERE j.known IS NULL OR j.digest <> j.known_digest AND NOT coalesce(j.version_date < j.known_date, false)
                        ON CONFLICT (agency, di) DO UPDATE
                       SET company = excluded.company, company_order = excluded.company_order, duns = excluded.duns,
                           brand = excluded.brand, version_model = excluded.version_model,
                           version_date = excluded.version_date, content = excluded.content, digest = excluded.digest,
                           import_id = excluded.import_id
                    RETURNING g.id, g.agency, g.di)
                SELECT w.id, j.known IS NULL AS fresh, coalesce(j.digest = j.known_digest, false) AS same
                  FROM judged j LEFT JOIN written w ON w.agency = j.agency AND w.di = j.di
                """)
                .param("records", JSON.writeValueAsString(records))
                .param("import", importId)
                .query(Written.class)
                .list();
        index(written.stream().map(Written::id).filter(Objects::nonNull).toArray(Long[]::new));
        long created =
                written.stream().filter(one -> one.id() != null && one.fresh()).count();
        long revised =
                written.stream().filter(one -> one.id() != null && !one.fresh()).count();
        long unchanged =
                written.stream().filter(one -> one.id() == null && one.same()).count();
        long told = records.size();
        return new GudidImport.Counts(told, created, revised, unchanged, told - created - revised - unchanged, 0);
    }

    /// @param id     null when nothing was written
    /// @param fresh  whether nothing was known of it
    /// @param same   whether just that was known
    private record Written(@Nullable Long id, boolean fresh, boolean same) {}

    private void index(Long[] devices) {
        jdbc.sql("DELETE FROM product.gudid_identifier WHERE device_id = ANY(:devices)")
                .param("devices", devices)
                .update();
        jdbc.sql("""
                INSERT INTO product.gudid_identifier (di, agency, device_id, kind, contains, quantity, ended_on)
                SELECT DISTINCT ON (i.value ->> 'di', i.value ->> 'agency', g.id)
                       i.value ->> 'di', i.value ->> 'agency', g.id, i.value ->> 'role', i.value ->> 'contains',
                       (i.value ->> 'quantity')::integer, (i.value ->> 'ended')::date
                  FROM product.gudid_device g
                 CROSS JOIN jsonb_array_elements(g.content -> 'identifiers') WITH ORDINALITY i (value, number)
                 WHERE g.id = ANY(:devices)
                 ORDER BY i.value ->> 'di', i.value ->> 'agency', g.id, i.number
                """).param("devices", devices).update();
    }

    /// The records that name an identifier in any role.
    List<KnownRecord> find(Reader reader, String di) {
        return jdbc.sql("""
                SELECT g.* FROM product.gudid_device g
                 WHERE %s AND g.id IN (SELECT i.device_id FROM product.gudid_identifier i WHERE i.di = :di)
                 ORDER BY g.di <> :di, g.version_date DESC NULLS LAST, g.id LIMIT 20
                """.formatted(reader.sees("g")))
                .param("di", di)
                .query((row, _) -> read(row))
                .list();
    }

    /// The records of the companies whose names begin so.
    ///
    /// @param company  null for all
    List<KnownRecord> list(Reader reader, @Nullable String company, @Nullable Cursor after, int rows) {
        String begin = company == null ? "" : company.strip().toLowerCase(Locale.ROOT);
        return jdbc.sql("""
                SELECT g.* FROM product.gudid_device g
                 WHERE %s AND starts_with(g.company_order, :company)
                   AND (cast(:id AS bigint) IS NULL OR (g.company_order, g.id) > (:order, :id))
                 ORDER BY g.company_order, g.id LIMIT :rows
                """.formatted(reader.sees("g")))
                .param("company", begin)
                .param("order", after == null ? "" : after.text(0))
                .param("id", after == null ? null : after.number(1))
                .param("rows", rows)
                .query((row, _) -> read(row))
                .list();
    }

    private static KnownRecord read(ResultSet row) throws SQLException {
        return new KnownRecord(
                row.getLong("id"),
                row.getString("company_order"),
                row.getObject("import_id", UUID.class),
                JSON.readValue(row.getString("content"), GudidRecord.class));
    }
}
