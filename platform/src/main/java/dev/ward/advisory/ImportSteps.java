package dev.ward.advisory;

import dev.ward.job.JobRun;
import java.time.Clock;

/// Makes known what an import has staged, in transactions of bounded size.
final class ImportSteps {

    private final SourceImport of;
    private final Staging staging;
    private final ImportRepository repository;
    private final ChangeSets changeSets;

    ImportSteps(SourceImport of, Staging staging, ImportRepository repository, Clock clock) {
        this.of = of;
        this.staging = staging;
        this.repository = repository;
        this.changeSets = new ChangeSets(staging, of, clock);
    }

    void apply(StagingReader read, JobRun run) {
        run.step("makes known what is new");
        long older = switch (of.source()) {
            case CVE, OSV, NVD -> records(run);
            case KEV -> kev();
            case EPSS -> epss(run);
        };
        repository.told(of.id(), read.told(), older, read.unreadParts().count());
    }

    private long records(JobRun run) {
        RecordSteps steps = new RecordSteps(staging);
        RecordSteps.Decision decision = steps.decide();
        for (int i = 0; i < decision.batches(); i++) {
            int batch = i;
            run.progress(batch, decision.batches());
            changeSets.commit(changeSet -> steps.apply(batch, changeSet));
        }
        return decision.older();
    }

    private long kev() {
        KevSteps steps = new KevSteps(staging);
        if (steps.changesSomething()) {
            changeSets.commit(steps::apply);
        }
        return 0;
    }

    private long epss(JobRun run) {
        EpssSteps steps = new EpssSteps(staging);
        EpssSteps.Decision decision = steps.decide();
        for (int i = 0; i < decision.batches(); i++) {
            int batch = i;
            run.progress(batch, decision.batches());
            changeSets.commit(changeSet -> steps.apply(batch, changeSet));
        }
        return decision.older();
    }
}
