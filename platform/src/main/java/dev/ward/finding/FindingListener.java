package dev.ward.finding;

import dev.ward.advisory.AdvisoriesRevised;
import dev.ward.sbom.SbomsIngested;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Wakes matching when there is something new, and now and then in case that a wake-up was lost.
@Component
class FindingListener {

    private final PortfolioMatching matching;
    private final KeyRenewal keys;

    FindingListener(PortfolioMatching matching, KeyRenewal keys) {
        this.matching = matching;
        this.keys = keys;
    }

    @EventListener
    void on(AdvisoriesRevised event) {
        if (keys.isDone()) {
            matching.followAdvisories();
        }
    }

    @EventListener
    void on(SbomsIngested event) {
        if (keys.isDone()) {
            matching.followSboms();
        }
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT20S")
    void catchUp() {
        if (keys.isDone()) {
            matching.followSboms();
            matching.followAdvisories();
        }
    }
}
