package dev.ward.advisory;

import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.document.StoredDocument;
import dev.ward.job.JobPostponed;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import dev.ward.job.ProgressInput;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.AdvisoryIntake;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports one document of a source. Begun again, it finds what it made known before to be known, and goes
/// on.
@Component
class ImportWork implements JobWork {

    static final String KIND = "advisory.import";
    static final String IMPORT = "import";
    static final String ORIGIN = "origin";
    static final String ADDRESS = "address";

    /// At once, so that uploads of SBOMs do not wait behind feeds.
    private static final int MOST = 2;

    private final ImportRepository repository;
    private final ImportLog log;
    private final Documents documents;
    private final ImportSettings settings;
    private final Fetch fetch;
    private final DataSource dataSource;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportWork(
            ImportRepository repository,
            ImportLog log,
            Documents documents,
            ImportSettings settings,
            Fetch fetch,
            DataSource dataSource,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.repository = repository;
        this.log = log;
        this.documents = documents;
        this.settings = settings;
        this.fetch = fetch;
        this.dataSource = dataSource;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Map<String, String> run(JobRun run) {
        ImportId id = importOf(run);
        if (get(id).outcome() == ImportOutcome.RUNNING) {
            bring(id, run);
            take(get(id), run);
        }
        SourceImport ended = get(id);
        if (ended.counts().changedSomething()) {
            run.step("matches what is new");
            events.publishEvent(new AdvisoriesRevised(log.newestChangeSet()));
        }
        return result(ended);
    }

    @Override
    public void failed(JobRun run, String problem) {
        log.failed(get(importOf(run)), problem, run.actor());
    }

    private SourceImport get(ImportId id) {
        return repository.find(id).orElseThrow();
    }

    private static ImportId importOf(JobRun run) {
        return new ImportId(UUID.fromString(run.payload().getOrDefault(IMPORT, "")));
    }

    /// Gets the document where it did not come with the request.
    private void bring(ImportId id, JobRun run) {
        SourceImport of = get(id);
        if (of.sha256() != null) {
            return;
        }
        run.step("fetches the document");
        try {
            if (run.payload().getOrDefault(ORIGIN, "").equals("url")) {
                String address = run.payload().getOrDefault(ADDRESS, of.name());
                fetch.fetch(URI.create(address), (in, size) -> keep(id, in, size, run));
            } else {
                Path file = settings.allowed(Path.of(of.name()));
                try (InputStream in = Files.newInputStream(file)) {
                    keep(id, in, Files.size(file), run);
                }
            }
        } catch (DocumentTooLarge e) {
            throw new JobProblem("%s: WARD_IMPORT_MOST allows no more.".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new JobProblem("The document could not be fetched. %s".formatted(Reasons.of(e)));
        }
    }

    private StoredDocument keep(ImportId id, InputStream in, long size, JobRun run) throws IOException {
        try (Arrival arrival = documents.receive(new ProgressInput(in, size, run), settings.mostBytes())) {
            return Objects.requireNonNull(transactions.execute(_ -> {
                arrival.keep();
                repository.arrived(id, arrival.document());
                return arrival.document();
            }));
        }
    }

    private void take(SourceImport of, JobRun run) {
        String sha256 = String.valueOf(of.sha256());
        try (Staging staging = Staging.open(dataSource)) {
            if (!staging.lock(of.source())) {
                throw new JobPostponed("waits for another import of this source");
            }
            if (repository.isKnown(of.source(), sha256)) {
                log.nothingNew(of, run.actor());
                return;
            }
            StagingReader read = read(of, staging, run);
            new ImportSteps(of, staging, repository, clock).apply(read, run);
            log.completed(get(of.id()), run.actor());
        }
    }

    private StagingReader read(SourceImport of, Staging staging, JobRun run) {
        run.step("reads the document");
        long size = of.size() == null ? 0 : of.size();
        try (InputStream in = new ProgressInput(documents.open(String.valueOf(of.sha256())), size, run)) {
            StagingReader reader = new StagingReader(of.source(), staging);
            read(of, in, reader);
            reader.finish();
            return reader;
        } catch (IOException e) {
            throw new JobProblem("The document could not be read. %s".formatted(Reasons.of(e)));
        }
    }

    private void read(SourceImport of, InputStream in, StagingReader reader) throws IOException {
        try {
            AdvisoryIntake.read(of.name(), in, reader);
        } catch (UnreadableInput e) {
            reader.unread(e.unread());
        }
        log.told(of.id(), reader);
        if (reader.told() == 0) {
            throw new JobProblem(Reasons.nothingRead(of, reader));
        }
    }

    private static Map<String, String> result(SourceImport of) {
        ImportCounts counts = of.counts();
        Map<String, String> result = new LinkedHashMap<>();
        result.put("import", of.id().toString());
        result.put("outcome", of.outcome().word());
        result.put("told", Long.toString(counts.told()));
        result.put("new", Long.toString(counts.created()));
        result.put("revised", Long.toString(counts.revised()));
        result.put("retired", Long.toString(counts.retired()));
        result.put("unchanged", Long.toString(counts.unchanged()));
        result.put("older", Long.toString(counts.older()));
        result.put("unread", Long.toString(counts.unread()));
        return result;
    }
}
