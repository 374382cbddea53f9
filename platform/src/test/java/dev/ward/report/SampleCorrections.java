package dev.ward.report;

import dev.ward.correction.AnnualReport;
import dev.ward.correction.Answers;
import dev.ward.correction.Basis;
import dev.ward.correction.Change;
import dev.ward.correction.ChangeKind;
import dev.ward.correction.ChangedRelease;
import dev.ward.correction.Classification;
import dev.ward.correction.Exemption;
import dev.ward.correction.Outcome;
import dev.ward.correction.Recall;
import dev.ward.correction.RecallEntry;
import dev.ward.correction.RecallKind;
import dev.ward.correction.Said;
import dev.ward.standards.due.DueFacts.Determination;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes and recalls as a case keeps them.
final class SampleCorrections {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000004");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private SampleCorrections() {}

    /// Signed as a reportable correction that needs no submission.
    static Change reportable() {
        return change(1, classification(Outcome.REPORTABLE, Said.NO, null), null);
    }

    /// Signed as a routine update under an exemption.
    static Change routine() {
        return change(1, classification(Outcome.ROUTINE, Said.NO, null), null);
    }

    /// Signed with another answer to the premarket question.
    static Change premarket(Said answer) {
        return change(1, classification(Outcome.REPORTABLE, answer, null), null);
    }

    static Change unsigned() {
        return change(1, null, null);
    }

    /// Signed once, on facts that are other ones now.
    static Change fallen() {
        return change(
                1,
                classification(
                        Outcome.REPORTABLE,
                        Said.NO,
                        new Classification.Ending(FullCase.NOW, "The class became another one.", true)),
                null);
    }

    static Change withdrawn() {
        return change(2, null, new Change.Withdrawal(FullCase.NOW, "Rae", "It is not made."));
    }

    private static Change change(int number, @Nullable Classification signed, Change.@Nullable Withdrawal withdrawn) {
        Change.Description description = new Change.Description(
                1,
                ChangeKind.SOFTWARE_UPDATE,
                "The listener takes signed messages alone.",
                "Release 2.1 took any message.",
                true,
                DAY,
                List.of(new ChangedRelease(ID, ID, "Pump Model S 2.1")),
                FullCase.NOW,
                "Rae");
        return new Change(ID, number, List.of(description), signed == null ? List.of() : List.of(signed), withdrawn);
    }

    private static Classification classification(
            Outcome outcome, Said premarket, Classification.@Nullable Ending ended) {
        boolean routine = outcome == Outcome.ROUTINE;
        return new Classification(
                ID,
                1,
                outcome,
                new Answers(
                        Said.YES,
                        "Devices are modified where they stand.",
                        routine ? Exemption.ROUTINE_SERVICING : null,
                        routine ? Said.NO : Said.YES,
                        "By the worksheet.",
                        premarket,
                        "The intended use stays as it is.",
                        null,
                        routine ? "It is servicing as planned." : null),
                new Basis(Determination.UNCONTROLLED, AnnualReport.YES, List.of()),
                FullCase.NOW,
                ID,
                "Rae",
                ended,
                List.of());
    }

    /// With its number, class II, its beginning and one status report.
    static Recall recall() {
        return recallWithout(EnumSet.noneOf(RecallKind.class), "II");
    }

    static Recall recallWithout(RecallKind kind) {
        return recallWithout(EnumSet.of(kind), "II");
    }

    static Recall recallOf(String recallClass) {
        return recallWithout(EnumSet.noneOf(RecallKind.class), recallClass);
    }

    private static Recall recallWithout(Set<RecallKind> kinds, String recallClass) {
        List<RecallEntry> entries = new ArrayList<>();
        entries.add(entry(RecallKind.NUMBER, "Z-0123-2026", null, null));
        entries.add(entry(RecallKind.CLASS, recallClass, null, null));
        entries.add(entry(RecallKind.INITIATED, null, DAY, null));
        entries.add(entry(RecallKind.STATUS, null, DAY.plusDays(7), new RecallEntry.Status(40, 38, 30, 2, null)));
        entries.removeIf(one -> kinds.contains(one.kind()));
        return new Recall(ID, 1, entries);
    }

    private static RecallEntry entry(
            RecallKind kind, @Nullable String said, @Nullable LocalDate day, RecallEntry.@Nullable Status status) {
        return new RecallEntry(UUID.randomUUID(), kind, said, day, status, null, null, FullCase.NOW, "Rae");
    }
}
