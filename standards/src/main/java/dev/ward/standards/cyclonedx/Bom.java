package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.sbom.SbomVisitor;

/// One document while it is being read: what its parts' readers share.
final class Bom {

    final Cursor cursor;
    final UnreadReport report;
    final SbomVisitor visitor;
    final SpecVersion version;
    final Refs refs;
    final HoldingBudget holding = new HoldingBudget();

    Bom(Cursor cursor, UnreadReport report, SbomVisitor visitor) {
        this.cursor = cursor;
        this.report = report;
        this.visitor = visitor;
        this.version = new SpecVersion(report);
        this.refs = new Refs(report);
    }
}
