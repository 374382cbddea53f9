package dev.ward.standards.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Sets of rules come as files of people, who may be careless or hostile.
class RuleSetFileTest {

    private static final RuleBook SHIPPED = RuleBook.shipped();

    private static final String PACK = """
            {'id': 'UK', 'version': '1.0.0', 'name': 'Vigilance in Great Britain', 'regime': 'UK', 'authority': 'MHRA',
             'status': 'in-force', 'effectiveFrom': '2025-06-16', 'source': {'citation': 'SI 2024/1368'},
             'gates': [{'id': 'market', 'name': 'On the market of Great Britain', 'asks': ['market GB']},
                       {'id': 'harm', 'name': 'Harm', 'asks': ['event death serious-injury if associated suspected']}],
             'conditions': [{'id': 'in-time', 'name': 'Reported in time', 'asks': ['evidence reported:UK by UK-SI-15']}],
             'outcomes': [{'key': 'none', 'name': 'Nothing is due'}, {'key': 'reported', 'name': 'Reported'},
                          {'key': 'report', 'name': 'A report is due'}, {'key': 'overdue', 'name': 'Overdue'}],
             'rows': [{'when': ['no', '*', '*'], 'outcome': 'none'}, {'when': ['yes', 'no', '*'], 'outcome': 'none'},
                      {'when': ['yes', 'yes', 'met'], 'outcome': 'reported'},
                      {'when': ['yes', 'yes', 'not-yet'], 'outcome': 'report'},
                      {'when': ['yes', 'yes', 'unprovable|not-met'], 'outcome': 'overdue'}],
             'clocks': [{'id': 'UK-SI-15', 'name': 'Report', 'start': ['event death serious-injury'],
                         'when': ['market'], 'length': 15, 'unit': 'calendar-days', 'warn': [5, 2],
                         'stop': ['reported:UK'], 'binding': 'law'}]}
            """;

    private static RuleSetFile.Checked check(String json, RuleBook book) {
        String file = json.startsWith("{\n") || json.startsWith("{\"") ? json : json.replace('\'', '"');
        return RuleSetFile.check(file.getBytes(StandardCharsets.UTF_8), book);
    }

    private static List<String> faults(String json) {
        RuleSetFile.Checked checked = check(json, SHIPPED);
        assertThat(checked.ruleSet() == null)
                .as("refused with a reason")
                .isEqualTo(!checked.faults().isEmpty());
        return checked.faults();
    }

    private static void refused(String what, String by, String because) {
        assertThat(PACK).contains(what);
        assertThat(faults(PACK.replace(what, by))).anyMatch(fault -> fault.contains(because));
    }

    private static RuleBook with(String json) {
        RuleSetFile.Checked checked = check(json, SHIPPED);
        assertThat(checked.faults()).isEmpty();
        return SHIPPED.with(Objects.requireNonNull(checked.ruleSet()), checked.calendars());
    }

    private static DueResult due(RuleBook book, String facts, String at) throws Exception {
        return DueEngine.evaluate(
                DueFactsReader.read(
                        new ByteArrayInputStream(facts.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        "facts",
                        book),
                book,
                Instant.parse(at));
    }

    @Test
    void everyShippedSetReadsAsItselfAgain() {
        for (RuleSet set : SHIPPED.ruleSets()) {
            RuleSetFile.Checked read =
                    RuleSetFile.read(RuleSetFile.write(set).getBytes(StandardCharsets.UTF_8), SHIPPED.vocabulary());
            assertThat(read.faults()).as(set.id()).isEmpty();
            RuleSet again = Objects.requireNonNull(read.ruleSet());
            assertThat(again.points()).as(set.id()).isEqualTo(set.points());
            assertThat(again.clocks()).as(set.id()).isEqualTo(set.clocks());
            assertThat(again.table().rows()).as(set.id()).isEqualTo(set.table().rows());
            assertThat(again.status()).isEqualTo(set.status());
            assertThat(RuleSetFile.write(again)).isEqualTo(RuleSetFile.write(set));
        }
    }

    @Test
    void everyShippedSetKeepsTheLimitsItself() {
        for (RuleSet set : SHIPPED.ruleSets()) {
            String next = RuleSetFile.write(set).replaceFirst("\"version\" : \"[^\"]+\"", "\"version\" : \"9.0.0\"");
            assertThat(check(next, SHIPPED).faults()).as(set.id()).isEmpty();
        }
    }

    @Test
    void aPackIsEnabledByAFile() throws Exception {
        String facts = "{'zone': 'Europe/London', 'markets': ['GB'], 'adverseEvents':"
                + " [{'kind': 'death', 'association': 'suspected', 'awareAt': '2026-03-02'}]}";
        assertThat(due(SHIPPED, facts, "2026-03-03T12:00:00Z").clocks())
                .noneMatch(clock -> clock.ruleSet().equals("UK"));
        DueResult result = due(with(PACK), facts, "2026-03-03T12:00:00Z");
        // the day of the start does not count: 3 March is the first, 17 March the fifteenth
        assertThat(result.clocks())
                .anyMatch(clock -> clock.id().equals("UK-SI-15") && clock.due().equals("2026-03-17"));
        assertThat(result.ruleSets())
                .anyMatch(one ->
                        one.ruleSet().id().equals("UK") && one.outcome().key().equals("report"));
    }

    @Test
    void theFileOfTheHowToIsTaken() throws Exception {
        String page = Files.readString(Path.of("../docs/howto/add-a-set-of-rules.md"));
        int begin = page.indexOf("```json\n") + "```json\n".length();
        String file = page.substring(begin, page.indexOf("```", begin));
        assertThat(check(file, SHIPPED).faults()).isEmpty();
    }

    @Test
    void aVersionJudgesWhatBeganOnItsDays() throws Exception {
        String next = RuleSetFile.write(SHIPPED.ruleSets().stream()
                        .filter(set -> set.id().equals("FDA-FINAL-2016"))
                        .findFirst()
                        .orElseThrow())
                .replace("\"version\" : \"1.0.0\"", "\"version\" : \"2.0.0\"")
                .replace("\"effectiveFrom\" : \"2016-12-28\"", "\"effectiveFrom\" : \"2026-03-01\"")
                .replace("\"length\" : 30", "\"length\" : 20");
        RuleBook book = with(next);
        String facts = "{'zone': 'UTC', 'awareness': [{'regime': 'FDA', 'at': '%s'}]}";
        assertThat(clocks(due(book, facts.formatted("2026-02-27"), "2026-03-10T12:00:00Z")))
                .as("began under the version before")
                .contains("FDA-CUST-30 2026-03-29");
        assertThat(clocks(due(book, facts.formatted("2026-03-01"), "2026-03-10T12:00:00Z")))
                .contains("FDA-CUST-30 2026-03-21");
        assertThat(clocks(due(book, facts.formatted("2026-03-01"), "2026-03-10T12:00:00Z")))
                .noneMatch(clock -> clock.equals("FDA-CUST-30 2026-03-31"));
    }

    private static List<String> clocks(DueResult result) {
        return result.clocks().stream()
                .map(clock -> clock.id() + " " + clock.due())
                .toList();
    }

    @Test
    void aSetOfAnotherCountryBringsItsRegimeAndCalendar() throws Exception {
        String file = PACK.replace("'UK'", "'BR'")
                .replace("UK", "BR")
                .replace("market GB", "market BR")
                .replace("'authority'", "'regimeMeaning': 'vigilance in Brazil', 'authority'")
                .replace("'unit': 'calendar-days'", "'unit': 'working-days', 'calendar': 'BR-DAYS'")
                .replaceFirst(
                        "\\{'id'",
                        "{'calendars': [{'id': 'BR-DAYS', 'name': 'Brazil', 'source': {'citation': 'Lei 662'},"
                                + " 'weekend': ['SATURDAY', 'SUNDAY'], 'holidays': [{'kind': 'fixed', 'on': '3 4',"
                                + " 'name': 'A day', 'observed': true}]}], 'id'");
        RuleBook book = with(file);
        DueResult result = due(
                book,
                "{'zone': 'America/Sao_Paulo', 'markets': ['BR'], 'awareness': [{'regime': 'BR', 'at': '2026-03-01'}],"
                        + " 'adverseEvents': [{'kind': 'death', 'association': 'suspected', 'awareAt': '2026-03-02'}]}",
                "2026-03-03T12:00:00Z");
        // 3, 5, 6 March (3), 9 to 13 (8), 16 to 20 (13), 23, 24 (15); the 4th is left out
        assertThat(clocks(result)).contains("BR-SI-15 2026-03-24");
    }

    @Test
    void namesEveryFaultAtOnce() {
        List<String> all = faults(PACK.replace("'version': '1.0.0'", "'version': 1, 'versions': 2")
                .replace("'status': 'in-force'", "'status': 'valid'")
                .replace("'regime': 'UK'", "'regime': 'UKK'")
                .replace("event death serious-injury if associated suspected", "event fright if associated")
                .replace("{'when': ['yes', 'yes', 'not-yet'], 'outcome': 'report'},", "")
                .replace("'length': 15", "'length': 'long'"));
        assertThat(all)
                .anyMatch(fault -> fault.startsWith("/versions: there is no such key"))
                .anyMatch(fault -> fault.startsWith("/status: \"valid\" is none of"))
                .anyMatch(fault -> fault.startsWith("/regime: \"UKK\" is no regime"))
                .anyMatch(fault -> fault.startsWith("/gates/1: \"fright\" is no event"))
                .anyMatch(fault -> fault.startsWith("/clocks/0: UK-SI-15: \"long\" is no length"));
    }

    @Test
    void namesTheCellOfAGapAndOfAContradiction() {
        refused(
                "{'when': ['yes', 'yes', 'not-yet'], 'outcome': 'report'},",
                "",
                "On the market of Great Britain: yes, Harm: yes, Reported in time: not yet has no outcome in UK");
        refused(
                "{'when': ['yes', 'no', '*'], 'outcome': 'none'}",
                "{'when': ['yes', '*', '*'], 'outcome': 'none'}",
                "/rows/2: On the market of Great Britain: yes, Harm: yes, Reported in time: met stands twice in UK");
        refused("{'when': ['no', '*', '*'], 'outcome': 'none'}", "{'when': ['no', '*'], 'outcome': 'none'}", "/rows/0");
    }

    @Test
    void refusesATableInWhichWhatIsNotKnownIsBetter() {
        refused(
                "'unprovable|not-met'], 'outcome': 'overdue'}",
                "'unprovable|not-met'], 'outcome': 'none'}",
                "Reported in time: yes, yes, not-yet comes to \"report\", and the graver yes, yes, unprovable only to");
    }

    @Test
    void refusesWhatWouldNeverBeAskedOrNeverStop() {
        refused("market GB", "market UK", "\"UK\" is no country of ISO 3166-1");
        refused("'stop': ['reported:UK']", "'stop': ['reported:UKK']", "reported:UKK names no regime");
        refused("'stop': ['reported:UK']", "'stop': ['reported']", "a report says to whom");
        refused("'when': ['market']", "'when': ['markets']", "which is no gate");
        refused("by UK-SI-15", "by UK-SI-16", "asks for the clock UK-SI-16, which is not there");
        refused("'unit': 'calendar-days'", "'unit': 'working-days', 'calendar': 'MARS'", "the calendar MARS");
        refused("'effectiveFrom'", "'effectiveTo': '2025-01-01', 'effectiveFrom'", "lies before effectiveFrom");
        refused("UK-SI-15", "EU-SI-15", "is one of another set already");
    }

    @Test
    void whatIsNoLawDoesNotTakeThePlaceOfLaw() {
        String file = RuleSetFile.write(SHIPPED.ruleSets().stream()
                        .filter(set -> set.id().equals("21CFR803"))
                        .findFirst()
                        .orElseThrow())
                .replace("\"version\" : \"1.0.0\"", "\"version\" : \"2.0.0\"");
        for (String status : List.of("proposal", "disabled")) {
            assertThat(faults(file.replace("\"in-force\"", '"' + status + '"')))
                    .anyMatch(fault -> fault.contains("cannot take its place"));
        }
        String superseded = RuleSetFile.write(SHIPPED.ruleSets().stream()
                        .filter(set -> set.id().equals("FDA-FINAL-2016"))
                        .findFirst()
                        .orElseThrow())
                .replace("\"version\" : \"1.0.0\"", "\"version\" : \"2.0.0\"")
                .replace("\"in-force\"", "\"superseded\"");
        assertThat(faults(superseded))
                .as("806 would rest on it")
                .anyMatch(fault -> fault.contains("21CFR806 asks FDA-FINAL-2016, which is superseded"));
        assertThat(faults(file.replace("1996-07-31", "1990-01-01")))
                .anyMatch(fault -> fault.contains("give an effectiveTo that lies before it"));
    }

    @Test
    void aProposalIsKeptAndNeverAsked() throws Exception {
        RuleBook book = with(PACK.replace("'in-force'", "'proposal'"));
        DueResult result = due(book, "{'zone': 'UTC', 'markets': ['GB']}", "2026-03-03T12:00:00Z");
        assertThat(result.notAsked())
                .anyMatch(one -> one.id().equals("UK") && one.because().startsWith("proposal"));
        String resting = PACK.replace("'UK'", "'NZ'")
                .replace("UK", "NZ")
                .replace("'authority'", "'regimeMeaning': 'New Zealand', 'authority'")
                .replace("'event death serious-injury if associated suspected'", "'outcome UK none'");
        assertThat(check(resting, book).faults()).anyMatch(fault -> fault.contains("NZ asks UK, which is proposal"));
    }

    @Test
    void refusesHostileFiles() {
        assertThat(faults("")).isNotEmpty();
        assertThat(faults("[]")).isNotEmpty();
        assertThat(RuleSetFile.check(PACK.replace('\'', '"').getBytes(StandardCharsets.UTF_16LE), SHIPPED)
                        .faults())
                .containsExactly("the file is no text in UTF-8");
        assertThat(RuleSetFile.check(new byte[] {'"', (byte) 0xff, '"'}, SHIPPED)
                        .faults())
                .containsExactly("the file is no text in UTF-8");
        assertThat(faults("{}")).contains("/id: it is missing", "/source: it is missing");
        assertThat(faults("null")).isNotEmpty();
        assertThat(faults(PACK + "{}")).anyMatch(fault -> fault.contains("something follows"));
        assertThat(faults("[".repeat(100_000))).isNotEmpty();
        assertThat(faults("{'id': " + "[".repeat(60_000) + "]".repeat(60_000) + "}"))
                .isNotEmpty();
        assertThat(faults(" ".repeat(RuleSetFile.LARGEST + 1))).containsExactly("the file is larger than 256 KiB");
        refused("'name': 'Harm'", "'name': 'Ha\\u0000rm'", "a character that cannot be seen");
        refused("'name': 'Harm'", "'name': 'Ha\\ud800rm'", "");
        refused("'name': 'Harm'", "'name': 'Ha\\u202erm'", "a character that cannot be seen");
        refused("'name': 'Harm'", "'name': 'Ha\\trm'", "a character that cannot be seen");
        refused("'name': 'Harm'", "'name': '" + "x".repeat(2_000) + "'", "is longer than");
        refused("'id': 'UK'", "'id': '../UK'", "has not the form");
        refused("'length': 15", "'length': 99999", "is longer than");
        refused("'length': 15", "'length': 1e3", "is no length");
        refused("'effectiveFrom': '2025-06-16'", "'effectiveFrom': '+999999-06-16'", "lies in no year");
        refused("'warn': [5, 2]", "'warn': [5, 5]", "each once");
    }

    @Test
    void refusesHugeTables() {
        String gates = IntStream.range(0, 40)
                .mapToObj(i -> "{'id': 'g%d', 'name': 'G', 'asks': ['exploited']}".formatted(i))
                .collect(Collectors.joining(","));
        assertThat(faults(PACK.replace("'gates': [", "'gates': [" + gates + ",")))
                .anyMatch(fault -> fault.contains("more than 20,000 cells"));
        String rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "{'when': ['*', '*', '*'], 'outcome': 'none'}")
                .collect(Collectors.joining(","));
        assertThat(faults(PACK.replace("'rows': [", "'rows': [" + rows + ",")))
                .anyMatch(fault -> fault.contains("1,000 rows"));
        String calendar = "{'calendars': [{'id': 'UK-DAYS', 'name': 'None', 'source': {'citation': 'x'},"
                + " 'weekend': ['MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY'], 'holidays': []}], 'id'";
        assertThat(faults(PACK.replaceFirst("\\{'id'", calendar))).anyMatch(fault -> fault.contains("of a weekend"));
        assertThat(faults(PACK.replaceFirst(
                        "\\{'id'",
                        "{'calendars': [{'id': 'UK-DAYS', 'name': 'L', 'source': {'citation': 'x'}, 'holidays':"
                                + " [{'kind': 'fixed', 'on': '2 29', 'name': 'Leap'}]}], 'id'")))
                .anyMatch(fault -> fault.contains("not a line of a calendar"));
    }

    @Test
    void refusesSetsThatAskOneAnother() {
        RuleBook book = with(PACK);
        String asking = PACK.replace("'UK'", "'NZ'")
                .replace("UK", "NZ")
                .replace("'authority'", "'regimeMeaning': 'New Zealand', 'authority'")
                .replace("'event death serious-injury if associated suspected'", "'outcome UK none'");
        RuleSetFile.Checked other = check(asking, book);
        assertThat(other.faults()).isEmpty();
        RuleBook both = book.with(Objects.requireNonNull(other.ruleSet()), other.calendars());
        String turned = PACK.replace("1.0.0", "2.0.0")
                .replace("2025-06-16", "2027-01-01")
                .replace("'event death serious-injury if associated suspected'", "'outcome NZ none'");
        assertThat(check(turned, both).faults()).anyMatch(fault -> fault.contains("asks it in turn"));
    }

    /// Words of shipped sets put where they do not belong, numbers made long: what passes the checks all the
    /// same is evaluated without an exception.
    @Test
    void whatPassesTheChecksCanBeEvaluated() throws Exception {
        Random random = new Random(7);
        List<String> files = SHIPPED.ruleSets().stream()
                .map(set -> RuleSetFile.write(set).replaceFirst("\"version\" : \"[^\"]+\"", "\"version\" : \"9.0.0\""))
                .toList();
        List<String> words = files.stream()
                .flatMap(file -> WORD.matcher(file).results().map(MatchResult::group))
                .distinct()
                .toList();
        int passed = 0;
        for (int i = 0; i < 4_000; i++) {
            String file = files.get(random.nextInt(files.size()));
            List<MatchResult> places = WORD.matcher(file).results().toList();
            MatchResult place = places.get(random.nextInt(places.size()));
            String word = place.group().startsWith("\"")
                    ? words.get(random.nextInt(words.size()))
                    : String.valueOf(random.nextInt(100_000));
            RuleSetFile.Checked checked =
                    check(file.substring(0, place.start()) + word + file.substring(place.end()), SHIPPED);
            if (checked.ruleSet() != null) {
                passed++;
                RuleBook book = SHIPPED.with(checked.ruleSet(), checked.calendars());
                for (String facts : FACTS) {
                    assertThat(due(book, facts, "2026-11-30T12:00:00Z").at()).isNotNull();
                }
            }
        }
        assertThat(passed).isGreaterThan(100);
    }

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"(?! :)|(?<=[:,\\[] )\\d+");

    private static final List<String> FACTS = List.of(
            "{'zone': 'UTC'}",
            "{'zone': 'Pacific/Apia', 'markets': ['US', 'EU', 'GB'], 'deviceClass': 'III', 'productKind': 'device',"
                    + " 'determination': 'uncontrolled', 'initiatedAt': '1900-01-01',"
                    + " 'awareness': [{'regime': 'FDA', 'at': '1900-01-01'}, {'regime': 'CRA', 'at': '2026-10-01'}],"
                    + " 'isaoMembership': [], 'exploitation': {'state': 'active', 'awareAt': '2026-10-02'},"
                    + " 'adverseEvents': [{'kind': 'death', 'association': 'suspected', 'awareAt': '2026-10-02'},"
                    + " {'kind': 'remedial-action', 'association': 'associated'}],"
                    + " 'facts': [{'type': 'fix-available', 'at': '1999-12-31'}, {'type': 'reported'},"
                    + " {'type': 'customer-communication'}, {'type': 'extension-initiated', 'at': '2026-10-05'}]}");
}
