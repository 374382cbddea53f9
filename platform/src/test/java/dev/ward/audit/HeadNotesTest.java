package dev.ward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadNotesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Path folder;
    private final HeadNotes notes;

    HeadNotesTest(@TempDir Path folder) {
        this.folder = folder;
        this.notes = HeadNotes.in(folder);
    }

    private static ChainHead head(long seq) {
        return new ChainHead(seq, "%064x".formatted(seq));
    }

    private List<ChainHead> all() throws IOException {
        List<ChainHead> all = new ArrayList<>();
        notes.read(all::addAll);
        return all;
    }

    @Test
    void givesBackWhatWasNotedAndOnlyToItsOwner() throws IOException {
        for (long seq = 1; seq <= 2_500; seq++) {
            notes.add(NOON, head(seq));
        }

        assertThat(all()).hasSize(2_500).startsWith(head(1)).endsWith(head(2_500));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(notes.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void losesNoNoteToALineThatAPowerCutBrokeOff() throws IOException {
        notes.add(NOON, head(1));
        Files.writeString(notes.file(), "\n2026-11-22T12:0", StandardOpenOption.APPEND);
        notes.add(NOON, head(2));

        assertThat(all()).containsExactly(head(1), head(2));
        assertThat(notes.read(_ -> {})).isEqualTo(new HeadNotes.Read(2, 1));
    }

    @Test
    void notesTheHeadOfTheChainWhenItHasMoved() throws IOException {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (AuditDatabase database = new AuditDatabase()) {
            HeadKeeper keeper = new HeadKeeper(new ChainRepository(database.jdbc), folder, Clock.systemUTC(), meters);
            keeper.note();
            assertThat(all()).isEmpty();

            database.recordProducts(2);
            keeper.note();
            keeper.note();

            ChainHead head = ((Verdict.Whole) database.verification.verify()).head();
            assertThat(all()).containsExactly(head);
            assertThat(meters.scrape())
                    .contains("ward_audit_entries 2.0", "ward_audit_noted_entries 2.0")
                    .containsPattern("ward_audit_head_noted_timestamp_seconds 1\\.[0-9]+E9");
        }
    }
}
