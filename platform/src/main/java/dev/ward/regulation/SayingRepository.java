package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.ProductKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people say of a case as a whole; the last of each holds.
@Repository
class SayingRepository {

    private final JdbcClient jdbc;

    SayingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param kind  null when nobody says
    record Setting(ZoneId zone, @Nullable ProductKind kind) {}

    Map<UUID, List<Setting>> settings(Collection<UUID> cases) {
        return CaseRows.byCase(
                jdbc,
                "SELECT DISTINCT ON (case_id) * FROM regulation.setting WHERE case_id = ANY (:cases)"
                        + " ORDER BY case_id, number DESC",
                cases,
                (row, _) -> {
                    String kind = row.getString("product_kind");
                    return new Setting(
                            ZoneId.of(row.getString("zone")), kind == null ? null : ProductKind.valueOf(upper(kind)));
                });
    }

    Map<UUID, List<ExploitationEntry>> exploitation(Collection<UUID> cases) {
        return CaseRows.byCase(
                jdbc,
                "SELECT DISTINCT ON (case_id) * FROM regulation.exploitation WHERE case_id = ANY (:cases)"
                        + " ORDER BY case_id, number DESC",
                cases,
                (row, _) -> new ExploitationEntry(
                        ExploitationState.valueOf(upper(row.getString("state"))),
                        row.getString("moment"),
                        row.getString("rests_on"),
                        Rows.instant(row, "entered_at"),
                        row.getString("enterer_name")));
    }

    void insert(UUID caseId, Setting setting, Actor by, Instant at) {
        ProductKind kind = setting.kind();
        jdbc.sql("""
                INSERT INTO regulation.setting (case_id, zone, product_kind, entered_at, entered_by, enterer_name)
                VALUES (:case, :zone, :kind, :at, :by, :name)
                """)
                .param("case", caseId)
                .param("zone", setting.zone().getId())
                .param("kind", kind == null ? null : word(kind))
                .param("at", Rows.utc(at))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    void insert(UUID caseId, ExploitationEntry entry, Actor by) {
        jdbc.sql("""
                INSERT INTO regulation.exploitation (case_id, state, moment, rests_on, entered_at, entered_by, enterer_name)
                VALUES (:case, :state, :moment, :restsOn, :at, :by, :name)
                """)
                .param("case", caseId)
                .param("state", word(entry.state()))
                .param("moment", entry.moment())
                .param("restsOn", entry.restsOn())
                .param("at", Rows.utc(entry.entered()))
                .param("by", by.id())
                .param("name", entry.by())
                .update();
    }

    /// As facts and rules write it, `non-device`.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
