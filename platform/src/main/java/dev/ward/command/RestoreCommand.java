package dev.ward.command;

import dev.ward.audit.ChainHead;
import dev.ward.audit.HeadNotes;
import dev.ward.audit.Verdict;
import dev.ward.database.BackupManifest;
import dev.ward.database.DatabaseTrouble;
import dev.ward.database.Folders;
import dev.ward.database.Restoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts a backup into an empty data folder, and checks its audit trail.
@Command(
        name = "restore",
        description = "Puts a backup into an empty data folder, and checks the audit trail in it.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Mixin
    private BackupKeyOption keyOption = new BackupKeyOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "A file that ./ward backup has written")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("there is no \"%s\" to read".formatted(file));
        }
        Path data = options.data("ward").toAbsolutePath().normalize();
        if (!Folders.isEmpty(data)) {
            throw new Refusal("\"%s\" is not empty; restore into a folder that is, with --data DIR".formatted(data));
        }
        try (Restoration restoration = Restoration.open(file, keyOption.read())) {
            try {
                restore(restoration, data);
            } catch (IOException | RuntimeException e) {
                Folders.empty(data); // no half of a Ward stays behind
                throw e;
            }
            BackupManifest manifest = restoration.manifest();
            System.out.println("restored %,d rows of %d tables, as they were at %s; the audit trail is whole up to %s"
                    .formatted(manifest.rows(), manifest.tables().size(), manifest.made(), manifest.auditHead()));
            System.out.println("start it with: ./ward serve --data " + data);
        }
        return 0;
    }

    private void restore(Restoration restoration, Path data) throws IOException {
        try (OpenDatabase database = OpenDatabase.claimed(data)) {
            restoration.extract(HeadNotes.in(data).file());
            restoration.into(database.access());
        }
        try (PlainDatabase database = PlainDatabase.existing(data)) {
            String head = restoration.manifest().auditHead();
            Verdict verdict =
                    TrailCheck.of(database, data, ChainHead.parse(head).stream().toList());
            if (verdict instanceof Verdict.Broken(long seq, String fault)) {
                DatabaseTrouble broken =
                        new DatabaseTrouble("the audit trail in \"%s\" is broken at entry %d: %s. Nothing was restored."
                                .formatted(file, seq, fault));
                database.disconnect();
                restoration.undo(broken);
                throw broken;
            }
        }
    }
}
