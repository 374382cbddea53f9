package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.customer.CustomerId;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Claims, for the customer who made them and for those who decide. Rows are only ever added.
@Repository
class ClaimRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// %s: who ended it and what was known then, which a customer may not even ask for.
    private static final String CLAIMS = """
            SELECT c.id, c.customer_id, u.name AS customer, c.kind, c.device_id, c.udi, c.di, c.serial, c.lot,
                   c.device_name, c.presence, c.release_id, c.version, c.since, c.site_id, s.name AS site, c.networked,
                   c.note, c.contact_id, c.contact::text AS contact, c.state, c.made_at, c.actor_kind, c.actor_id,
                   c.actor_name, c.file_id, f.name AS file_name, c.line, e.at AS ended_at, e.reason, %s
              FROM portal.claim c
              LEFT JOIN customer.published_customer u ON u.customer_id = c.customer_id
              LEFT JOIN customer.published_site s ON s.site_id = c.site_id
              LEFT JOIN portal.claim_file f ON f.id = c.file_id
              LEFT JOIN portal.ending e ON e.claim_id = c.id
             WHERE\s""";

    private static final String FOR_CUSTOMERS = CLAIMS.formatted("NULL AS ended_by, NULL AS known");
    private static final String FOR_STAFF = CLAIMS.formatted("e.actor_name AS ended_by, e.known::text AS known");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    ClaimRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static String claims(Reader reader) {
        return (reader.organisation() == null ? FOR_STAFF : FOR_CUSTOMERS) + reader.seesOf("c.customer_id");
    }

    /// A claim that is about to be kept.
    record New(ClaimId id, Said said, Claim.Provenance made) {}

    /// Keeps what is not said already and waiting for an answer.
    ///
    /// @return the claims that were kept
    Set<ClaimId> insert(CustomerId customer, List<New> claims) {
        SqlParameterSource[] rows = claims.stream()
                .map(one -> {
                    MapSqlParameterSource columns = SaidColumns.of(one.said());
                    SaidColumns.made(columns, one.made());
                    return columns.addValue("id", one.id().value())
                            .addValue("customer", customer.value())
                            .addValue("digest", SaidDigest.of(one.said()));
                })
                .toArray(SqlParameterSource[]::new);
        int[] counts = batches.batchUpdate("""
                INSERT INTO portal.claim
                       (id, customer_id, kind, device_id, udi, di, serial, lot, device_name, presence, release_id,
                        version, since, site_id, networked, note, contact_id, contact, digest, made_at, actor_kind,
                        actor_id, actor_name, file_id, line)
                VALUES (:id, :customer, :kind, :device, :udi, :di, :serial, :lot, :name, :presence, :release, :version,
                        :since, :site, :networked, :note, :contact, :words::jsonb, :digest, :at, :actorKind, :actorId,
                        :actorName, :file, :line)
                    ON CONFLICT (customer_id, digest) WHERE state = 'open' DO NOTHING
                """, rows);
        Set<ClaimId> kept = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                kept.add(claims.get(i).id());
            }
        }
        return kept;
    }

    Optional<Claim> find(Reader reader, ClaimId id) {
        return jdbc.sql(claims(reader) + " AND c.id = :id")
                .param("id", id.value())
                .query((row, _) -> ClaimRows.claim(row))
                .optional();
    }

    /// Holds the claim against others until the transaction ends; for those who decide.
    void lock(ClaimId id) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('portal.claim ' || :id, 0))::text")
                .param("id", id.toString())
                .query(String.class)
                .single();
    }

    /// The open ones oldest first, others newest first.
    List<Claim> list(Reader reader, ClaimFilter filter, @Nullable Cursor after, int rows) {
        boolean descending = filter.order().descending();
        String sql = claims(reader) + """
                 AND (:state::text IS NULL OR c.state = :state)
                 AND (:kind::text IS NULL OR c.kind = :kind)
                 AND (:customer::uuid IS NULL OR c.customer_id = :customer)
                 AND (:device::uuid IS NULL OR c.device_id = :device)
                 AND (:text::text IS NULL OR lower(u.name) LIKE :text OR lower(c.device_name) LIKE :text
                      OR lower(c.serial) LIKE :text)
                 AND (:begins OR (c.made_at, c.id) %1$s (:at, :after::uuid))
                 ORDER BY c.made_at %2$s, c.id %2$s
                 LIMIT :rows
                """.formatted(descending ? "<" : ">", descending ? "DESC" : "ASC");
        return jdbc.sql(sql)
                .param("state", filter.state() == null ? null : filter.state().word())
                .param("kind", filter.kind() == null ? null : filter.kind().word())
                .param("customer", filter.customer())
                .param("device", filter.device())
                .param("text", pattern(filter.text()))
                .param("begins", after == null)
                .param("at", (after == null ? Instant.EPOCH : after.instant(0)).atOffset(ZoneOffset.UTC))
                .param("after", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, _) -> ClaimRows.claim(row))
                .list();
    }

    /// How many wait, at most 1,000.
    int countOpen(Reader reader) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM portal.claim c WHERE c.state = 'open' AND "
                        + reader.seesOf("c.customer_id") + " LIMIT 1000) o")
                .query(Integer.class)
                .single();
    }

    /// Ends an open claim.
    ///
    /// @param known  null when nothing is told of it
    void end(
            Claim claim,
            ClaimState outcome,
            @Nullable String reason,
            @Nullable Comparison known,
            Actor by,
            Instant at) {
        jdbc.sql("""
                INSERT INTO portal.ending
                       (claim_id, customer_id, outcome, reason, known, at, actor_kind, actor_id, actor_name)
                VALUES (:claim, :customer, :outcome, :reason, :known::jsonb, :at, :kind, :actor, :name)
                """)
                .param("claim", claim.id().value())
                .param("customer", claim.customer().value())
                .param("outcome", outcome.word())
                .param("reason", reason)
                .param("known", known == null ? null : JSON.writeValueAsString(known))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", by.kind().name())
                .param("actor", by.id())
                .param("name", by.name())
                .update();
    }

    static Cursor cursor(ClaimFilter filter, Claim claim) {
        return Cursor.of(filter.order(), claim.made().at(), claim.id());
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
