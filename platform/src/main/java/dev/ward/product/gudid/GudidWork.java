package dev.ward.product.gudid;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.document.Documents;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import dev.ward.job.ProgressInput;
import dev.ward.standards.gudid.GudidDevice;
import dev.ward.standards.gudid.GudidReader;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file of the GUDID, five hundred records at a time, each part with its counts in one transaction. Begun
/// again, it
/// goes on behind the last part.
@Component
class GudidWork implements JobWork {

    static final String KIND = "product.gudid";
    static final String IMPORT = "import";

    private static final int BATCH = 500;
    private static final int MOST_UNREAD = 1_000;

    private final GudidImportRepository imports;
    private final GudidRecordRepository records;
    private final Documents documents;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    GudidWork(
            GudidImportRepository imports,
            GudidRecordRepository records,
            Documents documents,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.imports = imports;
        this.records = records;
        this.documents = documents;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Two at once would write the same records.
    @Override
    public int most() {
        return 1;
    }

    @Override
    public Map<String, String> run(JobRun run) {
        GudidImport of = imports.find(importOf(run)).orElseThrow();
        if (of.outcome() == GudidImport.Outcome.RUNNING) {
            run.step("reads the file");
            Reading reading = new Reading(of, run);
            read(of, run, reading);
            reading.flush();
            end(of, run, reading);
        }
        GudidImport.Counts counts = imports.find(of.id()).orElseThrow().counts();
        return Map.of(
                "import", of.id().toString(),
                "told", Long.toString(counts.told()),
                "new", Long.toString(counts.created()),
                "revised", Long.toString(counts.revised()),
                "unchanged", Long.toString(counts.unchanged()),
                "older", Long.toString(counts.older()),
                "unread", Long.toString(counts.unread()));
    }

    private void read(GudidImport of, JobRun run, Reading reading) {
        try (InputStream in = Gunzip.where(new ProgressInput(documents.open(of.sha256()), 0, run))) {
            GudidReader.read(in, reading::tell, new UnreadReport(of.name(), reading::unread));
        } catch (UnreadableInput e) {
            reading.unread(e.unread());
            if (reading.told == 0) {
                throw new JobProblem(
                        "Nothing of the file could be read as the GUDID: %s. Upload a file as the FDA publishes it: the release as XML, or an answer of openFDA or AccessGUDID as JSON."
                                .formatted(e.unread().reason()));
            }
        } catch (IOException e) {
            throw new JobProblem(
                    "The file is damaged: it cannot be read to its end. %s".formatted(String.valueOf(e.getMessage())));
        }
        if (reading.told == 0) {
            throw new JobProblem("There is no device in the file. Upload a file of the GUDID as the FDA publishes it.");
        }
    }

    private void end(GudidImport of, JobRun run, Reading reading) {
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            imports.end(
                    of.id(),
                    reading.allUnread,
                    reading.unread,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            GudidImport.Counts counts = imports.find(of.id()).orElseThrow().counts();
            audit.record(
                    run.actor(),
                    Act.of("gudid.imported", GudidImports.SUBJECT, of.id().toString())
                            .after("sha256", of.sha256())
                            .after("told", Long.toString(counts.told()))
                            .after("new", Long.toString(counts.created()))
                            .after("revised", Long.toString(counts.revised()))
                            .after("unread", Long.toString(counts.unread())));
        });
    }

    @Override
    public void failed(JobRun run, String problem) {
        imports.end(importOf(run), 0, List.of(), problem, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static UUID importOf(JobRun run) {
        return UUID.fromString(run.payload().getOrDefault(IMPORT, ""));
    }

    /// One way through the file.
    private final class Reading {

        private final GudidImport of;
        private final JobRun run;
        private final List<GudidRecord> batch = new ArrayList<>();
        private final List<UnreadRecord> unread = new ArrayList<>();
        private long told;
        private long allUnread;

        Reading(GudidImport of, JobRun run) {
            this.of = of;
            this.run = run;
        }

        void tell(GudidDevice device) {
            told++;
            if (told > of.counts().told()) {
                batch.add(GudidRecord.from(device));
            }
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                transactions.executeWithoutResult(_ -> {
                    run.confirm();
                    imports.add(of.id(), records.write(of.id(), batch));
                });
                batch.clear();
            }
        }

        void unread(Unread part) {
            allUnread++;
            if (unread.size() < MOST_UNREAD) {
                unread.add(new UnreadRecord(
                        clean(part.location().toString()),
                        clean(part.what()),
                        clean(part.reason()) + (part.lost() ? "" : " (kept)")));
            }
        }

        private static String clean(String text) {
            return text.replace("\0", "");
        }
    }
}
