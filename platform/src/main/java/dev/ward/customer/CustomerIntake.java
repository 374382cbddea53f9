package dev.ward.customer;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Adds customers and sites by the thousand, with one entry in the audit trail.
@Service
public class CustomerIntake {

    /// Rows of one statement.
    private static final int STRETCH = 10_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CustomerIntake(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds all, in the caller's transaction.
    ///
    /// @param source  what they come from, for the trail: the id of an import
    /// @throws DuplicateKeyException  when one was added meanwhile by somebody else
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Actor actor, UUID source, List<NewCustomer> customers, List<NewSite> sites) {
        if (customers.isEmpty() && sites.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        for (int from = 0; from < customers.size(); from += STRETCH) {
            addCustomers(customers.subList(from, Math.min(customers.size(), from + STRETCH)), now);
        }
        for (int from = 0; from < sites.size(); from += STRETCH) {
            addSites(sites.subList(from, Math.min(sites.size(), from + STRETCH)), now);
        }
        audit.record(
                actor,
                Act.of("customers.imported", "import", source.toString())
                        .after("customers", Integer.toString(customers.size()))
                        .after("sites", Integer.toString(sites.size())));
    }

    private void addCustomers(List<NewCustomer> customers, OffsetDateTime now) {
        jdbc.sql("""
                INSERT INTO customer.customer (id, name, kind, country, region, reference, created_at, changed_at)
                SELECT n.*, :now, :now
                  FROM unnest(:ids::uuid[], :names::text[], :kinds::text[], :countries::text[], :regions::text[],
                              :references::text[]) AS n
                """)
                .param("ids", customers.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("names", texts(customers, one -> one.draft().name()))
                .param("kinds", texts(customers, one -> one.draft().kind().word()))
                .param("countries", texts(customers, one -> one.draft().country()))
                .param("regions", texts(customers, one -> one.draft().region()))
                .param("references", texts(customers, one -> one.draft().reference()))
                .param("now", now)
                .update();
    }

    private void addSites(List<NewSite> sites, OffsetDateTime now) {
        jdbc.sql("""
                INSERT INTO customer.site (id, customer_id, name, address, city, region, postal_code, country, phone,
                                           reference, created_at, changed_at)
                SELECT n.*, :now, :now
                  FROM unnest(:ids::uuid[], :customers::uuid[], :names::text[], :addresses::text[], :cities::text[],
                              :regions::text[], :codes::text[], :countries::text[], :phones::text[],
                              :references::text[]) AS n
                """)
                .param("ids", sites.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param(
                        "customers",
                        sites.stream().map(one -> one.customer().value()).toArray(UUID[]::new))
                .param("names", texts(sites, one -> one.draft().name()))
                .param("addresses", texts(sites, one -> one.draft().address()))
                .param("cities", texts(sites, one -> one.draft().city()))
                .param("regions", texts(sites, one -> one.draft().region()))
                .param("codes", texts(sites, one -> one.draft().postalCode()))
                .param("countries", texts(sites, one -> one.draft().country()))
                .param("phones", texts(sites, one -> one.draft().phone()))
                .param("references", texts(sites, one -> one.draft().reference()))
                .param("now", now)
                .update();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
