package dev.ward.device.intake;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.device.TestFleet;
import dev.ward.job.JobId;
import dev.ward.table.ImportState;
import dev.ward.table.RowNote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports devices for tests, without a scheduler between.
@Component
public class TestImports {

    private final DeviceImports imports;
    private final DeviceImportRepository repository;
    private final DeviceImportWork work;
    private final Mappings mappings;
    private final TransactionTemplate transactions;

    TestImports(
            DeviceImports imports,
            DeviceImportRepository repository,
            DeviceImportWork work,
            Mappings mappings,
            TransactionTemplate transactions) {
        this.imports = imports;
        this.repository = repository;
        this.work = work;
        this.mappings = mappings;
        this.transactions = transactions;
    }

    DeviceImport received(byte[] file) throws IOException {
        return imports.receive("devices.csv", "text/csv", new ByteArrayInputStream(file), Actor.machine("test"));
    }

    /// A file that waits for a job to apply it.
    DeviceImport ordered(String csv, Mapping mapping, ImportState state) throws IOException {
        return ordered(csv.getBytes(StandardCharsets.UTF_8), mapping, state);
    }

    private DeviceImport ordered(byte[] file, Mapping mapping, ImportState state) throws IOException {
        DeviceImport received = received(file);
        transactions.executeWithoutResult(_ -> repository.order(
                received.id(), state, mapping, mappings.feedOf(mapping), Instant.now(), new JobId(Uuids.next())));
        return repository.find(received.id()).orElseThrow();
    }

    DeviceImport applied(String csv, Mapping mapping) throws IOException, SQLException {
        return worked(ordered(csv, mapping, ImportState.APPLYING));
    }

    DeviceImport applied(byte[] file, Mapping mapping) throws IOException, SQLException {
        return worked(ordered(file, mapping, ImportState.APPLYING));
    }

    /// Applied with the mapping that its headings tell.
    DeviceImport applied(String csv) throws IOException, SQLException {
        return applied(csv, guess(csv, false));
    }

    DeviceImport checked(String csv) throws IOException, SQLException {
        return worked(ordered(csv, guess(csv, false), ImportState.CHECKING));
    }

    DeviceImport worked(DeviceImport of) throws SQLException {
        work.run(ScriptedRun.of(of.id()));
        return get(of.id());
    }

    DeviceImport get(ImportId id) {
        return imports.get(TestFleet.READER, id);
    }

    static Mapping guess(String csv, boolean addsCustomers) {
        Mapping guess =
                Mapping.guessed(List.of(csv.lines().findFirst().orElse("").split(",")));
        return new Mapping(guess.columns(), Map.of(), null, guess.table(), addsCustomers, false);
    }

    List<RowNote<Rule>> notes(DeviceImport of, boolean refused) {
        return imports.notes(of, refused, null, 500).items();
    }

    List<String> rules(DeviceImport of) {
        return imports.rules(of).keySet().stream().map(Rule::word).toList();
    }
}
