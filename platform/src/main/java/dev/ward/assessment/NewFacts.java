package dev.ward.assessment;

import dev.ward.advisory.AdvisoriesRevised;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.performance.EssentialPerformanceApproved;
import dev.ward.rule.RuleSetInForce;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes back what was said before a new fact was known. It looks when something was told, and now and
/// then in case that it was not; what it finds is one entry of the trail.
abstract class NewFacts {

    private final AtomicBoolean told = new AtomicBoolean();
    private final Looking looking;
    private final Actor actor;
    private final String news;
    private final Act act;

    /// @param news  one statement that takes back, and gives as `trigger` and `found` how often for
    ///              which reason; it may name `:now`, `:today` and the parameters
    /// @param act   to which each trigger adds how often it was found
    NewFacts(Looking looking, Actor actor, String news, Act act) {
        this.looking = looking;
        this.actor = actor;
        this.news = news;
        this.act = act;
    }

    /// What all who look need.
    @Component
    record Looking(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transactions, Clock clock) {}

    /// What the statement names besides the time, read anew each time.
    abstract Map<String, Object> parameters();

    @EventListener
    void on(AdvisoriesRevised event) {
        told.set(true);
    }

    @EventListener
    void on(EssentialPerformanceApproved event) {
        told.set(true);
    }

    @EventListener
    void on(RuleSetInForce event) {
        told.set(true);
    }

    /// Whoever tells does not wait for it, and does not fail with it.
    @Scheduled(fixedDelayString = "PT5S")
    void lookWhenTold() {
        if (told.getAndSet(false)) {
            look();
        }
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10M")
    void lookNowAndThen() {
        look();
    }

    /// @return how much was taken back
    long look() {
        Map<String, Long> found = looking.transactions().execute(_ -> takeBack());
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> takeBack() {
        var now = looking.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        Map<String, Long> found = new TreeMap<>();
        looking.jdbc()
                .sql(news)
                .params(parameters())
                .param("today", now.toLocalDate())
                .param("now", now)
                .query(row -> {
                    found.put(row.getString("trigger"), row.getLong("found"));
                });
        if (!found.isEmpty()) {
            Act taken = act;
            for (Map.Entry<String, Long> one : found.entrySet()) {
                taken = taken.after(one.getKey(), one.getValue().toString());
            }
            looking.audit().record(actor, taken);
        }
        return found;
    }
}
