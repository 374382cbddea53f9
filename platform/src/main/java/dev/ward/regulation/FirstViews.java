package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.identity.Caller;
import dev.ward.identity.CurrentActor;
import dev.ward.web.RecordViewed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who of the manufacturer's people looked at something first. It starts no clock: what somebody
/// learned by it, they declare.
@Component
class FirstViews {

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final Clock clock;

    FirstViews(JdbcClient jdbc, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(RecordViewed viewed) {
        actor.find()
                .filter(caller -> caller.actor().kind() == Actor.Kind.PERSON && caller.organisation() == null)
                .ifPresent(caller -> keep(viewed, caller));
    }

    private void keep(RecordViewed viewed, Caller by) {
        jdbc.sql("""
                INSERT INTO regulation.first_view (kind, record_id, viewed_at, viewed_by, viewer_name)
                VALUES (:kind, :id, :at, :by::uuid, :name)
                ON CONFLICT DO NOTHING
                """)
                .param("kind", viewed.kind())
                .param("id", viewed.id())
                .param("at", Rows.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("by", by.actor().id())
                .param("name", by.actor().name())
                .update();
    }
}
