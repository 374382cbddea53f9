package dev.ward.sbom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.AccountId;
import dev.ward.identity.TestCallers;
import dev.ward.identity.TokenId;
import dev.ward.identity.Tokens;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import dev.ward.sbom.TestReleases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happens between the first and the last byte of an upload counts.
@WardTest
class LongUploadTest {

    private static final byte[] BOM = (Boms.of("slow@1.0.0") + " ".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8);
    private static final byte[] HALF = Arrays.copyOf(BOM, 2 << 20);
    private static final byte[] REST = Arrays.copyOfRange(BOM, 2 << 20, BOM.length);

    private final int port;
    private final TestReleases releases;
    private final TestCallers callers;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    @Autowired
    LongUploadTest(
            @LocalServerPort int port, TestReleases releases, TestCallers callers, Tokens tokens, JdbcClient jdbc) {
        this.port = port;
        this.releases = releases;
        this.callers = callers;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    private static String sbomOf(ReleaseId release) {
        return "/api/v1/releases/" + release.value() + "/sbom";
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private String upload(String method, String path, String token, Runnable meanwhile) throws Exception {
        try (RawUpload upload = new RawUpload(port, method, path, token, BOM.length)) {
            upload.send(HALF);
            await(() -> count("document.chunk WHERE content_id IN (SELECT content_id FROM document.arrival)") > 0);
            meanwhile.run();
            upload.send(REST);
            return upload.answer();
        }
    }

    private void assertThatNothingWasKept() throws InterruptedException {
        await(() -> count("document.arrival") == 0);
        assertThat(count("document.chunk")).isZero();
        assertThat(count("document.document")).isZero();
        assertThat(count("sbom.snapshot")).isZero();
        assertThat(count("advisory.import")).isZero();
        assertThat(count("job.job")).isZero();
    }

    private void revokeAll() {
        jdbc.sql("SELECT id FROM identity.token")
                .query(UUID.class)
                .list()
                .forEach(id -> tokens.revoke(Actor.machine("test"), new TokenId(id)));
    }

    @Test
    void takesNoSbomFromATokenThatWasRevokedMeanwhile() throws Exception {
        String token = callers.token("product-security");
        String answer = upload("PUT", sbomOf(releases.make()), token, this::revokeAll);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("upload SBOMs", "while the request came");
        assertThatNothingWasKept();
    }

    @Test
    void takesNoFeedFromATokenThatWasRevokedMeanwhile() throws Exception {
        String token = callers.token("product-security");
        String answer = upload("POST", "/api/v1/sources/osv/imports", token, this::revokeAll);

        assertThat(answer).startsWith("HTTP/1.1 403").contains("import sources");
        assertThatNothingWasKept();
    }

    @Test
    void takesNoSbomFromATokenWhoseMakersAccountWasClosedMeanwhile() throws Exception {
        AccountId maker = callers.account("administrator");
        String token = callers.token("product-security");
        jdbc.sql("UPDATE identity.token SET account_id = :maker::uuid")
                .param("maker", maker.toString())
                .update();
        String answer = upload(
                "PUT",
                sbomOf(releases.make()),
                token,
                () -> jdbc.sql("UPDATE identity.account SET disabled_at = now()")
                        .update());
        jdbc.sql("UPDATE identity.account SET disabled_at = NULL").update();

        assertThat(answer).startsWith("HTTP/1.1 403");
        assertThatNothingWasKept();
    }

    @Test
    void takesNoSbomForAReleaseThatWasArchivedMeanwhile() throws Exception {
        ReleaseId release = releases.make();
        String answer =
                upload("PUT", sbomOf(release), callers.token("product-security"), () -> releases.archive(release));

        assertThat(answer).startsWith("HTTP/1.1 409").contains("is archived");
        assertThatNothingWasKept();
    }

    @Test
    void keepsNothingWhenTheConnectionIsCutInTheMiddle() throws Exception {
        for (List<String> one :
                List.of(List.of("PUT", sbomOf(releases.make())), List.of("POST", "/api/v1/sources/osv/imports"))) {
            try (RawUpload upload =
                    new RawUpload(port, one.get(0), one.get(1), callers.token("product-security"), BOM.length)) {
                upload.send(HALF);
                await(() -> count("document.chunk") > 0);
            }
            assertThatNothingWasKept();
        }
    }
}
