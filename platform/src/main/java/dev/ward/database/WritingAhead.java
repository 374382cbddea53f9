package dev.ward.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Writes one stretch of a document while the next is read; never more than two are in memory.
public final class WritingAhead<T> implements Consumer<T>, AutoCloseable {

    private final Consumer<T> write;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("writing-ahead").factory());
    private Future<?> last = CompletableFuture.completedFuture(null);

    /// @param write  writes a stretch, on a thread of its own
    public WritingAhead(Consumer<T> write) {
        this.write = write;
    }

    /// Waits until the stretch before is written, and throws what writing it threw.
    @Override
    public void accept(T stretch) {
        finish();
        last = thread.submit(() -> write.accept(stretch));
    }

    /// Waits until all is written, and throws what writing it threw. It takes no longer than one stretch; who
    /// interrupts
    /// the thread is heard behind it.
    public void finish() {
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
                    : new IllegalStateException("a stretch of a document was not written", broke);
        }
    }

    /// Waits until nothing is being written any more, whatever became of it.
    @Override
    public void close() {
        thread.close();
    }
}
