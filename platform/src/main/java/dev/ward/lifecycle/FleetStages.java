package dev.ward.lifecycle;

import dev.ward.device.Fleet;
import dev.ward.device.FleetFigures;
import dev.ward.device.FleetFilter;
import dev.ward.identity.Reader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counts the units in the field by the stage that their release is in.
@Service
@Transactional(readOnly = true)
public class FleetStages {

    private final Fleet fleet;
    private final JdbcClient jdbc;
    private final Clock clock;

    FleetStages(Fleet fleet, JdbcClient jdbc, Clock clock) {
        this.fleet = fleet;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param byStage         only stages in which some unit is
    /// @param undated         units with a release of which no stage has begun, as far as Ward knows
    /// @param unknownRelease  units of which nobody knows the release, and so not its stage either
    public record Counts(Map<Stage, Long> byStage, long undated, long unknownRelease) {

        public Counts {
            byStage = Map.copyOf(byStage);
        }

        public long of(Stage stage) {
            return Objects.requireNonNullElse(byStage.get(stage), 0L);
        }

        public long devices() {
            return byStage.values().stream().mapToLong(Long::longValue).sum() + undated + unknownRelease;
        }
    }

    /// @param market  whose dates decide
    public Counts counts(Reader reader, FleetFilter filter, Market market) {
        List<FleetFigures.OfRelease> installed = fleet.installed(reader, filter);
        Map<UUID, Stage> stages = stages(installed, market);
        Map<Stage, Long> byStage = new EnumMap<>(Stage.class);
        long undated = 0;
        long unknown = 0;
        for (FleetFigures.OfRelease one : installed) {
            Stage stage = stages.get(one.release());
            if (one.release() == null) {
                unknown += one.devices();
            } else if (stage == null) {
                undated += one.devices();
            } else {
                byStage.merge(stage, one.devices(), Long::sum);
            }
        }
        return new Counts(byStage, undated, unknown);
    }

    private Map<UUID, Stage> stages(List<FleetFigures.OfRelease> installed, Market market) {
        Map<UUID, Stage> stages = new HashMap<>();
        jdbc.sql("""
                SELECT s.release_id, s.stage FROM lifecycle.stage_at(:now) s
                 WHERE s.current AND s.market = :market AND s.release_id = ANY(:releases)
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("market", market.code())
                .param(
                        "releases",
                        installed.stream()
                                .map(FleetFigures.OfRelease::release)
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .query(row -> {
                    stages.put(
                            row.getObject("release_id", UUID.class),
                            Stage.of(row.getString("stage")).orElseThrow());
                });
        return stages;
    }
}
