package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import org.jspecify.annotations.Nullable;

/// What the drafts of a case are made from. Each part is read once, when the first draft asks for it.
public final class CaseReading {

    private final Reader reader;
    private final CaseNumber number;
    private final DraftFacts facts;
    private final DepthReading depth;
    private final CorrectionGathering corrections;
    private final Units units;

    private @Nullable KnownOfCase known;
    private Units.@Nullable Listed runs;
    private @Nullable KnownInDepth inDepth;
    private @Nullable CorrectionFacts correction;
    private boolean withConsignees;

    CaseReading(
            Reader reader,
            CaseNumber number,
            DraftFacts facts,
            DepthReading depth,
            CorrectionGathering corrections,
            Units units) {
        this.reader = reader;
        this.number = number;
        this.facts = facts;
        this.depth = depth;
        this.corrections = corrections;
        this.units = units;
    }

    CaseNumber number() {
        return number;
    }

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    private KnownOfCase known() {
        if (known == null) {
            known = facts.of(reader, number);
        }
        return known;
    }

    /// The units that are reached, in runs of serials; slow, and few drafts ask for them.
    private Units.Listed runs() {
        if (runs == null) {
            runs = units.list(reader, known());
        }
        return runs;
    }

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    KnownInDepth inDepth() {
        if (inDepth == null) {
            inDepth = depth.of(reader, number, known(), this::runs);
        }
        return inDepth;
    }

    /// @param consignees  whether they are asked for
    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    CorrectionFacts correction(boolean consignees) {
        if (correction == null || (consignees && !withConsignees)) {
            correction = corrections.of(reader, known(), runs(), consignees);
            withConsignees = consignees;
        }
        return correction;
    }
}
