package dev.ward.advisory;

import dev.ward.job.JobRun;
import dev.ward.standards.advisory.KevCatalogue;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
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
            case KEV -> kev(read);
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

    private long kev(StagingReader read) {
        KevSteps steps = new KevSteps(staging, retires(read));
        if (steps.changesSomething()) {
            changeSets.commit(steps::apply);
        }
        return 0;
    }

    /// Whether entries that the document lacks are listed no more: only a whole catalogue says so, and the newest.
    private boolean retires(StagingReader read) {
        KevCatalogue whole = read.wholeCatalogue();
        if (whole == null || whole.released() == null || !repository.isNewest(of.id(), whole.released())) {
            return false;
        }
        if (!KevSteps.lacksTooMuch(staging)) {
            return true;
        }
        read.unread(new Unread(
                of.name(),
                Location.START,
                "the catalogue",
                "lacks more of the entries that are known than CISA removes at once; they stay listed",
                false));
        repository.replaceUnread(of.id(), read.unreadParts().list());
        return false;
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
