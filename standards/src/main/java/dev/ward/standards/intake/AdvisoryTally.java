package dev.ward.standards.intake;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevCatalogue;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import java.util.EnumSet;
import java.util.Set;

/// Passes on what is told, and counts it.
final class AdvisoryTally implements AdvisoryVisitor {

    private final AdvisoryVisitor visitor;
    private final Set<AdvisoryKind> kinds = EnumSet.noneOf(AdvisoryKind.class);
    private long records;
    private long unread;

    AdvisoryTally(AdvisoryVisitor visitor) {
        this.visitor = visitor;
    }

    void kind(AdvisoryKind kind) {
        kinds.add(kind);
    }

    /// Tells and counts what could not be read in one input.
    UnreadReport report(String input) {
        return new UnreadReport(input, this::unread);
    }

    long records() {
        return records;
    }

    AdvisoryIntake.Taken taken() {
        return new AdvisoryIntake.Taken(kinds, records, unread);
    }

    @Override
    public void advisory(Advisory advisory) {
        records++;
        visitor.advisory(advisory);
    }

    @Override
    public void kev(KevEntry entry) {
        records++;
        visitor.kev(entry);
    }

    @Override
    public void kevCatalogue(KevCatalogue catalogue) {
        visitor.kevCatalogue(catalogue);
    }

    @Override
    public void epss(EpssScore score) {
        records++;
        visitor.epss(score);
    }

    @Override
    public void unread(Unread part) {
        unread++;
        visitor.unread(part);
    }
}
