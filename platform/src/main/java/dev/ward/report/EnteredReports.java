package dev.ward.report;

import dev.ward.regulation.EvidenceEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reports of corrections, removals and events that people entered, with the numbers that they wrote down.
///
/// Source: 21 CFR 806.10(c)(1), (d).
final class EnteredReports {

    private static final int DAY = "2026-12-01".length();
    static final String CORRECTIONS = "FDA";
    private static final String EVENTS = "FDA-MDR";
    private static final Pattern SEQUENCE = Pattern.compile("(?<!\\d)(\\d{3})-([CR])\\b");

    private EnteredReports() {}

    /// The reports of corrections and removals that count.
    static List<EvidenceEntry> corrections(KnownOfCase known) {
        return to(known, CORRECTIONS);
    }

    /// The medical device reports that count.
    static List<EvidenceEntry> events(KnownOfCase known) {
        return to(known, EVENTS);
    }

    private static List<EvidenceEntry> to(KnownOfCase known, String recipient) {
        return known.evidence(EvidenceEntry.REPORTED).stream()
                .filter(one -> recipient.equals(one.recipient()))
                .toList();
    }

    /// "2026-11-05, a day that nobody knows"
    static String days(List<EvidenceEntry> entries) {
        return entries.stream()
                .map(one -> one.moment() == null ? "a day that nobody knows" : one.moment())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// The number of the first report, as it was written down or put together from its day and sequence; null
    /// when no entry has one.
    static @Nullable String number(List<EvidenceEntry> made, @Nullable String registration) {
        for (EvidenceEntry one : made) {
            Matcher whole = ReportNumber.WHOLE.matcher(one.note());
            if (whole.find()) {
                return whole.group();
            }
            Matcher sequence = SEQUENCE.matcher(one.note());
            if (sequence.find() && one.moment() != null) {
                return new ReportNumber(sequence.group(2), Integer.parseInt(sequence.group(1)))
                        .text(registration, LocalDate.parse(one.moment().substring(0, DAY)));
            }
        }
        return null;
    }

    /// The sequence numbers that some words name.
    static Set<Integer> sequences(List<String> notes) {
        return notes.stream()
                .flatMap(note -> SEQUENCE.matcher(note).results())
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toSet());
    }
}
