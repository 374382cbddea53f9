package dev.ward.lifecycle;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All releases with their stages on one market, by product and version.
@Service
@Transactional(readOnly = true)
public class Board {

    private static final SortOrder BY_NAME = SortOrder.ascending("name");

    private final JdbcClient jdbc;
    private final Clock clock;

    Board(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param text   a part of the product's name or the version; null for all
    /// @param stage  the current stage; null for any
    /// @param after  the cursor of the part before; null for the beginning
    public Slice<BoardRow> list(
            Reader reader,
            Market market,
            @Nullable String text,
            @Nullable Stage stage,
            @Nullable String after,
            int limit) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Cursor cursor = Cursor.parse(after, BY_NAME, 3);
        List<Found> found = jdbc.sql("""
                SELECT r.release_id, r.product_id, r.product_order, left(r.version, 200) AS version_order,
                       r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version AS name
                  FROM product.published_release r
                 WHERE NOT r.archived AND %s
                   AND (:begins OR (r.product_order, left(r.version, 200), r.release_id) > (:product, :version, :id::uuid))
                   AND (:text::text IS NULL OR lower(r.product_name || ' ' || r.version) LIKE :text)
                   AND (:stage::text IS NULL OR EXISTS (
                        SELECT FROM lifecycle.stage_at(:now) s
                         WHERE s.release_id = r.release_id AND s.market = :market AND s.current AND s.stage = :stage))
                 ORDER BY r.product_order, left(r.version, 200), r.release_id LIMIT :rows
                """.formatted(reader.sees("r")))
                .param("begins", cursor == null)
                .param("product", cursor == null ? "" : cursor.text(0))
                .param("version", cursor == null ? "" : cursor.text(1))
                .param("id", cursor == null ? null : cursor.uuid(2).toString())
                .param("text", pattern(text))
                .param("stage", stage == null ? null : stage.word())
                .param("now", now)
                .param("market", market.code())
                .param("rows", limit + 1)
                .query(Found.class)
                .list();
        Map<UUID, List<Dated>> dates = dates(found, market, now);
        return Slice.of(
                        found,
                        limit,
                        one -> Cursor.of(BY_NAME, one.productOrder(), one.versionOrder(), one.releaseId()))
                .map(one -> row(one, dates.getOrDefault(one.releaseId(), List.of())));
    }

    private record Found(UUID releaseId, UUID productId, String productOrder, String versionOrder, String name) {}

    private record Dated(BoardRow.Date date, boolean current) {}

    private Map<UUID, List<Dated>> dates(List<Found> found, Market market, OffsetDateTime now) {
        Map<UUID, List<Dated>> dates = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT s.* FROM lifecycle.stage_at(:now) s
                 WHERE s.release_id = ANY(:releases) AND s.market = :market ORDER BY s.place
                """)
                .param("now", now)
                .param("releases", found.stream().map(Found::releaseId).toArray(UUID[]::new))
                .param("market", market.code())
                .query(row -> {
                    BoardRow.Date date = new BoardRow.Date(
                            Stage.of(row.getString("stage")).orElseThrow(),
                            row.getObject("announced_on", LocalDate.class),
                            row.getObject("effective_on", LocalDate.class),
                            row.getBoolean("begun"));
                    dates.computeIfAbsent(row.getObject("release_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Dated(date, row.getBoolean("current")));
                });
        return dates;
    }

    private static BoardRow row(Found found, List<Dated> dates) {
        Stage current = dates.stream()
                .filter(Dated::current)
                .map(one -> one.date().stage())
                .findFirst()
                .orElse(null);
        return new BoardRow(
                found.releaseId(),
                found.productId(),
                found.name(),
                current,
                dates.stream().map(Dated::date).toList());
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
