package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.clock.Deadlines;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.TestCallers;
import dev.ward.job.JobId;
import dev.ward.job.JobStatus;
import dev.ward.job.Jobs;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.WorkCalendar;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holidays are entered with their reason, and move what is due for cases that run already.
@WardTest
class HolidaysTest {

    private final Cases cases;
    private final RuleBooks books;
    private final BookRepository repository;
    private final RuleVersionRepository versions;
    private final Deadlines deadlines;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final Browser security;
    private final Browser head;
    private final Api regulatory;
    private final Api auditor;
    private VulnerabilityCase one;

    @Autowired
    HolidaysTest(
            Cases cases,
            RuleBooks books,
            BookRepository repository,
            RuleVersionRepository versions,
            Deadlines deadlines,
            Jobs jobs,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.books = books;
        this.repository = repository;
        this.versions = versions;
        this.deadlines = deadlines;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.security = callers.signedIn(port, "product-security");
        this.head = callers.signedIn(port, "regulatory-head");
        this.regulatory = Api.at(port, callers.token("regulatory-head"));
        this.auditor = Api.at(port, callers.token("auditor"));
        this.one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    private String page() {
        return "/cases/" + one.number() + "/due";
    }

    private void initiated(LocalDate day) {
        Map<String, String> sent = new HashMap<>(
                Map.of("initiationType", "initiated", "initiationAt", day.toString(), "initiationNote", "A letter"));
        sent.put("identifier", TestCallers.email("product-security"));
        sent.put("password", TestCallers.PASSWORD);
        assertThat(security.submit(page(), page() + "/sign-initiation", sent).statusCode())
                .isEqualTo(302);
    }

    private String kept() {
        return jdbc.sql("""
                SELECT d.last_day || ' ' || d.state FROM clock.published_deadline d
                 WHERE d.owner_id = :case AND d.clock = 'FDA-806'
                """).param("case", one.id()).query(String.class).single();
    }

    private LocalDate due() {
        return LocalDate.parse(kept().substring(0, "2026-03-08".length()));
    }

    private List<String> told() {
        return jdbc.sql("""
                SELECT a.kind || ' ' || a.place FROM clock.published_alarm a
                  JOIN clock.published_deadline d USING (deadline_id)
                 WHERE d.owner_id = :case AND d.clock = 'FDA-806' ORDER BY a.number
                """).param("case", one.id()).query(String.class).list();
    }

    private WorkCalendar federal() {
        return Objects.requireNonNull(books.current().calendars().get("US-FEDERAL"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /// The last worked day before another.
    private LocalDate workedBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!federal().isWorked(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private LocalDate workedAfter(LocalDate day) {
        LocalDate after = day.plusDays(1);
        while (!federal().isWorked(after)) {
            after = after.plusDays(1);
        }
        return after;
    }

    private void enter(LocalDate day, String holiday) {
        var answer = regulatory.post(
                "/api/v1/obligations/calendars/US-FEDERAL/entries",
                "{\"day\": \"%s\", \"holiday\": \"%s\", \"because\": \"An executive order\"}".formatted(day, holiday));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Matcher job = Pattern.compile("\"job\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(job.find()).isTrue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jobs.find(new JobId(UUID.fromString(job.group(1))))
                        .orElseThrow()
                        .status()
                        .equals(JobStatus.COMPLETED));
    }

    @Test
    @Statement("X6")
    void aHolidayThatIsAddedAfterTheFactMovesTheDateAndSaysSo() {
        initiated(today().minusDays(5));
        LocalDate before = due();
        LocalDate mourned = workedBefore(before);
        enter(mourned, "A day of mourning");
        LocalDate after = due();
        assertThat(after).isEqualTo(workedAfter(before));
        String shown = security.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown)
                .contains("by what was entered in the calendar US-FEDERAL after the start", "A day of mourning")
                .contains("Dates that moved", "from " + before + " to <strong>" + after);
        enter(mourned, "");
        assertThat(due()).as("taken away again").isEqualTo(before);
        assertThat(security.get(page()).body()).doesNotContain("moved from");
    }

    @Test
    @Statement("X6")
    void aDateThatHadPassedIsOpenAgainWithAWordAndToldOnceMore() {
        LocalDate start = today().minusDays(8);
        initiated(start);
        // back until the last day is the last one that was worked before today
        while (!due().equals(workedBefore(today()))) {
            one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
            start = start.minusDays(1);
            initiated(start);
        }
        LocalDate last = due();
        deadlines.advance();
        assertThat(kept()).endsWith("overdue");
        assertThat(told()).containsExactly("warning 1", "warning 2", "over 3");
        enter(last, "A holiday");
        assertThat(due()).isAfterOrEqualTo(today());
        assertThat(kept()).doesNotContain("overdue");
        deadlines.advance();
        assertThat(told()).as("no warning twice").containsExactly("warning 1", "warning 2", "over 3");
        assertThat(security.get(page()).body()).contains("It was over, and was told so; it is open again");
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM audit.published_entry e
                         WHERE e.what = 'deadline.reopened' AND e.subject_id = :number
                        """)
                        .param("number", one.number().text())
                        .query(Long.class)
                        .single())
                .isOne();
        enter(last, "");
        deadlines.advance();
        assertThat(kept()).endsWith("overdue");
        assertThat(told()).containsExactly("warning 1", "warning 2", "over 3", "over 3");
    }

    @Test
    void whoSignsForRegulatoryAffairsAddsAndTakesAwayWithAReason() {
        LocalDate day = workedAfter(LocalDate.of(today().getYear() + 1, 3, 2));
        var refused = head.submit(
                "/due/holidays",
                "/due/holidays/add",
                Map.of("addCalendar", "US-FEDERAL", "addDay", day.toString(), "addHoliday", "A day", "addBecause", ""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is missing.");
        PageAsserts.assertSound(refused.body());
        var kept = head.submit(
                "/due/holidays",
                "/due/holidays/add",
                Map.of(
                        "addCalendar",
                        "US-FEDERAL",
                        "addDay",
                        day.toString(),
                        "addHoliday",
                        "A <day>",
                        "addBecause",
                        "Order 7"));
        assertThat(kept.statusCode()).isEqualTo(302);
        String shown = head.get("/due/holidays?year=" + day.getYear()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("A &lt;day&gt;", "Order 7", "New Year", "5 U.S.C. 6103", "Take away");
        assertThat(security.get("/due/holidays").body()).doesNotContain("Take away");
        assertThat(head.submit(
                                "/due/holidays",
                                "/due/holidays/remove",
                                Map.of(
                                        "removeCalendar",
                                        "US-FEDERAL",
                                        "removeDay",
                                        day.toString(),
                                        "removeBecause",
                                        "Order 7 was withdrawn"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(federal().isWorked(day)).isTrue();
        assertThat(auditor.get("/api/v1/obligations/calendars/US-FEDERAL?year=" + day.getYear())
                        .body())
                .contains("Order 7 was withdrawn", "\"holiday\":null");
    }

    @Test
    void whatSaysNothingNewOrCannotBeIsRefused() {
        String path = "/api/v1/obligations/calendars/US-FEDERAL/entries";
        String body = "{\"day\": \"%s\", \"holiday\": \"%s\", \"because\": \"Because\"}";
        int year = today().getYear() + 1;
        long before = repository.head().edition();
        assertThat(regulatory.post(path, body.formatted(year + "-07-04", "")).body())
                .matches(text -> text.contains("is a day of the weekend")
                        || LocalDate.of(year, 7, 4).getDayOfWeek().getValue() < 6);
        assertThat(regulatory
                        .post(path, body.formatted(year + "-12-25", "Christmas"))
                        .body())
                .contains("is not worked already");
        assertThat(regulatory.post(path, body.formatted("2027-03-02", "")).body())
                .contains("is worked already");
        assertThat(regulatory.post(path, body.formatted("2027-02-30", "A day")).body())
                .contains("is no day");
        assertThat(regulatory.post(path, body.formatted("9027-02-03", "A day")).body())
                .contains("lies in no year");
        assertThat(regulatory
                        .post(path, body.formatted("2027-03-02", "\\u0000"))
                        .status())
                .isEqualTo(400);
        assertThat(regulatory
                        .post("/api/v1/obligations/calendars/MARS/entries", body.formatted("2027-03-02", "A day"))
                        .status())
                .isEqualTo(400);
        assertThat(auditor.post(path, body.formatted("2027-03-02", "A day")).status())
                .isEqualTo(403);
        assertThat(auditor.get("/api/v1/obligations/calendars?year=1").status()).isEqualTo(400);
        assertThat(auditor.get("/api/v1/obligations/calendars/MARS").status()).isEqualTo(404);
        assertThat(repository.head().edition()).as("nothing was entered").isEqualTo(before);
    }

    @Test
    void twoServersReadTheSameBook() {
        RuleBooks other = new RuleBooks(repository, versions);
        LocalDate day = workedAfter(LocalDate.of(today().getYear() + 2, 5, 4));
        assertThat(other.current().calendars().get("US-FEDERAL"))
                .matches(calendar -> calendar != null && calendar.isWorked(day));
        enter(day, "A day off");
        assertThat(federal().isWorked(day)).isFalse();
        assertThat(Objects.requireNonNull(other.current().calendars().get("US-FEDERAL"))
                        .isWorked(day))
                .isFalse();
        long edition = repository.head().edition();
        RuleBook then = other.bookOf(edition - 1);
        assertThat(Objects.requireNonNull(then.calendars().get("US-FEDERAL")).isWorked(day))
                .as("the book as it was")
                .isTrue();
        assertThat(other.current()).as("is read once").isSameAs(other.current());
    }
}
