package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;

/// The page of the figures names each that a server gives, and no other.
@WardTest
class MetricsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "metrics.md");
    private static final Path RULES = Path.of("..", "deploy", "prometheus-rules.yaml");

    /// Shown where there is a data folder; HeadNotesTest looks at them.
    private static final Set<String> OF_THE_TRAIL =
            Set.of("ward_audit_entries", "ward_audit_noted_entries", "ward_audit_head_noted_timestamp_seconds");

    private static final Pattern NAME = Pattern.compile("\\bward_[a-z_]+[a-z]");
    private static final Pattern SHOWN = Pattern.compile("^([a-z_]+)(?:\\{[^}]*})? ", Pattern.MULTILINE);

    private final int port;
    private final TestCallers callers;
    private final FigureBoard board;
    private final JdbcClient jdbc;

    @Autowired
    MetricsPageTest(@LocalServerPort int port, TestCallers callers, FigureBoard board, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.port = port;
        this.callers = callers;
        this.board = board;
    }

    private String scraped() {
        String token = callers.token("administrator");
        RestClientOfTests ward = new RestClientOfTests(port, token);
        ward.load("kev", """
                {"title": "t", "catalogVersion": "1", "dateReleased": "2026-11-01T00:00:00Z", "count": 1,
                 "vulnerabilities": [{"cveID": "CVE-2099-0001", "vendorProject": "v", "product": "p",
                 "vulnerabilityName": "n", "dateAdded": "2026-11-01", "shortDescription": "s", "requiredAction": "r",
                 "dueDate": "2026-12-01", "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}
                """.replace('\n', ' '));
        Browser.at(port).submit("/sign-in", "/sign-in", Map.of("email", "eve@example.org", "password", "wrong"));
        board.renew();
        return new Wire(port).ask("GET", "/actuator/prometheus", new byte[0], "Authorization: Bearer " + token);
    }

    private static Set<String> names(Pattern pattern, int group, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(group));
        }
        return names;
    }

    @Test
    void aScrapeGivesWhatThePageNames(@TempDir Path folder) throws IOException {
        String answer = scraped();
        String page = Files.readString(PAGE);

        Set<String> ours = names(SHOWN, 1, answer);
        assertThat(ours).contains("jvm_memory_used_bytes");
        ours.addAll(names(SHOWN, 1, ofFolder(folder)));
        ours.addAll(OF_THE_TRAIL);
        assertThat(page).contains("hikaricp_connections_pending", "http_server_requests_seconds");
        ours.removeIf(name -> !name.startsWith("ward_") || name.endsWith("_seconds_max"));
        assertThat(names(NAME, 0, page)).isEqualTo(ours).hasSizeGreaterThan(15);
        assertThat(answer)
                .contains("ward_sign_ins_total{outcome=\"refused\"}")
                .contains("ward_source_imports_total{outcome=\"completed\",source=\"kev\"}")
                .contains("ward_job_duration_seconds_count{kind=\"advisory.import\",outcome=\"completed\"}")
                .contains("ward_jobs{kind=\"advisory.import\",status=\"queued\"} 0")
                .doesNotContain("CVE-2099", "example.org", "/target");
    }

    /// `increase` sees nothing of a count that comes to be with its first one.
    @Test
    void countsAreThereBeforeThereIsAnythingToCount() {
        String answer = new Wire(port)
                .ask("GET", "/actuator/prometheus", new byte[0], "Authorization: Bearer " + callers.token("auditor"));

        assertThat(answer)
                .contains(
                        "ward_source_imports_total{outcome=\"failed\",source=\"nvd\"} ",
                        "ward_source_unread_parts_total{source=\"nvd\"} ",
                        "ward_sign_ins_total{outcome=\"too-often\"} ");
    }

    /// What a server shows of its data folder.
    private String ofFolder(Path folder) throws IOException {
        Files.writeString(folder.resolve("last-backup"), "2026-11-23T01:02:03Z\n");
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        board(meters, folder).renew();
        return meters.scrape();
    }

    private FigureBoard board(MeterRegistry meters, Path folder) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("storage", new StorageFigures(jdbc, folder.toString()));
        return new FigureBoard(beans.getBeanProvider(Figures.class), meters);
    }

    @Test
    void aFigureThatIsNoLongerKnownIsNotShown(@TempDir Path folder) throws IOException {
        Path note = folder.resolve("last-backup");
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        FigureBoard own = board(meters, folder);
        Files.writeString(note, "2026-11-23T01:02:03Z\n");
        own.renew();
        assertThat(meters.scrape()).contains("ward_backup_last_success_timestamp_seconds 1.795395723E9");

        Files.delete(note);
        own.renew();

        assertThat(meters.scrape())
                .contains("ward_data_free_bytes")
                .doesNotContain("ward_backup_last_success_timestamp_seconds 1");
    }

    @Test
    void theRulesAskForWhatThePageNames() throws IOException {
        String page = Files.readString(PAGE);
        String text = Files.readString(RULES);
        Map<String, List<Map<String, List<Map<String, Object>>>>> rules = new Yaml().load(text);

        List<Map<String, Object>> alerts = Objects.requireNonNull(
                Objects.requireNonNull(rules.get("groups")).getFirst().get("rules"));
        assertThat(alerts)
                .hasSizeGreaterThan(8)
                .allSatisfy(alert -> assertThat(alert).containsKeys("alert", "expr", "for", "annotations"));
        assertThat(names(NAME, 0, text)).isSubsetOf(names(NAME, 0, page));
    }
}
