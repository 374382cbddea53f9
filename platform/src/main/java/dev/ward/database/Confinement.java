package dev.ward.database;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose rows alone the database shows on this thread, while somebody from outside of the manufacturer is being served.
///
/// It asks no statement's author to remember anything: every transaction that begins on the thread does so in the role
/// `ward_portal`, with the organisation's number, and outside of a transaction there is no statement at all.
public final class Confinement {

    private static final ThreadLocal<@Nullable UUID> ORGANISATION = new ThreadLocal<>();

    private Confinement() {}

    public static void begin(UUID organisation) {
        ORGANISATION.set(organisation);
    }

    /// Doing it twice, or without a beginning, changes nothing.
    public static void end() {
        ORGANISATION.remove();
    }

    static Optional<UUID> organisation() {
        return Optional.ofNullable(ORGANISATION.get());
    }
}
