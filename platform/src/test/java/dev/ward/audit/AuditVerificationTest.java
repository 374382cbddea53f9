package dev.ward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditVerificationTest {

    private final AuditDatabase database = new AuditDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private String export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport.over(database.jdbc, Clock.systemUTC()).write(out, AuditExport.Withheld.NOTHING);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Verdict verify(String export, ChainHead... known) throws IOException {
        return ExportVerification.verify(
                new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), List.of(known));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE audit.entry SET body = replace(body, 'Pump 3', 'Pump 4') WHERE seq = 3              | 3
            UPDATE audit.entry SET hash = sha256('x') WHERE seq = 4                                    | 4
            UPDATE audit.entry SET previous = sha256('x') WHERE seq = 5                                | 5
            DELETE FROM audit.entry WHERE seq = 2                                                      | 2
            UPDATE audit.entry SET seq = 100 WHERE seq = 6                                             | 6
            DELETE FROM audit.erasable                                                                 | 1
            UPDATE audit.erasable SET value = 'Eve'                                                    | 1
            UPDATE audit.erasable SET value = NULL, salt = NULL, purged_at = now()                     | 1
            SELECT audit.purge('actor', '0190-anna')                                                   | 1
            """)
    void namesTheFirstBrokenEntryWhenTheOwnerTampers(String tampering, long broken) {
        database.recordProducts(6);

        database.asOwner(tampering);

        assertThat(database.verification.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        verdict -> assertThat(verdict.seq()).isEqualTo(broken));
    }

    @Test
    @Statement("X5")
    void goesThroughWhatIsWithheldAndHidesNoChangeBehindIt() throws IOException {
        database.recordProducts(4);
        ChainHead head = ((Verdict.Whole) database.verification.verify()).head();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport.over(database.jdbc, Clock.systemUTC()).write(out, (_, _) -> Set.of(2L, 4L));
        String export = out.toString(StandardCharsets.UTF_8);

        assertThat(export).contains("Pump 1", "Pump 3").doesNotContain("Pump 2", "Pump 4");
        assertThat(verify(export, head)).isEqualTo(new Verdict.Whole(head, 2));
        String forged = export.replace("Pump 3", "Pump 9");
        assertThat(verify(forged))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, one -> assertThat(one.seq()).isEqualTo(3));
        String line = export.lines().skip(1).findFirst().orElseThrow();
        String another = line.replaceFirst("\"hash\":\"[0-9a-f]{8}", "\"hash\":\"00000000");
        assertThat(verify(export.replace(line, another))).isInstanceOf(Verdict.Broken.class);
        assertThat(verify(export.replace(line + "\n", ""))).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    @Statement("X9")
    void seesThroughAChainThatWasWrittenAnewWhenItsHeadIsKnown() {
        database.recordProducts(4);
        ChainHead head = ((Verdict.Whole) database.verification.verify()).head();

        database.asOwner("DELETE FROM audit.entry WHERE seq > 2");

        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(compare(head))
                .isEqualTo(new Verdict.Broken(3, "the chain ends at entry 2, and entry 4 was noted before"));
        database.recordProducts(2);
        database.record(Act.of("a.b", "a", "1"));
        assertThat(compare(head))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        verdict -> assertThat(verdict.seq()).isEqualTo(4));
        assertThat(compare(((Verdict.Whole) database.verification.verify()).head()))
                .isInstanceOf(Verdict.Whole.class);
    }

    private Verdict compare(ChainHead head) {
        return database.verification.compare(database.verification.verify(), List.of(head));
    }

    @Test
    void missesAChainThatWasEmptiedWhereThereAreAccounts() {
        database.recordProducts(2);
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
        database.asOwner("DELETE FROM audit.entry");
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);

        database.asOwner("""
                INSERT INTO identity.account (id, email, name, role, created_at)
                VALUES (gen_random_uuid(), 'a@example.org', 'Anna', 'administrator', now())
                """);

        assertThat(database.verification.verify())
                .isEqualTo(new Verdict.Broken(1, "the chain is empty, although there are accounts"));
    }

    @Test
    void namesTheEntryWhoseRowsAreGoneFromTheirOwnHistory() {
        database.recordProducts(1);
        database.recordRoles();
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);

        database.asOwner("DELETE FROM identity.role_permission WHERE role = 'auditor'");

        assertThat(database.verification.verify())
                .isEqualTo(new Verdict.Broken(
                        2, "the rows of its act are not those that it names: some were changed or removed"));
    }

    @Test
    void namesTheEntryWhoseManifestIsGone() {
        database.transaction.executeWithoutResult(_ -> database.trail.record(
                AuditDatabase.ANNA,
                Act.of("source.imported", "source", "kev"),
                database.trail.keep("1", List.of("a", "b"))));

        database.asOwner("DELETE FROM audit.manifest");

        assertThat(database.verification.verify())
                .isEqualTo(new Verdict.Broken(1, "the manifest that it names is not kept any more"));
    }

    @Test
    void doesNotTakeOnePurgeForAnother() {
        database.record(Act.of("report.received", "report", "r1")
                .after("reporter", "Eve")
                .personal("reporter"));
        database.record(Act.of("report.received", "report", "r2")
                .after("reporter", "Bob")
                .personal("reporter"));
        database.transaction.executeWithoutResult(
                _ -> database.trail.purge(AuditDatabase.ANNA, "report", "r1", "asked for"));

        database.asOwner("""
                UPDATE audit.erasable SET value = NULL, salt = NULL, purged_at = now(), subject_id = 'r1'
                 WHERE subject_id = 'r2'
                """);

        assertThat(database.verification.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        verdict -> assertThat(verdict.seq()).isEqualTo(2));
    }

    @Test
    void namesTheEntryWhoseManifestWasChanged() {
        database.recordProducts(1);
        database.transaction.executeWithoutResult(_ -> database.trail.record(
                AuditDatabase.ANNA,
                Act.of("source.imported", "source", "kev"),
                database.trail.keep("1", List.of("a", "b"))));

        database.asOwner("UPDATE audit.manifest SET lines = 'x'");

        assertThat(database.verification.verify())
                .isEqualTo(new Verdict.Broken(2, "the manifest kept beside it is not the one that it names"));
    }

    @Test
    @Statement("X9")
    void verifiesAnExportedFileByItself() throws IOException {
        database.recordProducts(3);

        String export = export();

        Verdict live = database.verification.verify();
        assertThat(verify(export)).isEqualTo(live).isInstanceOf(Verdict.Whole.class);
        assertThat(verify(export, ((Verdict.Whole) live).head())).isEqualTo(live);
        assertThat(verify(export, new ChainHead(2, "0".repeat(64))))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        verdict -> assertThat(verdict.seq()).isEqualTo(2));
        assertThat(verify(export.replace("Pump 2", "Pump 9")))
                .isEqualTo(new Verdict.Broken(2, "its hash is not that of its content"));
        assertThat(verify(export.substring(0, export.length() - 20)))
                .isEqualTo(new Verdict.Broken(4, "its line is no entry of an export"));
    }

    @Test
    void seesThatAnExportedFileWasCutOff() throws IOException {
        database.recordProducts(3);
        List<String> lines = export().lines().toList();

        assertThat(verify(String.join("\n", lines.subList(0, 2))))
                .isEqualTo(new Verdict.Broken(
                        3, "the file was cut off: its last line, which names the head, is not there"));
        assertThat(verify(String.join("\n", lines.get(0), lines.get(1), lines.get(3))))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        verdict -> assertThat(verdict.fault()).startsWith("the chain ends at entry 2"));
    }

    @Test
    void stillVerifiesAfterAPurgeAndKeepsATombstone() throws IOException {
        database.record(Act.of("report.received", "report", "r1")
                .after("reporter", "Eve Example")
                .after("title", "Overflow")
                .personal("reporter"));

        Integer erased = database.transaction.execute(
                _ -> database.trail.purge(AuditDatabase.ANNA, "report", "r1", "asked for by the reporter"));

        assertThat(erased).isEqualTo(1);
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(export()).contains("audit.purged").doesNotContain("Eve Example");
        assertThat(database.jdbc
                        .sql("SELECT count(*) FROM audit.erasable WHERE purged_at IS NOT NULL AND salt IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsNoPersonalValueInTheChain() throws IOException {
        database.record(Act.of("account.created", "account", "a1")
                .after("email", "anna@example.org")
                .why("asked by anna@example.org")
                .personal("email", Act.WHY));

        assertThat(export()).doesNotContain("anna@").doesNotContain("Anna");
    }
}
