package dev.ward.reach;

import dev.ward.identity.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The condition under which a unit is reached, for statements over `device.published_device d`.
///
/// By a release of its own, or by a configuration that holds a release that is reached while its own is not: so each
/// unit is counted once.
final class ReachedUnits {

    /// By its own release.
    static final String BY_RELEASE = "d.release_id = ANY(:certain)";

    /// By its configuration alone.
    static final String BY_CONFIGURATION =
            "d.configuration_id = ANY(:held) AND (d.release_id IS NULL OR NOT d.release_id = ANY(:certain))";

    private ReachedUnits() {}

    /// What narrows the question, for a view or table that has the columns of a unit.
    static String asked(ReachFilter filter, Reader reader, String alias) {
        return "%1$s.status = ANY(:statuses)%2$s%3$s AND %4$s"
                .formatted(
                        alias,
                        filter.country() == null ? "" : " AND " + alias + ".country = :country",
                        filter.customer() == null ? "" : " AND " + alias + ".customer_id = :customer",
                        reader.sees(alias));
    }

    /// Binds what the conditions name.
    static StatementSpec bound(JdbcClient jdbc, String sql, Population population, ReachFilter filter) {
        StatementSpec statement = jdbc.sql(sql).param("statuses", filter.words());
        if (sql.contains(":certain")) {
            statement = statement.param("certain", population.certain());
        }
        if (sql.contains(":held")) {
            statement = statement.param("held", population.held());
        }
        if (filter.country() != null) {
            statement = statement.param("country", filter.country());
        }
        return filter.customer() == null ? statement : statement.param("customer", filter.customer());
    }
}
