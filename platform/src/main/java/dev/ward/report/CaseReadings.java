package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import org.springframework.stereotype.Component;

/// Begins to read what the drafts of a case are made from.
@Component
class CaseReadings {

    private final DraftFacts facts;
    private final DepthReading depth;
    private final CorrectionGathering corrections;
    private final Units units;

    CaseReadings(DraftFacts facts, DepthReading depth, CorrectionGathering corrections, Units units) {
        this.facts = facts;
        this.depth = depth;
        this.corrections = corrections;
        this.units = units;
    }

    CaseReading of(Reader reader, CaseNumber number) {
        return new CaseReading(reader, number, facts, depth, corrections, units);
    }
}
