package dev.ward.database;

import java.time.Duration;

/// A time to wait, by a clock that nobody can set.
final class Deadline {

    private final long end;

    Deadline(Duration patience) {
        end = System.nanoTime() + patience.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseTrouble("interrupted while waiting for PostgreSQL", e);
        }
    }
}
