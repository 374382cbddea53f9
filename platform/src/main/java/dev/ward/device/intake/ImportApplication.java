package dev.ward.device.intake;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.customer.CustomerIntake;
import dev.ward.device.ChangeSets;
import dev.ward.device.FactSource;
import dev.ward.device.ImportedHistory;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.job.JobPostponed;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.table.ImportState;
import dev.ward.table.UsedMapping;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The last step of an import: all that it changes becomes known at once, or nothing does.
@Component
class ImportApplication {

    private final DeviceImportRepository imports;
    private final DecideSteps decisions;
    private final ApplySteps steps;
    private final ShipmentSteps shipments;
    private final CustomerIntake customers;
    private final ChangeSets changeSets;
    private final ImportedHistory history;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final JsonMapper json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportApplication(
            DeviceImportRepository imports,
            DecideSteps decisions,
            ApplySteps steps,
            ShipmentSteps shipments,
            CustomerIntake customers,
            ChangeSets changeSets,
            ImportedHistory history,
            AuditTrail audit,
            Mandate mandate,
            JsonMapper json,
            TransactionTemplate transactions,
            Clock clock) {
        this.imports = imports;
        this.decisions = decisions;
        this.steps = steps;
        this.shipments = shipments;
        this.customers = customers;
        this.changeSets = changeSets;
        this.history = history;
        this.audit = audit;
        this.mandate = mandate;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    long newestChangeSet() {
        return steps.newestChangeSet();
    }

    void apply(DeviceImport of, DeviceImportWork.Result read, DeviceImportWork.Decided decided, JobRun run) {
        refusePart(of, read, decided.decision());
        try {
            transactions.executeWithoutResult(_ -> {
                run.confirm();
                mandate.confirm(run.actor(), Permission.DEVICE_WRITE);
                DecideSteps.Decision decision = decided.decision();
                if (isNothing(decision)) {
                    report(of, read, decision, 0);
                    end(of, read, decision, run, null, 0);
                } else {
                    write(of, read, decided, run);
                }
            });
        } catch (DuplicateKeyException e) {
            // Somebody added a customer or site of the same name while the file was read: it is found the next time.
            throw new JobPostponed("begins again, as customers were added meanwhile");
        }
    }

    private void refusePart(DeviceImport of, DeviceImportWork.Result read, DecideSteps.Decision decision) {
        long refused = refused(read, decision);
        if (refused > 0 && of.mapping() != null && of.mapping().allOrNothing()) {
            transactions.executeWithoutResult(_ -> report(of, read, decision, 0));
            throw new JobProblem("%,d rows were refused, and you chose to apply all or nothing: nothing was applied."
                    .formatted(refused));
        }
    }

    private static boolean isNothing(DecideSteps.Decision decision) {
        return decision.count("new") + decision.count("changed") + decision.count("older") + decision.count("stated")
                == 0;
    }

    private static boolean changesDevices(DecideSteps.Decision decision) {
        return decision.count("new") + decision.count("changed") > 0;
    }

    private void write(DeviceImport of, DeviceImportWork.Result read, DeviceImportWork.Decided decided, JobRun run) {
        UUID feed = DeviceImportWork.feed(of);
        DecideSteps.Decision decision = decided.decision();
        Long changeSet = null;
        if (changesDevices(decision)) {
            changeSet = changeSets.begin(run.actor(), FactSource.IMPORT, of.id().value());
            if (steps.isOvertaken(Stage.IMPORT, decided.seen(), changeSet)) {
                decision = decisions.decideAnew(Stage.IMPORT, of.id().value(), feed);
            }
        }
        Additions additions = read.additions().only(steps.placesUsed());
        customers.add(run.actor(), of.id().value(), additions.customers(), additions.sites());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int shipped = 0;
        for (long from = 1; from <= read.read(); from += ApplySteps.STRETCH) {
            run.progress(from - 1, read.read());
            ApplySteps.Stretch stretch = new ApplySteps.Stretch(
                    Stage.IMPORT, FactSource.IMPORT, of.id().value(), feed, changeSet, now, from);
            if (changeSet != null) {
                steps.create(stretch);
                steps.change(stretch);
            }
            steps.keepOlder(stretch);
            steps.state(stretch);
            shipped += shipments.ship(stretch);
        }
        report(of, read, decision, shipped);
        end(of, read, decision, run, changeSet, shipped);
    }

    /// Writes down what the import would do, within the transaction at hand.
    void foresee(DeviceImport of, DeviceImportWork.Result read, DecideSteps.Decision decision) {
        report(of, read, decision, shipments.count());
    }

    /// Writes down what was found, within the transaction at hand.
    private void report(DeviceImport of, DeviceImportWork.Result read, DecideSteps.Decision decision, int shipped) {
        Map<Rule, Long> rules = new EnumMap<>(read.rules());
        decision.rules().forEach((rule, count) -> rules.merge(rule, count, Long::sum));
        imports.count(of.id(), rules);
        imports.counted(of.id(), counts(read, decision, rules, shipped));
    }

    private ImportCounts counts(
            DeviceImportWork.Result read, DecideSteps.Decision decision, Map<Rule, Long> rules, int shipped) {
        Additions used = read.additions().only(steps.placesUsed());
        return new ImportCounts(
                read.read(),
                decision.count("new"),
                decision.count("changed"),
                decision.count("unchanged") + decision.count("stated") + decision.count("repeated"),
                decision.count("older"),
                refused(read, decision),
                rules.entrySet().stream()
                        .filter(rule -> !rule.getKey().refuses())
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                used.customers().size(),
                used.sites().size(),
                shipped);
    }

    private static long refused(DeviceImportWork.Result read, DecideSteps.Decision decision) {
        return read.read() - read.staged() + decision.count("refused");
    }

    private void end(
            DeviceImport of,
            DeviceImportWork.Result read,
            DecideSteps.Decision decision,
            JobRun run,
            @Nullable Long changeSet,
            int shipped) {
        imports.files().end(of.id().value(), ImportState.APPLIED, null, clock.instant());
        Act act = mapped(Act.of("devices.imported", "import", of.id().toString()), of)
                .after("document", of.sha256())
                .after("read", Long.toString(read.read()))
                .after("new", Long.toString(decision.count("new")))
                .after("changed", Long.toString(decision.count("changed")))
                .after("refused", Long.toString(refused(read, decision)))
                .after("shipments", Integer.toString(shipped));
        if (changeSet == null) {
            audit.record(run.actor(), act);
        } else {
            imports.applied(of.id(), changeSet);
            audit.record(run.actor(), act, history.manifest(changeSet));
        }
    }

    /// With how the file was read.
    private Act mapped(Act act, DeviceImport of) {
        Act mapped = UsedMapping.on(act, json.writeValueAsString(MappingBody.of(Objects.requireNonNull(of.mapping()))));
        DeviceImport.Saved saved = of.saved();
        return saved == null
                ? mapped
                : mapped.after("savedMapping", saved.name())
                        .after("savedMappingRevision", Integer.toString(saved.revision()));
    }
}
