package dev.ward.device.intake;

import java.util.concurrent.atomic.AtomicLong;

/// Counts the lines of reports that are held in memory, of all requests together, and turns away what would hold more.
final class LinesInMemory {

    private final AtomicLong held = new AtomicLong();
    private final long most;

    LinesInMemory(long most) {
        this.most = most;
    }

    Share share() {
        return new Share();
    }

    /// The lines of one request.
    final class Share implements AutoCloseable {

        private long lines;

        /// Counts one more.
        ///
        /// @throws dev.ward.web.ProblemException  when others hold so many that it is too much
        void add() {
            lines++;
            if (held.incrementAndGet() > most && lines < held.get()) {
                throw Turns.turnedAway();
            }
        }

        @Override
        public void close() {
            held.addAndGet(-lines);
        }
    }
}
