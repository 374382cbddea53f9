package dev.ward.retention;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleColumn.Choice;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The classes under which records are kept, as a document that the manufacturer controls.
@Component
@Order(4)
class RetentionClasses implements RuleKind {

    private static final String NONE = "NONE";
    private static final String YES = "YES";
    private static final String NO = "NO";

    private static final int KIND = 1;
    private static final int LIFE = 2;
    private static final int RECORD = 3;
    private static final int SALE = 4;
    private static final int SOURCE = 5;
    private static final int CHECKED = 6;

    private static final List<RuleColumn> COLUMNS = List.of(
            new RuleColumn("Class", List.of(), false),
            new RuleColumn(
                    "Of each",
                    Arrays.stream(RecordKind.values())
                            .filter(RecordKind::isClassed)
                            .map(kind -> new Choice(kind.word(), kind.title()))
                            .toList(),
                    false),
            years("After the device's expected life"),
            years("After the record was closed"),
            years("After the last device was sold"),
            new RuleColumn("Source", List.of(), false),
            new RuleColumn(
                    "Read in the source",
                    List.of(new Choice(NO, "Not verified yet"), new Choice(YES, "Verified")),
                    false));

    private static RuleColumn years(String title) {
        return new RuleColumn(
                title,
                Stream.concat(
                                Stream.of(new Choice(NONE, "Does not count"), new Choice("0", "At once")),
                                Stream.of(1, 2, 3, 5, 6, 7, 10, 15, 20, 25, 30)
                                        .map(years ->
                                                new Choice(years.toString(), years == 1 ? "1 year" : years + " years")))
                        .toList(),
                false);
    }

    @Override
    public String key() {
        return "retention";
    }

    @Override
    public String title() {
        return "Retention classes";
    }

    @Override
    public String purpose() {
        return "Says how long cases with all that is due for them, signals, decisions, events, changes, recalls and past corrections"
                + " are kept at least. Of several dates and classes the latest rules, and"
                + " what is not known has no end. The audit trail is kept as long as what it tells of: nothing is ever taken out.";
    }

    @Override
    public List<RuleColumn> columns() {
        return COLUMNS;
    }

    @Override
    public boolean growing() {
        return true;
    }

    @Override
    public int group() {
        return KIND;
    }

    @Override
    public boolean actsUnsigned() {
        return true;
    }

    @Override
    public List<List<String>> shipped() {
        return Arrays.stream(RecordKind.values())
                .filter(RecordKind::isClassed)
                .flatMap(RetentionClasses::shipped)
                .toList();
    }

    private static Stream<List<String>> shipped(RecordKind kind) {
        String of = kind.word();
        List<String> quality = List.of(
                "Records of the quality system",
                of,
                "0",
                "2",
                NONE,
                "ISO 13485:2016, 4.2.5: lifetime of the device, at least 2 years",
                NO);
        List<String> event =
                List.of("Event file", of, "0", "2", NONE, "21 CFR 803.18(c): 2 years or the expected life", YES);
        List<String> correction = List.of(
                "Correction or removal not reported",
                of,
                "2",
                NONE,
                NONE,
                "21 CFR 806.20: 2 years beyond the expected life",
                NO);
        List<String> technical = List.of(
                "EU technical documentation",
                of,
                NONE,
                NONE,
                "10",
                "Regulation (EU) 2017/745, Art. 10(8): 10 years after the last device",
                NO);
        List<String> implantable = List.of(
                "EU technical documentation, implantable",
                of,
                NONE,
                NONE,
                "15",
                "Regulation (EU) 2017/745, Art. 10(8): 15 years; take it away when nothing of yours is implanted",
                NO);
        List<String> file = List.of(
                "Report file of a correction, removal or recall",
                of,
                "2",
                NONE,
                NONE,
                "Our choice, as 21 CFR 806.20(c) asks of what is not reported: 2 years beyond the expected life",
                NO);
        return switch (kind) {
            case CASE, DECISION -> Stream.of(quality, event, correction, technical, implantable);
            case SIGNAL, EVENT -> Stream.of(quality, event);
            case CHANGE, PAST_CORRECTION -> Stream.of(quality, correction, file);
            case RECALL -> Stream.of(quality, file);
            case CUSTOMER, CONTACT -> Stream.of();
        };
    }

    @Override
    public String id(int version) {
        return version == 1 ? "ward:RETENTION:1.1.0" : "own:RETENTION:" + version + ".0.0";
    }

    @Override
    public void check(List<List<String>> rows) {
        Set<String> names = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (List<String> row : rows) {
            String name = row.getFirst();
            kinds.add(row.get(KIND));
            if (name.isEmpty() || !names.add(name + "\n" + row.get(KIND))) {
                throw new IllegalArgumentException(
                        name.isEmpty()
                                ? "A class has no name"
                                : "Two classes of one kind are called \"%s\"".formatted(name));
            }
            if (row.get(LIFE).equals(NONE)
                    && row.get(RECORD).equals(NONE)
                    && row.get(SALE).equals(NONE)) {
                throw new IllegalArgumentException("\"%s\" never begins: nothing counts for it".formatted(name));
            }
            if (row.get(SOURCE).isEmpty()) {
                throw new IllegalArgumentException("\"%s\" names no source".formatted(name));
            }
        }
        for (RecordKind kind : RecordKind.values()) {
            if (kind.isClassed() && !kinds.contains(kind.word())) {
                throw new IllegalArgumentException("No class says how long a %s is kept".formatted(kind.word()));
            }
        }
    }

    /// The classes of a version for one kind of record.
    static List<RetentionClass> of(RuleSet version, RecordKind kind) {
        return version.rows().stream()
                .filter(row -> row.get(KIND).equals(kind.word()))
                .map(row -> new RetentionClass(
                        row.getFirst(),
                        kind,
                        number(row.get(LIFE)),
                        number(row.get(RECORD)),
                        number(row.get(SALE)),
                        row.get(SOURCE),
                        row.get(CHECKED).equals(YES)))
                .toList();
    }

    private static @Nullable Integer number(String cell) {
        return cell.equals(NONE) ? null : Integer.valueOf(cell);
    }
}
