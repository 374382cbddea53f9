package dev.ward.lifecycle;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.lifecycle.GateState.Closure;
import dev.ward.lifecycle.GateState.Declaration;
import dev.ward.lifecycle.GateState.Deviation;
import dev.ward.lifecycle.GateState.Line;
import dev.ward.product.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class GateRepository {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    GateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets nobody else close, declare or sign something of the release until the transaction ends.
    void lock(ReleaseId release) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('lifecycle.gate ' || :release, 0))")
                .param("release", release.toString())
                .query((_, _) -> true)
                .single();
    }

    void declare(ReleaseId release, Market market, String version, GateDraft.Declaring draft, Actor by, Instant at) {
        jdbc.sql("""
                INSERT INTO lifecycle.declaration (release_id, market, requirement, version, met, words, reference,
                            actor_kind, actor_id, actor_name, at)
                VALUES (:release, :market, :requirement, :version, :met, :words, :reference,
                        :actorKind, :actorId, :actorName, :at)
                """)
                .param("release", release.value())
                .param("market", market.code())
                .param("requirement", draft.requirement())
                .param("version", version)
                .param("met", draft.met())
                .param("words", draft.words())
                .param("reference", draft.reference())
                .param("actorKind", by.kind().name())
                .param("actorId", by.id())
                .param("actorName", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The last that was declared of each requirement; what was said of the market itself first.
    List<Declaration> declarations(Reader reader, ReleaseId release, Market market, String version) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (d.requirement) d.* FROM lifecycle.declaration d
                         WHERE d.release_id = :release AND d.market IN (:market, '*') AND d.version = :version AND %s
                         ORDER BY d.requirement, d.market = '*', d.number DESC LIMIT :most
                        """.formatted(reader.sees("d")))
                .param("release", release.value())
                .param("market", market.code())
                .param("version", version)
                .param("most", MOST)
                .query((row, _) -> new Declaration(
                        row.getString("requirement"),
                        row.getBoolean("met"),
                        row.getString("words"),
                        row.getString("reference"),
                        row.getString("actor_name"),
                        at(row, "at")))
                .list();
    }

    void deviate(
            UUID id,
            ReleaseId release,
            Market market,
            String version,
            GateDraft.Deviating draft,
            Answered answered,
            Actor signer,
            Instant at) {
        jdbc.sql("""
                INSERT INTO lifecycle.deviation (id, release_id, market, requirement, version, answer, because, extent,
                            reason, expires_on, signer_id, signer_name, signed, at)
                VALUES (:id, :release, :market, :requirement, :version, :answer, :because, :extent,
                        :reason, :expires, :signer, :name, true, :at)
                """)
                .param("id", id)
                .param("release", release.value())
                .param("market", market.code())
                .param("requirement", draft.requirement())
                .param("version", version)
                .param("answer", answered.answer().word())
                .param("because", answered.because())
                .param("extent", answered.extent())
                .param("reason", draft.reason())
                .param("expires", draft.expires())
                .param("signer", signer.id())
                .param("name", signer.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// All that were signed for the release on the market, the last first; those that have expired too.
    List<Deviation> deviations(Reader reader, ReleaseId release, Market market) {
        return jdbc.sql("""
                        SELECT d.* FROM lifecycle.deviation d
                         WHERE d.release_id = :release AND d.market = :market AND %s
                         ORDER BY d.at DESC, d.id LIMIT :most
                        """.formatted(reader.sees("d")))
                .param("release", release.value())
                .param("market", market.code())
                .param("most", MOST)
                .query((row, _) -> new Deviation(
                        row.getObject("id", UUID.class),
                        row.getString("requirement"),
                        row.getString("version"),
                        row.getString("answer").equals(Answer.UNKNOWN.word()) ? Answer.UNKNOWN : Answer.NOT_MET,
                        row.getString("because"),
                        row.getLong("extent"),
                        row.getString("reason"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("signer_id"),
                        row.getString("signer_name"),
                        row.getObject("reentered_at", OffsetDateTime.class) == null ? null : at(row, "reentered_at")))
                .list();
    }

    void close(
            UUID id,
            ReleaseId release,
            Market market,
            Gate gate,
            String version,
            List<Line> lines,
            Actor by,
            Instant at) {
        jdbc.sql("""
                INSERT INTO lifecycle.closure (id, release_id, market, gate, version, snapshot,
                            actor_kind, actor_id, actor_name, at)
                VALUES (:id, :release, :market, :gate, :version, :snapshot::jsonb, :actorKind, :actorId, :actorName, :at)
                """)
                .param("id", id)
                .param("release", release.value())
                .param("market", market.code())
                .param("gate", gate.word())
                .param("version", version)
                .param("snapshot", JSON.writeValueAsString(lines))
                .param("actorKind", by.kind().name())
                .param("actorId", by.id())
                .param("actorName", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The last time that the gate was closed for the market, or for all of them.
    Optional<Closure> lastClosure(Reader reader, ReleaseId release, Market market, Gate gate) {
        return jdbc.sql("""
                        SELECT c.* FROM lifecycle.closure c
                         WHERE c.release_id = :release AND c.market IN (:market, '*') AND c.gate = :gate AND %s
                         ORDER BY c.number DESC LIMIT 1
                        """.formatted(reader.sees("c")))
                .param("release", release.value())
                .param("market", market.code())
                .param("gate", gate.word())
                .query((row, _) -> closure(row))
                .optional();
    }

    private static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                row.getObject("id", UUID.class),
                row.getString("market"),
                row.getString("version"),
                JSON.readValue(row.getString("snapshot"), new TypeReference<List<Line>>() {}),
                row.getString("actor_name"),
                at(row, "at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
