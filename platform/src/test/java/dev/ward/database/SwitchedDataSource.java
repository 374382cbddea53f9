package dev.ward.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Lets one context of the application work on another database for each test class.
public final class SwitchedDataSource extends DelegatingDataSource {

    private @Nullable HikariDataSource pool;
    private @Nullable DatabaseAccess access;

    /// Goes over to a fresh database.
    public synchronized void renew() {
        HikariDataSource before = pool;
        DatabaseAccess fresh = TestDatabase.fresh();
        HikariDataSource now = TestDatabase.pool(fresh);
        pool = now;
        access = fresh;
        setTargetDataSource(new ConfinedDataSource(now));
        if (before != null) {
            before.close();
        }
    }

    /// Both roles of the present database.
    public synchronized DatabaseAccess access() {
        return Objects.requireNonNull(access);
    }
}
