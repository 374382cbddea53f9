package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Sends one stretch of a file to the database while the next is read; never more than two are in memory.
final class StagingAhead implements Consumer<List<CopyRows>>, AutoCloseable {

    private final Consumer<List<CopyRows>> send;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("device-staging").factory());
    private Future<?> last = CompletableFuture.completedFuture(null);

    StagingAhead(Consumer<List<CopyRows>> send) {
        this.send = send;
    }

    /// Waits until the stretch before is sent, and throws what sending it threw.
    @Override
    public void accept(List<CopyRows> stretch) {
        finish();
        last = thread.submit(() -> send.accept(stretch));
    }

    /// Waits until all is sent, and throws what sending it threw. It takes no longer than one stretch; who interrupts
    /// the
    /// thread is heard behind it.
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
                    : new IllegalStateException("a stretch of a file was not staged", broke);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
