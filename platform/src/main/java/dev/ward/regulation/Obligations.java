package dev.ward.regulation;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.RunningClock;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is due for cases.
@Service
@Transactional(readOnly = true)
public class Obligations {

    private final Cases cases;
    private final Dossiers dossiers;
    private final RuleBooks books;
    private final Evaluations evaluations;
    private final ObligationRepository obligations;
    private final TimeRepository times;
    private final MergedRepository merges;

    Obligations(
            Cases cases,
            Dossiers dossiers,
            RuleBooks books,
            Evaluations evaluations,
            ObligationRepository obligations,
            TimeRepository times,
            MergedRepository merges) {
        this.merges = merges;
        this.obligations = obligations;
        this.times = times;
        this.cases = cases;
        this.dossiers = dossiers;
        this.books = books;
        this.evaluations = evaluations;
    }

    /// What is due now, found anew from the facts.
    ///
    /// @throws dev.ward.web.ProblemException  when there is no such case, or none that the reader may
    /// see
    public CaseDue of(Reader reader, CaseNumber number) {
        VulnerabilityCase one = cases.get(reader, number);
        Dossier dossier = dossier(one.id());
        Instant now = evaluations.now();
        RuleBook book = books.current();
        DueResult result = DueEngine.evaluate(dossier.facts(), book, now);
        Set<UUID> ruling = dossier.ruling().stream().map(AwarenessEntry::id).collect(Collectors.toSet());
        List<CaseDue.Declared> declared = dossier.awareness().stream()
                .map(entry ->
                        new CaseDue.Declared(entry, ruling.contains(entry.id()), started(dossier, entry, book, now)))
                .toList();
        return new CaseDue(one, dossier, result, declared, obligations.late(one.id()), times.of(together(one.id())));
    }

    private static List<RunningClock> started(Dossier dossier, AwarenessEntry entry, RuleBook book, Instant now) {
        return DueEngine.evaluate(dossier.factsWith(entry), book, now).clocks().stream()
                .filter(clock -> clock.start().text().equals(entry.moment()))
                .filter(clock -> clock.because().startsWith("awareness"))
                .toList();
    }

    /// All that is due, what ends first before the others.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<Obligation> list(Reader reader, ObligationFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ObligationRepository.SOONEST_FIRST, 2);
        return Slice.of(obligations.list(reader, filter, cursor, limit + 1), limit, ObligationRepository::cursor);
    }

    /// How many there are behind each choice of a filter.
    public ObligationCounts counts(Reader reader, ObligationFilter filter) {
        return new ObligationCounts(
                obligations.count(reader, filter),
                obligations.counts(reader, filter.withState(null), "d.state", false),
                obligations.counts(reader, filter.withClock(null), "d.clock", true),
                obligations.counts(reader, filter.withAuthority(null), "d.authority", true),
                obligations.counts(reader, filter.withOwner(null), "c.owner_id::text", true));
    }

    /// What ends between two days, both in.
    ///
    /// @param filter  without a state: what is open
    public List<Obligation> between(Reader reader, ObligationFilter filter, LocalDate first, LocalDate last, int most) {
        return obligations.between(reader, filter, first, last, most);
    }

    /// What came near or went by: of their cases for an owner from the first warning, of all cases for
    /// the lead of the PSIRT from the second, and for the head of regulatory affairs what has told its
    /// last or is overdue.
    public List<Obligation> near(Reader reader, Caller caller, int most) {
        return switch (caller.role()) {
            case "psirt-lead" -> obligations.near(reader, null, 2, most);
            case "regulatory-head" -> obligations.near(reader, null, 0, most);
            default -> caller.account() == null ? List.of() : obligations.near(reader, caller.account(), 1, most);
        };
    }

    /// The names of all clocks, whether one of them runs or not.
    public List<String> clocks() {
        return books.clocks().stream().sorted().toList();
    }

    /// To whom something can be owed.
    public List<String> authorities() {
        return books.current().ruleSets().stream()
                .flatMap(set -> set.clocks().stream())
                .map(ClockRule::authority)
                .distinct()
                .sorted()
                .toList();
    }

    /// The facts as `./ward due` reads them: one JSON object.
    public String facts(Reader reader, CaseNumber number) {
        return FactsFile.of(dossier(cases.get(reader, number).id()).facts());
    }

    private Set<UUID> together(UUID id) {
        return Stream.concat(
                        Stream.of(id),
                        merges.into(List.of(id)).getOrDefault(id, List.of()).stream()
                                .map(MergedRepository.Member::id))
                .collect(Collectors.toSet());
    }

    private Dossier dossier(UUID id) {
        return Objects.requireNonNull(dossiers.of(List.of(id)).get(id));
    }
}
