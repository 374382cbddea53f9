package dev.ward.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

/// What an exception tells of the database's health.
///
/// Source: PostgreSQL, Appendix A, classes 08, 53 and 57.
public enum DatabaseFault {
    /// It cannot be reached, ends, starts, or has too little of something: what was asked can be asked again when it is
    /// back.
    AWAY,
    /// There is no room left on its disk.
    FULL,
    NONE;

    private static final String DISK_FULL = "53100";

    /// Looks at the exception and at everything that caused it. Where a transaction could not even be rolled back, its
    /// connection is gone, and what went wrong first stands beside the cause.
    public static DatabaseFault of(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException || cause instanceof SQLTransientConnectionException) {
                return AWAY;
            }
            if (cause instanceof TransactionSystemException broken) {
                DatabaseFault first = of(broken.getApplicationException());
                if (first != NONE) {
                    return first;
                }
                if (broken.getCause() instanceof SQLException closed && closed.getSQLState() == null) {
                    return AWAY;
                }
            }
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (DISK_FULL.equals(state)) {
                return FULL;
            }
            if (state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"))) {
                return AWAY;
            }
        }
        return NONE;
    }
}
