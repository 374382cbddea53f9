package dev.ward.standards.due;

import dev.ward.standards.due.DueFacts.AdverseEvent;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Awareness;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.Evidence;
import dev.ward.standards.due.DueFacts.Exploitation;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.Membership;
import dev.ward.standards.due.DueFacts.Pause;
import dev.ward.standards.due.DueFacts.ProductKind;
import dev.ward.standards.input.JsonCursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads the facts of a case from JSON, as `docs/reference/facts.md` describes them. What it does not
/// know it refuses: a fact that is passed over could change a date.
public final class DueFactsReader {

    private static final int MOST_ENTRIES = 10_000;
    private static final Set<String> CLASSES = Set.of("I", "II", "III");

    private final RuleBook book;
    private final UnreadReport report;
    private final JsonCursor cursor;
    /// What is read first and understood when the zone is known.
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, List<Map<String, String>>> lists = new HashMap<>();
    private final Set<String> markets = new HashSet<>();
    private final Map<String, Location> places = new HashMap<>();
    private int entries;

    private DueFactsReader(RuleBook book, UnreadReport report, JsonCursor cursor) {
        this.book = book;
        this.report = report;
        this.cursor = cursor;
    }

    /// @param name  of the input, in messages
    /// @throws UnreadableInput  with the place of what it does not know
    public static DueFacts read(InputStream input, String name, RuleBook book) throws IOException, UnreadableInput {
        List<UnreadableInput> lost = new ArrayList<>();
        UnreadReport report = new UnreadReport(name, unread -> lost.add(new UnreadableInput(unread)));
        try (JsonCursor cursor = JsonCursor.open(input, report)) {
            DueFactsReader reader = new DueFactsReader(book, report, cursor);
            reader.walk();
            cursor.finish();
            if (!lost.isEmpty()) {
                throw lost.getFirst();
            }
            return reader.facts();
        } catch (JacksonException e) {
            throw report.refusal(Location.START, "JSON", e.getOriginalMessage());
        }
    }

    private void walk() throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            throw report.refusal(Location.START, "facts", "they are no object");
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            if (places.put(field, cursor.location()) != null) {
                throw refusal(field, "it stands twice");
            }
            switch (field) {
                case "zone", "deviceClass", "productKind", "determination", "initiatedAt" -> text(field, texts, field);
                case "markets" -> markets();
                case "awareness" -> list(field, Set.of("regime", "at"));
                case "isaoMembership" -> list(field, Set.of("from", "to"));
                case "adverseEvents" -> list(field, Set.of("kind", "association", "awareAt"));
                case "pauses" -> list(field, Set.of("clock", "from", "to"));
                case "facts" -> list(field, Set.of("type", "at", "regime"));
                case "exploitation" -> {
                    lists.put(field, new ArrayList<>());
                    object(field, Set.of("state", "awareAt"));
                }
                default -> throw refusal(field, "there is no such fact");
            }
        }
    }

    private void text(String field, Map<String, String> into, String key) throws IOException, UnreadableInput {
        Location place = cursor.location();
        String text = cursor.scalar();
        if (text != null && into.put(key, text) != null) {
            throw report.refusal(place, field, "it stands twice");
        }
    }

    private void markets() throws IOException, UnreadableInput {
        cursor.eachItem(() -> {
            String market = cursor.text();
            if (market == null || !market.matches("[A-Z]{2,3}")) {
                throw refusal("markets", Quoted.of(market == null ? "null" : market) + " is no market: US, EU, DE");
            }
            markets.add(market);
            count();
        });
    }

    private void list(String field, Set<String> keys) throws IOException, UnreadableInput {
        lists.put(field, new ArrayList<>());
        cursor.eachItem(() -> object(field, keys));
    }

    private void object(String field, Set<String> keys) throws IOException, UnreadableInput {
        Map<String, String> values = new HashMap<>();
        if (cursor.enterObject()) {
            for (String key = cursor.nextField(); key != null; key = cursor.nextField()) {
                if (!keys.contains(key)) {
                    throw report.refusal(cursor.location(), field, "it has no " + Quoted.of(key));
                }
                text(field, values, key);
            }
        }
        lists.getOrDefault(field, List.of()).add(values);
        count();
    }

    private void count() throws UnreadableInput {
        if (++entries > MOST_ENTRIES) {
            throw report.refusal(cursor.location(), "facts", "they are more than %,d".formatted(MOST_ENTRIES));
        }
    }

    private UnreadableInput refusal(String field, String reason) {
        return report.refusal(places.getOrDefault(field, Location.START), field, reason);
    }

    /// Makes something of a field, whose place is named when it fails.
    private <T> T of(String field, Making<T> making) throws UnreadableInput {
        try {
            return making.make();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal(field, String.valueOf(e.getMessage()));
        }
    }

    private interface Making<T> {
        T make();
    }

    private DueFacts facts() throws UnreadableInput {
        String named = texts.get("zone");
        if (named == null) {
            throw refusal("zone", "it is missing: in which zone do days begin, as America/New_York?");
        }
        ZoneId zone = of("zone", () -> ZoneId.of(named));
        String deviceClass = texts.get("deviceClass");
        if (deviceClass != null && !CLASSES.contains(deviceClass)) {
            throw refusal("deviceClass", Quoted.of(deviceClass) + " is none of I, II, III");
        }
        String kind = texts.get("productKind");
        String initiated = texts.get("initiatedAt");
        return new DueFacts(
                zone,
                markets,
                deviceClass,
                kind == null ? null : of("productKind", () -> DueFacts.value(ProductKind.class, kind)),
                of(
                        "determination",
                        () -> value(Determination.class, texts.get("determination"), Determination.UNKNOWN)),
                each("awareness", one -> awareness(one, zone)),
                initiated == null ? null : of("initiatedAt", () -> Moment.parse(initiated, zone)),
                lists.containsKey("isaoMembership") ? each("isaoMembership", one -> membership(one, zone)) : null,
                each("adverseEvents", one -> event(one, zone)),
                each("exploitation", one -> exploitation(one, zone)).stream()
                        .findFirst()
                        .orElse(Exploitation.UNKNOWN),
                each("facts", one -> evidence(one, zone)),
                each("pauses", one -> pause(one, zone)));
    }

    private interface Reading<T> {
        T read(Map<String, String> values);
    }

    private <T> List<T> each(String field, Reading<T> reading) throws UnreadableInput {
        List<T> all = new ArrayList<>();
        for (Map<String, String> values : lists.getOrDefault(field, List.of())) {
            all.add(of(field, () -> reading.read(values)));
        }
        return all;
    }

    private static <E extends Enum<E>> E value(Class<E> type, @Nullable String key, E unknown) {
        return key == null ? unknown : DueFacts.value(type, key);
    }

    private Awareness awareness(Map<String, String> values, ZoneId zone) {
        return new Awareness(regime(needed(values, "regime")), Moment.parse(needed(values, "at"), zone));
    }

    private static Membership membership(Map<String, String> values, ZoneId zone) {
        String to = values.get("to");
        LocalDate last = to == null ? null : Moment.parse(to, zone).lastDay(zone);
        return new Membership(Moment.parse(needed(values, "from"), zone).firstDay(zone), last);
    }

    private AdverseEvent event(Map<String, String> values, ZoneId zone) {
        String kind = book.vocabulary().check(Vocabulary.EVENT, needed(values, "kind"));
        return new AdverseEvent(
                kind,
                value(Association.class, values.get("association"), Association.UNKNOWN),
                moment(values.get("awareAt"), zone));
    }

    private static Exploitation exploitation(Map<String, String> values, ZoneId zone) {
        return new Exploitation(
                value(ExploitationState.class, values.get("state"), ExploitationState.UNKNOWN),
                moment(values.get("awareAt"), zone));
    }

    private Evidence evidence(Map<String, String> values, ZoneId zone) {
        String type = book.vocabulary().check(Vocabulary.EVIDENCE, needed(values, "type"));
        String regime = values.get("regime");
        boolean report = type.equals("reported");
        if (regime != null && !report) {
            throw new IllegalArgumentException("%s has no regime; only reported has".formatted(type));
        }
        String to = regime == null ? "FDA" : regime(regime);
        return new Evidence(type, moment(values.get("at"), zone), report ? to : "");
    }

    /// What rests on law or guidance nobody can pause.
    private Pause pause(Map<String, String> values, ZoneId zone) {
        String clock = needed(values, "clock");
        ClockRule rule = book.clock(clock);
        if (rule == null) {
            throw new IllegalArgumentException("there is no clock " + Quoted.of(clock));
        }
        if (!rule.binding().isPausable()) {
            throw new IllegalArgumentException(
                    "%s rests on %s: nobody can pause it".formatted(clock, DueFacts.key(rule.binding())));
        }
        return new Pause(clock, Moment.parse(needed(values, "from"), zone), moment(values.get("to"), zone));
    }

    private static @Nullable Moment moment(@Nullable String text, ZoneId zone) {
        return text == null ? null : Moment.parse(text, zone);
    }

    private static String needed(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("it lacks " + Quoted.of(key));
        }
        return value;
    }

    /// A regime, or the id of a clock.
    private String regime(String word) {
        Stream<String> clocks =
                book.ruleSets().stream().flatMap(set -> set.clocks().stream()).map(ClockRule::id);
        return clocks.anyMatch(word::equals) ? word : book.vocabulary().check(Vocabulary.REGIME, word);
    }
}
