package dev.ward.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.device.Balances;
import dev.ward.device.Difference;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductLine;
import dev.ward.product.Products;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The demo tells its story whole; each of its parts is tested where it is told.
@WardTest
class DemoPortfolioTest {

    private static final Reader READER = Reader.machine("test");

    private final DemoPortfolio portfolio;
    private final Products products;
    private final Balances balances;
    private final JdbcClient jdbc;

    @Autowired
    DemoPortfolioTest(DemoPortfolio portfolio, Products products, Balances balances, JdbcClient jdbc) {
        this.portfolio = portfolio;
        this.products = products;
        this.balances = balances;
        this.jdbc = jdbc;
    }

    @BeforeAll
    static void fill(@Autowired DemoPortfolio portfolio) throws IOException {
        portfolio.fill(portfolio.roles().stream()
                .collect(Collectors.toMap(Function.identity(), role -> "the demo's " + role)));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void hasAPersonForEachRole() {
        assertThat(portfolio.roles()).contains(Role.HOSPITAL).allMatch(portfolio::hasPerson);
        assertThat(portfolio.hasPerson("nobody")).isFalse();
    }

    @Test
    void judgesWhatVulnerabilitiesMeanForPatients() {
        assertThat(jdbc.sql("SELECT vulnerability || ' ' || verdict FROM assessment.decision ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CVE-2019-12255 uncontrolled",
                        "CVE-2020-11023 controlled",
                        "CVE-2020-11023 controlled",
                        "CVE-2020-1938 controlled",
                        "CVE-2021-44228 uncontrolled",
                        "CVE-2024-6387 uncontrolled");
        assertThat(count("assessment.assessment WHERE state = 'open'")).isEqualTo(1);
        assertThat(count("signature.signature WHERE record_type = 'assessment'"))
                .isEqualTo(25);
        assertThat(jdbc.sql("SELECT state FROM assessment.compensating_control ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("verified", "issued");
        assertThat(count("assessment.update_due WHERE done_at IS NULL")).isEqualTo(12);
    }

    @Test
    @Statement({"PR-8.1", "PR-8.3"})
    void saysWhatIsDueForEachKindOfCase() {
        assertThat(jdbc.sql("""
                        SELECT v.name || ' ' || o.rule_set || ' ' || o.outcome
                          FROM regulation.outcome o
                          JOIN handling.published_case_vulnerability v ON v.case_id = o.case_id
                         WHERE o.rule_set IN ('FDA-FINAL-2016', '21CFR806', '21CFR803', 'GDPR-33-2', 'HIPAA-ASSOCIATE')
                           AND v.name IN ('CVE-2021-44228', 'CVE-2024-6387', 'CVE-2019-12255', 'CVE-2020-11023', 'CVE-2020-1938')
                           AND o.outcome NOT IN ('none', 'not-applicable')
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "CVE-2019-12255 21CFR803 reported",
                        "CVE-2019-12255 21CFR806 reported",
                        "CVE-2019-12255 FDA-FINAL-2016 report",
                        "CVE-2020-11023 21CFR806 record",
                        "CVE-2020-11023 FDA-FINAL-2016 routine",
                        "CVE-2020-1938 21CFR806 record",
                        "CVE-2020-1938 FDA-FINAL-2016 routine",
                        "CVE-2020-1938 GDPR-33-2 due",
                        "CVE-2020-1938 HIPAA-ASSOCIATE due",
                        "CVE-2021-44228 21CFR806 reliance-past",
                        "CVE-2021-44228 FDA-FINAL-2016 discretion",
                        "CVE-2024-6387 21CFR806 reported",
                        "CVE-2024-6387 FDA-FINAL-2016 report");
    }

    @Test
    void oneChangeIsSignedAsTheRoutineUpdateThatItIs() {
        assertThat(jdbc.sql(
                                "SELECT outcome || ' ' || version || ' ' || (ended_at IS NULL) FROM correction.classification")
                        .query(String.class)
                        .list())
                .containsExactly("routine 1 true");
    }

    @Test
    void bringsAFewDecisionsOfTheYearsBefore() {
        assertThat(count("assessment.past_current")).isEqualTo(5);
        assertThat(jdbc.sql("SELECT rule || ' ' || value FROM assessment.past_note WHERE refused")
                        .query(String.class)
                        .list())
                .containsExactly("unknown-release 3.2");
    }

    @Test
    void hasCasesInEveryPhaseAndOneUnderEmbargo() {
        assertThat(jdbc.sql("SELECT DISTINCT phase FROM handling.vulnerability_case WHERE closed_at IS NULL")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "receipt", "verification", "remediation-development", "release", "post-release");
        assertThat(count("handling.vulnerability_case WHERE restricted_to IS NOT NULL"))
                .isOne();
        assertThat(count("handling.signal WHERE state IN ('received', 'acknowledged', 'triaged')"))
                .isGreaterThan(3);
        assertThat(count("handling.published_case_vulnerability WHERE vulnerability_id IS NULL AND NOT own"))
                .isZero();
    }

    @Test
    void bringsDevicesIntoTheField() {
        assertThat(count("device.device")).isEqualTo(20_000);
        assertThat(count("customer.customer")).isEqualTo(120);
        assertThat(count("customer.site")).isEqualTo(300);
        assertThat(count("device.device WHERE release_id IS NULL")).isBetween(800L, 1_600L);
        assertThat(count("device.population")).isGreaterThan(8);
    }

    @Test
    void leavesAFewDifferencesBetweenBooksAndField() {
        List<Difference> differences =
                products
                        .list(READER, new ProductFilter(null, null, false, ProductFilter.USUAL), null, 100)
                        .items()
                        .stream()
                        .map(ProductLine::product)
                        .flatMap(product -> balances.differences(READER, product.id()).stream())
                        .toList();

        assertThat(differences.stream().collect(Collectors.groupingBy(Difference::kind, Collectors.counting())))
                .isEqualTo(Map.of(
                        Difference.Kind.NEVER_SHIPPED,
                        4L,
                        Difference.Kind.NO_DEVICE,
                        2L,
                        Difference.Kind.IN_STOCK,
                        1L));
    }

    @Test
    void tellsOfAgeOfHarmAndOfWhatACustomerSays() {
        assertThat(count("performance.version")).isEqualTo(2);
        assertThat(count("performance.draft")).isEqualTo(1);
        assertThat(count("lifecycle.record WHERE kind = 'transfer'")).isGreaterThan(40);
        assertThat(count("lifecycle.deviation")).isEqualTo(1);
        assertThat(count("lifecycle.closure")).isEqualTo(1);
        assertThat(count("portal.claim WHERE state = 'open'")).isEqualTo(1);
    }
}
