package dev.ward.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WardTest
class DocumentsTest {

    private static final long MOST = 100L << 20;

    private final Documents documents;
    private final TestDocuments kept;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    DocumentsTest(Documents documents, TestDocuments kept, JdbcClient jdbc, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.kept = kept;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    @Test
    void givesBackEveryByteAcrossChunks() throws IOException {
        byte[] bytes = random(Documents.CHUNK * 2 + 17, 1);

        StoredDocument stored = kept.store(new ByteArrayInputStream(bytes), MOST);

        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(documents.open(stored.sha256()).readAllBytes()).isEqualTo(bytes);
        assertThat(documents.exists(stored.sha256())).isTrue();
    }

    @Test
    void knowsADocumentByItsSha256AlsoWhenItIsEmpty() throws IOException {
        StoredDocument stored = kept.store(InputStream.nullInputStream(), MOST);

        assertThat(stored.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(documents.open(stored.sha256()).readAllBytes()).isEmpty();
        assertThatThrownBy(() -> documents.open("0".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheSameContentOnceWhenManyBringItAtOnce() throws Exception {
        byte[] bytes = random(Documents.CHUNK + 1, 2);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<StoredDocument> store = () -> kept.store(new ByteArrayInputStream(bytes), MOST);
            List<Future<StoredDocument>> stored =
                    threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> store).toList());
            String sha256 = stored.getFirst().get().sha256();
            for (Future<StoredDocument> one : stored) {
                assertThat(one.get().sha256()).isEqualTo(sha256);
            }
            assertThat(documents.open(sha256).readAllBytes()).isEqualTo(bytes);
        }
        assertThatNothingHalfDoneIsThere();
    }

    @Test
    void leavesNothingOfWhatWasCutOff() {
        PipedInputStream broken = new PipedInputStream(); // that nothing is connected to
        InputStream half = new SequenceInputStream(new ByteArrayInputStream(random(Documents.CHUNK * 2, 3)), broken);

        assertThatThrownBy(() -> kept.store(half, MOST)).isInstanceOf(IOException.class);

        assertThatNothingHalfDoneIsThere();
    }

    @Test
    void takesNoMoreThanItIsTold() throws IOException {
        byte[] bytes = "twelve bytes".getBytes(StandardCharsets.UTF_8);

        assertThat(kept.store(new ByteArrayInputStream(bytes), 12).size()).isEqualTo(12);
        assertThatThrownBy(() -> kept.store(new ByteArrayInputStream(bytes), 11))
                .isInstanceOf(DocumentTooLarge.class)
                .hasMessageContaining("larger than 11 bytes");
    }

    @Test
    void sweepsWhatAKilledServerLeft() {
        jdbc.sql("""
                WITH old AS (
                    INSERT INTO document.arrival VALUES (gen_random_uuid(), now() - interval '2 hours')
                    RETURNING content_id)
                INSERT INTO document.chunk SELECT content_id, 0, 'x' FROM old
                """).update();

        documents.sweep();

        assertThatNothingHalfDoneIsThere();
    }

    @Test
    void keepsNothingThatNobodyRefersTo() throws IOException {
        StoredDocument document;
        try (Arrival arrival = documents.receive(new ByteArrayInputStream(random(100, 4)), MOST)) {
            document = arrival.document();
        }

        assertThat(documents.exists(document.sha256())).isFalse();
        assertThatNothingHalfDoneIsThere();
    }

    @Test
    void waitsWithRemovingForWhoBringsTheSameBytes() throws Exception {
        byte[] bytes = random(100, 5);
        String sha256 = kept.store(new ByteArrayInputStream(bytes), MOST).sha256();
        CountDownLatch brought = new CountDownLatch(1);
        CountDownLatch referred = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Arrival again = documents.receive(new ByteArrayInputStream(bytes), MOST)) {
            Future<?> bringing = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                again.keep();
                brought.countDown();
                await(referred);
            }));
            await(brought);
            Future<Boolean> removing = threads.submit(() -> transaction.execute(_ -> documents.remove(sha256)));
            assertThatThrownBy(() -> removing.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            referred.countDown();
            bringing.get();
            assertThat(removing.get()).as("nobody refers to it").isTrue();
        }
        assertThat(documents.exists(sha256)).isFalse();
        assertThatNothingHalfDoneIsThere();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertThatNothingHalfDoneIsThere() {
        assertThat(jdbc.sql("SELECT count(*) FROM document.arrival")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("""
                SELECT count(*) FROM document.chunk
                 WHERE content_id NOT IN (SELECT content_id FROM document.document)
                """).query(Long.class).single()).isZero();
    }

    private static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
