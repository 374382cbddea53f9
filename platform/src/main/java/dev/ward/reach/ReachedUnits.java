package dev.ward.reach;

import dev.ward.identity.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The condition under which a unit is reached, for statements over `device.published_device d` and
/// views that have its columns.
///
/// By a release of its own, unless that is decided to be without it in the unit's configuration; or by a
/// configuration that holds a release that is reached while its own is not: so each unit is counted
/// once. A unit of which nobody knows the configuration is reached by its release.
final class ReachedUnits {

    private ReachedUnits() {}

    /// By its own release.
    static String byRelease(Population population, String alias) {
        String certain = alias + ".release_id = ANY(:certain)";
        return population.isAbsentSomewhere() ? "(%s AND NOT %s)".formatted(certain, isAbsent(alias)) : certain;
    }

    /// By its configuration alone.
    static String byConfiguration(Population population, String alias) {
        return "%1$s.configuration_id = ANY(:held) AND (%1$s.release_id IS NULL OR NOT %2$s)"
                .formatted(alias, byRelease(population, alias));
    }

    /// In a configuration in which its release is decided to be without it.
    static String isAbsent(String alias) {
        return """
                EXISTS (SELECT FROM unnest(:absentReleases::uuid[], :absentConfigurations::uuid[])
                                    AS n (release_id, configuration_id)
                         WHERE n.release_id = %1$s.release_id AND n.configuration_id = %1$s.configuration_id)""".formatted(alias);
    }

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
        if (sql.contains(":absentReleases")) {
            statement = statement
                    .param("absentReleases", population.absentReleases())
                    .param("absentConfigurations", population.absentConfigurations());
        }
        if (filter.country() != null) {
            statement = statement.param("country", filter.country());
        }
        return filter.customer() == null ? statement : statement.param("customer", filter.customer());
    }
}
