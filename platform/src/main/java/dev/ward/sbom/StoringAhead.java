package dev.ward.sbom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Stores one stretch of an SBOM while the next is read; never more than two are in memory.
final class StoringAhead implements Consumer<SbomBatch>, AutoCloseable {

    private final Consumer<SbomBatch> store;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sbom-store").factory());
    private Future<?> last = CompletableFuture.completedFuture(null);

    StoringAhead(Consumer<SbomBatch> store) {
        this.store = store;
    }

    /// Waits until the stretch before is stored, and throws what storing it threw.
    @Override
    public void accept(SbomBatch batch) {
        finish();
        last = thread.submit(() -> store.accept(batch));
    }

    /// Waits until all is stored, and throws what storing it threw. It takes no longer than one stretch; who interrupts
    /// the thread is heard behind it.
    void finish() {
        boolean interrupted = false;
        while (!last.isDone()) {
            try {
                last.get();
            } catch (ExecutionException e) {
                break; // looked at below
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (last.state() == Future.State.FAILED) {
            Throwable broke = last.exceptionNow();
            throw broke instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("a stretch of an SBOM was not stored", broke);
        }
    }

    /// Waits until nothing is being stored any more, whatever became of it.
    @Override
    public void close() {
        thread.close();
    }
}
