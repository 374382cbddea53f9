package dev.ward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        AuditExport.over(database.jdbc).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Verdict verify(String export) throws IOException {
        return AuditVerification.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), null);
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
    void seesThroughAChainThatWasWrittenAnewWhenItsHeadIsKnown() {
        database.recordProducts(4);
        ChainHead head = ((Verdict.Whole) database.verification.verify()).head();

        database.asOwner("DELETE FROM audit.entry WHERE seq > 2");

        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(database.verification.verify(head))
                .isEqualTo(new Verdict.Broken(3, "the chain ends at entry 2, and entry 4 was noted before"));
        database.recordProducts(2);
        database.record(Act.of("a.b", "a", "1"));
        assertThat(database.verification.verify(head))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        verdict -> assertThat(verdict.seq()).isEqualTo(4));
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
    void verifiesAnExportedFileByItself() throws IOException {
        database.recordProducts(3);

        String export = export();

        assertThat(verify(export)).isEqualTo(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(verify(export.replace("Pump 2", "Pump 9")))
                .isEqualTo(new Verdict.Broken(2, "its hash is not that of its content"));
        assertThat(verify(export.substring(0, export.length() - 20)))
                .isEqualTo(new Verdict.Broken(3, "its line is no entry of an export"));
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
