package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFaultTest {

    private final SQLException brokeOff = new SQLException("An I/O error occurred", "08006");
    private final SQLException noSpace = new SQLException("No space left on device", "53100");

    /// What Spring throws when the connection is gone and can roll nothing back.
    private static TransactionSystemException rollbackFailed() {
        return new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
    }

    @Test
    void isFoundInWhatCausedAnException() {
        assertThat(DatabaseFault.of(new IllegalStateException(new DataAccessResourceFailureException("", brokeOff))))
                .isEqualTo(DatabaseFault.AWAY);
        assertThat(DatabaseFault.of(new UncategorizedSQLException("insert", null, noSpace)))
                .isEqualTo(DatabaseFault.FULL);
        assertThat(DatabaseFault.of(new SQLException("syntax error", "42601"))).isEqualTo(DatabaseFault.NONE);
        assertThat(DatabaseFault.of(null)).isEqualTo(DatabaseFault.NONE);
    }

    @Test
    void isFoundBehindARollbackThatFailedToo() {
        assertThat(DatabaseFault.of(rollbackFailed())).isEqualTo(DatabaseFault.AWAY);

        TransactionSystemException full = rollbackFailed();
        full.initApplicationException(new UncategorizedSQLException("insert", null, noSpace));
        assertThat(DatabaseFault.of(full)).isEqualTo(DatabaseFault.FULL);

        TransactionSystemException away = new TransactionSystemException("JDBC rollback failed");
        away.initApplicationException(new DataAccessResourceFailureException("", brokeOff));
        assertThat(DatabaseFault.of(new IllegalStateException(away))).isEqualTo(DatabaseFault.AWAY);

        assertThat(DatabaseFault.of(new TransactionSystemException("commit refused", new SQLException("", "40001"))))
                .isEqualTo(DatabaseFault.NONE);
    }
}
