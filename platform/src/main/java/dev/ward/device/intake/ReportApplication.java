package dev.ward.device.intake;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.CopyRows;
import dev.ward.device.ChangeSets;
import dev.ward.device.FactSource;
import dev.ward.device.ImportedHistory;
import dev.ward.device.ReportedHistory;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Applies what one request reports, by the steps that apply files.
@Component
class ReportApplication {

    private final ReportStaging staging;
    private final DecideSteps decisions;
    private final ApplySteps steps;
    private final ChangeSets changeSets;
    private final ImportedHistory history;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;

    ReportApplication(
            ReportStaging staging,
            DecideSteps decisions,
            ApplySteps steps,
            ChangeSets changeSets,
            ImportedHistory history,
            AuditTrail audit,
            Mandate mandate,
            TransactionTemplate transactions) {
        this.staging = staging;
        this.decisions = decisions;
        this.steps = steps;
        this.changeSets = changeSets;
        this.history = history;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
    }

    /// @param id  of the report, by which history and trail name it
    record Request(UUID id, Actor actor, FactSource source, Instant now) {}

    DeviceReport apply(Request request, ReportReader.Result read, ReportNotes notes) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            mandate.confirm(request.actor(), Permission.DEVICE_REPORT);
            DecideSteps.Decision decision = new DecideSteps.Decision(Map.of(), Map.of());
            Long changeSet = null;
            CopyRows rows = read.rows();
            if (rows != null && read.staged() > 0) {
                Applied applied = apply(request, read, rows);
                decision = applied.decision();
                changeSet = applied.changeSet();
                if (!decision.rules().isEmpty()) {
                    staging.notes(read.stage()).forEach(notes);
                }
            }
            DeviceReport report = report(request, read, decision, changeSet, notes);
            record(request, report);
            return report;
        }));
    }

    private record Applied(
            DecideSteps.Decision decision, @Nullable Long changeSet) {}

    private Applied apply(Request request, ReportReader.Result read, CopyRows rows) {
        Stage stage = read.stage();
        staging.send(stage, rows);
        long seen = steps.newestChangeSet();
        DecideSteps.Decision decision = decisions.decide(stage, request.id(), null);
        Long changeSet = null;
        if (decision.count("changed") > 0) {
            changeSet = changeSets.begin(request.actor(), request.source(), request.id());
            if (steps.isOvertaken(stage, seen, changeSet)) {
                decision = decisions.decideAnew(stage, request.id(), null);
            }
        }
        for (long from = 1; from <= read.read(); from += ApplySteps.STRETCH) {
            ApplySteps.Stretch stretch =
                    new ApplySteps.Stretch(stage, request.source(), request.id(), null, changeSet, request.now(), from);
            if (changeSet != null) {
                steps.change(stretch);
            }
            if (decision.count("older") > 0) {
                steps.keepOlder(stretch);
            }
        }
        return new Applied(decision, changeSet);
    }

    private static DeviceReport report(
            Request request,
            ReportReader.Result read,
            DecideSteps.Decision decision,
            @Nullable Long changeSet,
            ReportNotes notes) {
        return new DeviceReport(
                request.id(),
                read.read(),
                decision.count("changed"),
                decision.count("unchanged") + decision.count("stated") + decision.count("repeated"),
                decision.count("older"),
                read.read() - read.staged() + decision.count("refused"),
                notes.warned(),
                changeSet,
                notes.refused(),
                notes.warnings());
    }

    private void record(Request request, DeviceReport report) {
        Act act = Act.of(ReportedHistory.WHAT, "report", request.id().toString())
                .after("source", request.source().word())
                .after("read", Long.toString(report.read()))
                .after("changed", Long.toString(report.changed()))
                .after("older", Long.toString(report.older()))
                .after("refused", Long.toString(report.refused()));
        if (report.changeSet() == null) {
            audit.record(request.actor(), act);
        } else {
            audit.record(request.actor(), act, history.manifest(report.changeSet()));
        }
    }
}
