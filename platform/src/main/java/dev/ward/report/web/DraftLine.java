package dev.ward.report.web;

import dev.ward.report.DraftKind;
import dev.ward.report.KeptDraft;
import java.util.List;

/// A kind of draft in the list of a case.
///
/// @param missing   how many items are not whole
/// @param versions  that were kept, the newest first
public record DraftLine(DraftKind kind, int missing, int items, List<KeptDraft> versions) {

    public DraftLine {
        versions = List.copyOf(versions);
    }
}
