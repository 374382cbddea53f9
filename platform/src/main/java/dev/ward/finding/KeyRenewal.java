package dev.ward.finding;

import dev.ward.advisory.AdvisoryKeys;
import dev.ward.audit.Actor;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import dev.ward.job.Jobs;
import dev.ward.sbom.ComponentKeys;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes stored keys again when a new version of Ward has another format of them, and matches again.
///
/// Components come first, and matching rests meanwhile: a record that met components under other keys would seem to
/// hit none of them.
@Component
class KeyRenewal implements JobWork {

    static final String KIND = "finding.keys";

    /// In one transaction.
    private static final int BATCH = 1_000;

    private final ComponentKeys components;
    private final AdvisoryKeys advisories;
    private final PortfolioMatching matching;
    private final Jobs jobs;

    KeyRenewal(ComponentKeys components, AdvisoryKeys advisories, PortfolioMatching matching, Jobs jobs) {
        this.components = components;
        this.advisories = advisories;
        this.matching = matching;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return 1;
    }

    /// Whether matching can rely on the keys.
    boolean isDone() {
        return components.areCurrent() && advisories.areCurrent();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!isDone()) {
            jobs.submit(KIND, "Keys of matching, in the format of this version", Map.of(), Actor.machine("matching"));
        }
    }

    @Override
    public Map<String, String> run(JobRun run) {
        int ofComponents = renew("makes the keys of components again", run, components::renew);
        int ofRecords = renew("makes the keys of advisories again", run, advisories::renew);
        run.step("matches again");
        matching.followSboms();
        matching.followAdvisories();
        return Map.of("components", Integer.toString(ofComponents), "records", Integer.toString(ofRecords));
    }

    private static int renew(String words, JobRun run, IntUnaryOperator batch) {
        run.step(words);
        int all = 0;
        int renewed = batch.applyAsInt(BATCH);
        while (renewed > 0) {
            all += renewed;
            run.progress(all, 0);
            renewed = batch.applyAsInt(BATCH);
        }
        return all;
    }
}
