package dev.ward.standards.due;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A set of rules as a file of JSON that people write, bring and take away, as
/// `docs/reference/rule-sets.md` describes it. Such a file may be hostile.
public final class RuleSetFile {

    /// The largest file that is read, in bytes.
    public static final int LARGEST = 256 << 10;

    private static final int MOST_CALENDARS = 5;

    private RuleSetFile() {}

    /// What a file came to.
    ///
    /// @param ruleSet    null when there is a fault
    /// @param calendars  that it brings, by id
    /// @param faults     all that were found, each a sentence without its full stop
    public record Checked(@Nullable RuleSet ruleSet, Map<String, WorkCalendar> calendars, List<String> faults) {

        public Checked {
            calendars = Map.copyOf(calendars);
            faults = List.copyOf(faults);
        }
    }

    /// Reads a file that is to become a part of a book.
    public static Checked check(byte[] json, RuleBook book) {
        Checked read = read(json, book.vocabulary());
        RuleSet set = read.ruleSet();
        if (set == null) {
            return read;
        }
        List<String> faults = new ArrayList<>(read.faults());
        RuleSetLimits.check(set, faults);
        inBook(set, read.calendars(), book, faults);
        if (faults.isEmpty()) {
            try {
                book.with(set, read.calendars());
            } catch (IllegalArgumentException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new Checked(faults.isEmpty() ? set : null, read.calendars(), faults);
    }

    /// Reads a file for itself alone.
    public static Checked read(byte[] json, Vocabulary vocabulary) {
        List<String> faults = new ArrayList<>();
        if (json.length > LARGEST) {
            faults.add("the file is larger than %d KiB".formatted(LARGEST >> 10));
            return new Checked(null, Map.of(), faults);
        }
        if (!isText(json)) {
            faults.add("the file is no text in UTF-8");
            return new Checked(null, Map.of(), faults);
        }
        RuleSetJson.Found found = RuleSetJson.read(json, faults);
        if (found.lines().isEmpty()) {
            return new Checked(null, Map.of(), faults);
        }
        Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
        for (List<List<String>> lines :
                found.calendars().stream().limit(MOST_CALENDARS).toList()) {
            try {
                WorkCalendar calendar = WorkCalendarReader.read(lines);
                RuleSetLimits.check(calendar, faults);
                if (calendars.put(calendar.id(), calendar) != null) {
                    faults.add("the calendar %s stands twice".formatted(calendar.id()));
                }
            } catch (IllegalArgumentException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        if (found.calendars().size() > MOST_CALENDARS) {
            faults.add("there are more than %d calendars".formatted(MOST_CALENDARS));
        }
        RuleSetReader.Checked checked = RuleSetReader.check(found.lines(), vocabulary);
        faults.addAll(checked.faults());
        return new Checked(faults.isEmpty() ? checked.ruleSet() : null, calendars, faults);
    }

    /// Whether it is UTF-8 without zero characters: it is kept as a text.
    private static boolean isText(byte[] json) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(json))
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// What contradicts other sets of the book, or would take a duty away.
    private static void inBook(RuleSet set, Map<String, WorkCalendar> calendars, RuleBook book, List<String> faults) {
        Set<String> clocks = new HashSet<>();
        for (RuleSet other : book.ruleSets()) {
            if (!other.id().equals(set.id())) {
                other.clocks().forEach(clock -> clocks.add(clock.id()));
            } else if (other.overlaps(set)) {
                takesThePlaceOf(set, other, faults);
            }
        }
        set.clocks().stream()
                .filter(clock -> clocks.contains(clock.id()))
                .forEach(clock -> faults.add("the clock %s is one of another set already".formatted(clock.id())));
        Map<String, WorkCalendar> shipped = RuleBook.shipped().calendars();
        calendars.keySet().stream()
                .filter(shipped::containsKey)
                .forEach(id -> faults.add("the calendar %s is there already".formatted(id)));
        calendars.keySet().stream()
                .filter(id -> !shipped.containsKey(id) && !id.startsWith(set.id()))
                .forEach(id ->
                        faults.add("the calendar %s does not begin with the set's id %s".formatted(id, set.id())));
        RuleSetLimits.recipients(set, book, faults);
    }

    private static void takesThePlaceOf(RuleSet set, RuleSet other, List<String> faults) {
        if (!other.status().isAsked()) {
            return;
        }
        if (!set.status().isAsked()) {
            faults.add("version %s is %s: what is %s cannot take its place; give it an id of its own"
                    .formatted(
                            other.version(), other.status().text(), set.status().text()));
        }
        if (other.effectiveFrom().isAfter(set.effectiveFrom())) {
            faults.add("version %s becomes effective on %s: give an effectiveTo that lies before it"
                    .formatted(other.version(), other.effectiveFrom()));
        }
    }

    /// Writes a set that came with Ward, so that it reads as itself again.
    public static String write(RuleSet set) {
        return RuleSetWriter.write(set);
    }
}
