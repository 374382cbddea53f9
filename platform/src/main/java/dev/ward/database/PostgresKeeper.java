package dev.ward.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a server again that has ended without being told to, and waits longer each time that it does not last.
final class PostgresKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeeper.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration ENDING = Duration.ofSeconds(20);

    /// A server that ran this long is sound: the next pause is the first again.
    private static final Duration SOUND = Duration.ofMinutes(1);

    private final BooleanSupplier running;
    private final Runnable start;
    private final Thread thread;

    /// @param running  whether the server runs
    /// @param start    starts it where it ran before; throws [DatabaseTrouble] when it cannot
    PostgresKeeper(BooleanSupplier running, Runnable start) {
        this.running = running;
        this.start = start;
        this.thread = Thread.ofPlatform().daemon().name("ward-postgresql").start(this::keep);
    }

    private void keep() {
        try {
            Duration pause = Duration.ZERO;
            while (true) {
                Deadline sound = new Deadline(SOUND);
                awaitEnd();
                pause = sound.isOver() ? Duration.ZERO : pause;
                LOG.error("PostgreSQL has ended without being told to. Ward starts it again{}.", after(pause));
                pause = startAgain(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the keeper was told to end
        }
    }

    private void awaitEnd() throws InterruptedException {
        while (running.getAsBoolean()) {
            Thread.sleep(LOOK);
        }
    }

    /// @return how long to wait if it ends again soon
    private Duration startAgain(Duration first) throws InterruptedException {
        Duration pause = first;
        while (true) {
            Thread.sleep(pause);
            pause = longer(pause);
            try {
                start.run();
                LOG.warn("PostgreSQL runs again; what was confirmed before is there, and jobs go on.");
                return pause;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException(e.getMessage());
                }
                LOG.error(
                        "PostgreSQL could not be started again. Ward tries again{}. {}", after(pause), e.getMessage());
            }
        }
    }

    private static String after(Duration pause) {
        return pause.isZero() ? "" : " in %d s".formatted(pause.toSeconds());
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /// Ends the watch; an attempt to start the server is over when this returns.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
