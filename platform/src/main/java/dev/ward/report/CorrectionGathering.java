package dev.ward.report;

import dev.ward.identity.Reader;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.Reaches;
import dev.ward.regulation.CaseFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what reports and records of corrections and removals are made from.
@Component
class CorrectionGathering {

    /// Drafts show no more lots, and say how many there are.
    private static final int MOST_LOTS = 200;

    private final Manufacturers manufacturers;
    private final KeptRepository kept;
    private final DesignationRepository designations;
    private final DistributionRepository distribution;
    private final Consignees consignees;
    private final CaseFacts facts;
    private final Reaches reaches;
    private final Clock clock;

    CorrectionGathering(
            Manufacturers manufacturers,
            KeptRepository kept,
            DesignationRepository designations,
            DistributionRepository distribution,
            Consignees consignees,
            CaseFacts facts,
            Reaches reaches,
            Clock clock) {
        this.manufacturers = manufacturers;
        this.kept = kept;
        this.designations = designations;
        this.distribution = distribution;
        this.consignees = consignees;
        this.facts = facts;
        this.reaches = reaches;
        this.clock = clock;
    }

    /// @param withConsignees  whether they are asked for
    @Transactional(readOnly = true)
    CorrectionFacts of(Reader reader, KnownOfCase known, Units.Listed runs, boolean withConsignees) {
        Manufacturer manufacturer = manufacturers.current();
        UUID caseId = known.subject().id();
        return new CorrectionFacts(
                known,
                manufacturer,
                designations.find(caseId).orElse(null),
                kept.submittedNumber(caseId)
                        .orElseGet(() ->
                                EnteredReports.number(EnteredReports.corrections(known), manufacturer.registration())),
                EnteredReports.sequences(facts.reportedNotes(EnteredReports.CORRECTIONS, caseId)),
                open(reader, known),
                LocalDate.ofInstant(clock.instant(), known.due().dossier().zone()),
                distribution.of(reader, known.certain(), MOST_LOTS),
                runs,
                withConsignees ? consignees.list(reader, known) : Consignees.Listed.NONE);
    }

    /// Units of which it is not known whether they are reached; none where nothing can be found.
    private long open(Reader reader, KnownOfCase known) {
        return known.subjects().isEmpty()
                ? 0
                : reaches.countriesOfAny(reader, known.subjects(), ReachFilter.inField()).stream()
                        .mapToLong(one -> one.possible() + one.unknown())
                        .sum();
    }
}
