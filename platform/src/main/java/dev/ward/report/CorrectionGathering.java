package dev.ward.report;

import dev.ward.identity.Reader;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    CorrectionGathering(
            Manufacturers manufacturers,
            KeptRepository kept,
            DesignationRepository designations,
            DistributionRepository distribution,
            Consignees consignees,
            Clock clock) {
        this.manufacturers = manufacturers;
        this.kept = kept;
        this.designations = designations;
        this.distribution = distribution;
        this.consignees = consignees;
        this.clock = clock;
    }

    /// @param withConsignees  whether they are asked for
    @Transactional(readOnly = true)
    CorrectionFacts of(Reader reader, KnownOfCase known, Units.Listed runs, boolean withConsignees) {
        return new CorrectionFacts(
                known,
                manufacturers.current(),
                designations.find(known.subject().id()).orElse(null),
                kept.submittedNumber(known.subject().id()).orElse(null),
                LocalDate.ofInstant(clock.instant(), known.due().dossier().zone()),
                distribution.of(reader, known.certain(), MOST_LOTS),
                runs,
                withConsignees ? consignees.list(reader, known) : Consignees.Listed.NONE);
    }
}
