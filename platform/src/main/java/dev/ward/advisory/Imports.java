package dev.ward.advisory;

import dev.ward.audit.Actor;
import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes documents of sources, and tells when which source was heard.
@Component
public class Imports {

    private final ImportRepository repository;
    private final Documents documents;
    private final Jobs jobs;
    private final ImportSettings settings;
    private final ImportHosts hosts;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Imports(
            ImportRepository repository,
            Documents documents,
            Jobs jobs,
            ImportSettings settings,
            ImportHosts hosts,
            Mandate mandate,
            TransactionTemplate transactions,
            Clock clock) {
        this.repository = repository;
        this.documents = documents;
        this.jobs = jobs;
        this.settings = settings;
        this.hosts = hosts;
        this.mandate = mandate;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Refuses what says before it comes that it is too large.
    ///
    /// @param size  in bytes; negative when nobody knows
    /// @throws DocumentTooLarge  when it is
    public void refuseTooLarge(long size) throws DocumentTooLarge {
        if (size > settings.mostBytes()) {
            throw new DocumentTooLarge(settings.mostBytes());
        }
    }

    /// Keeps a document and has it imported. It is read to its end before this returns.
    ///
    /// @param name  what to call it
    /// @return the job that imports it
    /// @throws IOException  when `in` fails or gives more than is taken; nothing is kept then
    public JobId submit(Source source, String name, InputStream in, Actor actor) throws IOException {
        try (Arrival arrival = documents.receive(in, settings.mostBytes())) {
            return submit(source, new Origin.Upload(name), arrival, actor);
        }
    }

    /// Has a file of the server imported. It must lie in one of the folders that the operator allows.
    ///
    /// @throws IOException  when it is not there, with a message for people
    public JobId submitFile(Source source, Path file, Actor actor) throws IOException {
        return submit(source, new Origin.File(settings.allowed(file)), null, actor);
    }

    /// Has a document fetched and imported.
    ///
    /// @throws IOException  when nothing may be fetched from there, with a message for people
    public JobId submitUrl(Source source, URI url, Actor actor) throws IOException {
        return submit(source, new Origin.Url(hosts.allowed(url)), null, actor);
    }

    private JobId submit(Source source, Origin origin, @Nullable Arrival arrival, Actor actor) {
        ImportId id = ImportId.next();
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put(ImportWork.IMPORT, id.toString());
        payload.put(ImportWork.ORIGIN, origin.word());
        if (origin instanceof Origin.Url(URI address)) {
            payload.put(ImportWork.ADDRESS, address.toString());
        }
        String subject = "%s from %s".formatted(source.title(), origin.name());
        return transactions.execute(_ -> {
            mandate.confirm(actor, Permission.SOURCE_IMPORT);
            Job job = jobs.submit(ImportWork.KIND, subject, payload, actor);
            repository.insert(id, source, origin, job.id(), actor, clock.instant());
            if (arrival != null) {
                arrival.keep();
                repository.arrived(id, arrival.document());
            }
            return job.id();
        });
    }

    public Optional<SourceImport> find(Reader reader, ImportId id) {
        return repository.find(reader, id);
    }

    public Optional<SourceImport> findByJob(Reader reader, JobId job) {
        return repository.findByJob(reader, job);
    }

    /// The imports of one source, the newest first.
    ///
    /// @param behind  the last import of the part before; null for the first part
    public List<SourceImport> list(Reader reader, Source source, @Nullable ImportId behind, int limit) {
        return repository.list(reader, source, behind, limit);
    }

    /// What could not be read of a document, in the order of reading.
    ///
    /// @param of    an import that its reader may see
    /// @param from  how many to leave out
    public List<UnreadPart> unread(SourceImport of, int from, int limit) {
        return repository.unread(of.id(), from, limit);
    }
}
