package dev.ward.assessment;

import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signable;
import java.util.UUID;

/// All of a compensating control that is signed.
///
/// @param original  the risk that it stands against
/// @param cells     what the matrix says of the risk without it, with it, and of its own
/// @param matrix    which matrix that is
record ControlContent(
        int layout,
        UUID control,
        UUID assessment,
        String vulnerability,
        UUID product,
        ControlDraft draft,
        ControlRisk original,
        Cells cells,
        String matrix) {

    private static final int LAYOUT = 1;

    /// A control is signed once; another one takes the place of one that was issued.
    static final int VERSION = 1;

    record Cells(String original, String residual, String own) {}

    static ControlContent of(CompensatingControl control, ControlRisk original, Matrix matrix) {
        ControlDraft draft = control.draft();
        return new ControlContent(
                LAYOUT,
                control.id().value(),
                control.assessment().value(),
                control.vulnerability(),
                control.product().value(),
                draft,
                original,
                new Cells(
                        original.words(matrix),
                        draft.residual().words(matrix),
                        draft.own().words(matrix)),
                matrix.id());
    }

    Signable signable(Discipline discipline) {
        return new Signable(
                CompensatingControl.RECORD,
                control,
                VERSION,
                discipline.word(),
                CanonicalRecord.of(this),
                switch (discipline) {
                    case SECURITY -> "I answer for what this control does to the vulnerability's risk.";
                    case CLINICAL_SAFETY ->
                        "I answer for the control's own risk: it is not greater than the one that it stands against.";
                });
    }
}
