package dev.ward.device.intake;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets a few at the database at once and some more wait, in the order in which they came; whoever would wait too long
/// is turned away.
final class Turns {

    private static final int MOST_WAITING = 500;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Semaphore free;

    /// @param atOnce  each holds a connection
    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /// Give it back with [#end].
    ///
    /// @throws ProblemException  when too many wait already, or it takes too long
    void await() {
        try {
            if (free.getQueueLength() < MOST_WAITING && free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw turnedAway();
    }

    static ProblemException turnedAway() {
        return ProblemException.of(
                        Problem.TOO_MANY_REQUESTS,
                        "Devices are being written to by an import or by many reports. Nothing of the request was kept; send it again.")
                .retryAfter(PAUSE);
    }

    void end() {
        free.release();
    }
}
