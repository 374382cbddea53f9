package dev.ward.retention;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.web.ProblemException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says under which classes a record is kept, and until when.
@Service
@Transactional(readOnly = true)
public class Retentions {

    /// What has no end goes before every day.
    private static final Comparator<KeptUntil> LONGEST_FIRST =
            Comparator.comparing(KeptUntil::until, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()));

    private final KeptRecords records;
    private final KeptCorrections corrections;
    private final ProductLives lives;
    private final RuleSets rules;

    Retentions(KeptRecords records, KeptCorrections corrections, ProductLives lives, RuleSets rules) {
        this.records = records;
        this.corrections = corrections;
        this.lives = lives;
        this.rules = rules;
    }

    /// @throws ProblemException  when there is no such record, or none that the reader may see
    public Retention get(Reader reader, RecordName name) {
        KeptRecord record = records.get(reader, name);
        RuleKind kind = rules.kind("retention");
        RuleSet version = rules.inForce(kind).orElseThrow();
        List<RetentionClass> classes = RetentionClasses.of(version, name.kind());
        Set<ProductLife> known = classes.isEmpty()
                ? Set.of()
                : record.products().stream()
                        .map(product -> lives.of(reader, product))
                        .collect(Collectors.toUnmodifiableSet());
        List<KeptUntil> ends = classes.stream()
                .map(one -> RetentionPolicy.until(one, record.done(), known))
                .sorted(LONGEST_FIRST)
                .toList();
        return new Retention(
                record.name(), record.title(), ends, kind.id(version.version()), RetentionPolicy.last(ends));
    }

    /// The case, and the events, changes and recalls that were entered for it.
    ///
    /// @throws ProblemException  when there is no such case, or none that the reader may see
    public List<Retention> ofCase(Reader reader, CaseNumber number) {
        return Stream.concat(
                        Stream.of(new RecordName(RecordKind.CASE, number.text())),
                        corrections.of(reader, number).stream())
                .map(name -> get(reader, name))
                .toList();
    }

    /// The page on which an event, a change or a recall stands.
    ///
    /// @throws ProblemException  when there is none, or none that the reader may see
    public String place(Reader reader, RecordName name) {
        String due = "/cases/" + corrections.caseOf(reader, name) + "/due/";
        return switch (name.kind()) {
            case EVENT -> due + "events";
            case CHANGE -> due + "changes/" + name.id();
            case RECALL -> due + "recall/" + name.id();
            case CASE, SIGNAL, DECISION, PAST_CORRECTION, CUSTOMER, CONTACT -> name.address();
        };
    }
}
