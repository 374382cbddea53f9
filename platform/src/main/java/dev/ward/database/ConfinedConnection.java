package dev.ward.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A connection on which PostgreSQL itself shows one organisation's rows alone.
///
/// Each transaction takes the role and the number on before its first statement, for itself alone (`SET LOCAL`): with
/// its end both are gone, so that the pool never gets back a connection that is confined, nor one that should be.
final class ConfinedConnection implements InvocationHandler {

    /// What neither reads nor writes; everything else takes the role on first.
    private static final Set<String> HARMLESS = Set.of(
            "abort",
            "clearWarnings",
            "close",
            "getAutoCommit",
            "getHoldability",
            "getNetworkTimeout",
            "getTransactionIsolation",
            "getWarnings",
            "isClosed",
            "isReadOnly",
            "setHoldability",
            "setNetworkTimeout",
            "setReadOnly",
            "setTransactionIsolation");

    private static final Set<String> ENDS_TRANSACTION = Set.of("commit", "setAutoCommit");

    private final Connection connection;
    private final UUID organisation;
    private boolean taken;

    private ConfinedConnection(Connection connection, UUID organisation) {
        this.connection = connection;
        this.organisation = organisation;
    }

    static Connection of(Connection connection, UUID organisation) {
        return (Connection) Proxy.newProxyInstance(
                ConfinedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ConfinedConnection(connection, organisation));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, name, arguments);
        }
        boolean rollsAllBack = name.equals("rollback") && arguments == null;
        if (ENDS_TRANSACTION.contains(name) || rollsAllBack) {
            taken = false;
        } else if (!HARMLESS.contains(name)) {
            take();
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a connection is equal to itself alone
    private Object ofObject(Object proxy, String name, Object @Nullable [] arguments) {
        return switch (name) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "confined " + connection;
        };
    }

    private void take() throws SQLException {
        if (taken) {
            return;
        }
        if (connection.getAutoCommit()) {
            throw new SQLException("what somebody from outside asks runs in a transaction; there is none", "25P01");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL ROLE %s; SELECT set_config('ward.organisation', '%s', true)"
                    .formatted(Roles.PORTAL, organisation));
        }
        taken = true;
    }
}
