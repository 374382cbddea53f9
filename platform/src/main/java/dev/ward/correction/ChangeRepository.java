package dev.ward.correction;

import dev.ward.audit.Actor;
import dev.ward.correction.Change.Description;
import dev.ward.correction.Change.Withdrawal;
import dev.ward.correction.Classification.Ending;
import dev.ward.database.Rows;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps changes, how they were described, and what they are.
@Repository
class ChangeRepository {

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A classification that stands, and whose.
    record Standing(UUID caseId, String publicId, UUID change, int number, Classification classification) {}

    /// Until the end of the transaction only its owner says anything of the case's changes.
    void hold(UUID caseId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('correction.change:' || :case, 0))::text")
                .param("case", caseId.toString())
                .query(String.class)
                .single();
    }

    /// Without signatures, in the order of their numbers.
    List<Change> of(UUID caseId) {
        Map<UUID, List<Description>> descriptions = descriptions(caseId);
        Map<UUID, List<Classification>> classifications = classifications(caseId);
        return jdbc.sql("SELECT c.* FROM correction.change c WHERE c.case_id = :case ORDER BY c.number")
                .param("case", caseId)
                .query((row, _) -> {
                    UUID id = Rows.id(row, "id");
                    Instant withdrawn = Rows.instantOrNull(row, "withdrawn_at");
                    return new Change(
                            id,
                            row.getInt("number"),
                            descriptions.getOrDefault(id, List.of()),
                            classifications.getOrDefault(id, List.of()),
                            withdrawn == null
                                    ? null
                                    : new Withdrawal(
                                            withdrawn,
                                            row.getString("withdrawer_name"),
                                            row.getString("withdrawn_because")));
                })
                .list();
    }

    private Map<UUID, List<Description>> descriptions(UUID caseId) {
        Map<UUID, ChangedRelease> releases = releases(caseId);
        Map<UUID, List<Description>> all = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT d.* FROM correction.description d JOIN correction.change c ON c.id = d.change_id
                 WHERE c.case_id = :case ORDER BY d.change_id, d.version
                """).param("case", caseId).query((ResultSet row) -> {
            all.computeIfAbsent(Rows.id(row, "change_id"), _ -> new ArrayList<>())
                    .add(new Description(
                            row.getInt("version"),
                            Worded.get(ChangeKind.values(), row.getString("kind")),
                            row.getString("what"),
                            row.getString("compared"),
                            row.getBoolean("made"),
                            row.getObject("on_day", LocalDate.class),
                            Rows.ids(row, "release_ids").stream()
                                    .map(releases::get)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            Rows.instant(row, "entered_at"),
                            row.getString("enterer_name")));
        });
        return all;
    }

    private Map<UUID, ChangedRelease> releases(UUID caseId) {
        Map<UUID, ChangedRelease> all = new HashMap<>();
        jdbc.sql("""
                SELECT r.release_id, r.product_id, r.product_name, r.model_name, r.version
                  FROM product.published_release r
                 WHERE r.release_id IN (SELECT unnest(d.release_ids) FROM correction.description d
                                          JOIN correction.change c ON c.id = d.change_id WHERE c.case_id = :case)
                """).param("case", caseId).query((ResultSet row) -> {
            UUID id = Rows.id(row, "release_id");
            String model = row.getString("model_name");
            all.put(
                    id,
                    new ChangedRelease(
                            id,
                            Rows.id(row, "product_id"),
                            row.getString("product_name") + (model == null ? "" : " " + model) + " "
                                    + row.getString("version")));
        });
        return all;
    }

    private Map<UUID, List<Classification>> classifications(UUID caseId) {
        Map<UUID, List<Classification>> all = new HashMap<>();
        jdbc.sql("""
                SELECT k.* FROM correction.classification k JOIN correction.change c ON c.id = k.change_id
                 WHERE c.case_id = :case ORDER BY k.number
                """).param("case", caseId).query((ResultSet row) -> {
            all.computeIfAbsent(Rows.id(row, "change_id"), _ -> new ArrayList<>())
                    .add(classification(row));
        });
        return all;
    }

    private static Classification classification(ResultSet row) throws SQLException {
        Instant ended = Rows.instantOrNull(row, "ended_at");
        return new Classification(
                Rows.id(row, "id"),
                row.getInt("version"),
                Worded.get(Outcome.values(), row.getString("outcome")),
                CanonicalRecord.parse(row.getString("answers"), Answers.class),
                Basis.parse(row.getString("basis")),
                Rows.instant(row, "signed_at"),
                Rows.id(row, "signed_by"),
                row.getString("signer_name"),
                ended == null
                        ? null
                        : new Ending(ended, row.getString("ended_because"), row.getBoolean("ended_by_itself")),
                List.of());
    }

    /// What stands in cases.
    List<Standing> standing(Collection<UUID> cases) {
        return jdbc.sql("""
                SELECT k.*, c.case_id, c.number AS change_number, h.public_id
                  FROM correction.change c
                  JOIN correction.classification k ON k.change_id = c.id AND k.ended_at IS NULL
                  JOIN handling.published_case h ON h.case_id = c.case_id
                 WHERE c.case_id = ANY (:cases)
                 ORDER BY c.case_id, c.number
                """)
                .param("cases", cases.toArray(UUID[]::new))
                .query((row, _) -> new Standing(
                        Rows.id(row, "case_id"),
                        row.getString("public_id"),
                        Rows.id(row, "change_id"),
                        row.getInt("change_number"),
                        classification(row)))
                .list();
    }

    Optional<CaseNumber> caseOf(Reader reader, UUID change) {
        return jdbc.sql("""
                SELECT c.public_id FROM correction.change x
                  JOIN handling.published_case c ON c.case_id = x.case_id
                 WHERE x.id = :id AND %s
                """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("id", change)
                .query(String.class)
                .optional()
                .map(CaseNumber::of);
    }

    void insert(UUID caseId, UUID change, int number) {
        jdbc.sql("INSERT INTO correction.change (id, case_id, number) VALUES (:id, :case, :number)")
                .param("id", change)
                .param("case", caseId)
                .param("number", number)
                .update();
    }

    void insert(UUID change, Description one, Actor actor) {
        jdbc.sql("""
                INSERT INTO correction.description
                       (change_id, version, kind, what, compared, made, on_day, release_ids, entered_at, entered_by,
                        enterer_name)
                VALUES (:change, :version, :kind, :what, :compared, :made, :day, :releases, :at, :by, :name)
                """)
                .param("change", change)
                .param("version", one.version())
                .param("kind", one.kind().word())
                .param("what", one.what())
                .param("compared", one.compared())
                .param("made", one.made())
                .param("day", one.day())
                .param(
                        "releases",
                        one.releases().stream().map(ChangedRelease::release).toArray(UUID[]::new))
                .param("at", Rows.utc(one.entered()))
                .param("by", actor.id())
                .param("name", one.by())
                .update();
    }

    void insert(UUID change, Classification one) {
        jdbc.sql("""
                INSERT INTO correction.classification
                       (id, change_id, version, outcome, answers, basis, annual, signed_at, signed_by, signer_name)
                VALUES (:id, :change, :version, :outcome, :answers, :basis, :annual, :at, :by, :name)
                """)
                .param("id", one.id())
                .param("change", change)
                .param("version", one.version())
                .param("outcome", one.outcome().word())
                .param("answers", CanonicalRecord.of(one.answers()))
                .param("basis", one.basis().canonical())
                .param("annual", one.basis().annual().word())
                .param("at", Rows.utc(one.signed()))
                .param("by", one.signedBy())
                .param("name", one.by())
                .update();
    }

    /// @return false when it had ended before
    boolean end(UUID classification, Ending ending) {
        return jdbc.sql("""
                        UPDATE correction.classification
                           SET ended_at = :at, ended_because = :because, ended_by_itself = :itself
                         WHERE id = :id AND ended_at IS NULL
                        """)
                        .param("id", classification)
                        .param("at", Rows.utc(ending.at()))
                        .param("because", ending.because())
                        .param("itself", ending.byItself())
                        .update()
                == 1;
    }

    void withdraw(UUID change, Withdrawal withdrawal, Actor actor) {
        jdbc.sql("""
                UPDATE correction.change
                   SET withdrawn_at = :at, withdrawn_by = :by, withdrawer_name = :name, withdrawn_because = :because
                 WHERE id = :id AND withdrawn_at IS NULL
                """)
                .param("id", change)
                .param("at", Rows.utc(withdrawal.at()))
                .param("by", actor.id())
                .param("name", withdrawal.by())
                .param("because", withdrawal.because())
                .update();
    }
}
