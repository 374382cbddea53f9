package dev.ward.report;

import dev.ward.correction.Answers;
import dev.ward.correction.Change;
import dev.ward.correction.Classification;
import dev.ward.correction.Outcome;
import dev.ward.correction.Recall;
import dev.ward.correction.RecallEntry;
import dev.ward.correction.RecallEntry.Status;
import dev.ward.correction.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was done to devices in the field for a case, as drafts say it.
///
/// @param changes  in their order, but for those that were withdrawn
/// @param recalls  in their order
public record Corrected(List<Change> changes, List<Recall> recalls) {

    /// What of a class is a risk to health, and has to be reported.
    ///
    /// Source: 21 CFR 7.3(m), 806.2(k).
    private static final Set<String> RISK = Set.of("I", "II");

    public Corrected {
        changes = changes.stream().filter(one -> one.withdrawn() == null).toList();
        recalls = List.copyOf(recalls);
    }

    static String title(Change one) {
        return "Change %d".formatted(one.number());
    }

    /// "made on 2026-11-01", or "planned for" it.
    static String when(Change one) {
        return "%s %s"
                .formatted(
                        one.description().made() ? "made on" : "planned for",
                        one.description().day());
    }

    static String releases(Change one) {
        return String.join(
                ", ",
                one.description().releases().stream()
                        .map(release -> release.name())
                        .toList());
    }

    /// Each change in a line, with the comparison.
    List<String> changed() {
        return changes.stream()
                .map(one -> "%s (%s, %s), of %s: %s\nCompared with the version before: %s"
                        .formatted(
                                title(one),
                                one.description().kind().title().toLowerCase(Locale.ROOT),
                                when(one),
                                releases(one),
                                one.description().what(),
                                one.description().compared()))
                .toList();
    }

    /// When each change was made, or for when it is planned.
    List<String> schedule() {
        return changes.stream()
                .map(one -> "%s (%s): %s"
                        .formatted(title(one), one.description().kind().title().toLowerCase(Locale.ROOT), when(one)))
                .toList();
    }

    /// Of which changes nothing stands that was signed, and why.
    List<String> unsigned() {
        return changes.stream()
                .filter(one -> one.standing() == null)
                .map(one -> {
                    Classification fallen = one.fallen();
                    return fallen == null || fallen.ended() == null
                            ? "%s: nobody has signed it".formatted(title(one))
                            : "%s: what was signed stands no longer (%s)"
                                    .formatted(title(one), fallen.ended().because());
                })
                .toList();
    }

    /// What was signed of each change and stands.
    Stream<Standing> standing() {
        return changes.stream()
                .flatMap(one -> Stream.ofNullable(one.standing()).map(signed -> new Standing(one, signed)));
    }

    record Standing(Change change, Classification signed) {

        Answers answers() {
            return signed.answers();
        }

        boolean isRoutine() {
            return signed.outcome() == Outcome.ROUTINE;
        }

        /// "Yes, 510(k)", with the reason.
        String premarket() {
            return "%s: whether a submission is needed before it is distributed: %s. %s (signed by %s)"
                    .formatted(
                            title(change),
                            answers().submission() == null
                                    ? answers().premarket().title()
                                    : "%s, %s"
                                            .formatted(
                                                    answers().premarket().title(),
                                                    answers().submission().title()),
                            answers().premarketReason(),
                            signed.by());
        }

        /// Null unless it is a routine update.
        @Nullable
        String rationale() {
            return answers().justification() == null
                    ? null
                    : "%s: %s".formatted(title(change), answers().justification());
        }
    }

    /// Of which changes nobody has signed whether they need a submission.
    List<String> premarketOpen() {
        return changes.stream()
                .filter(one -> one.standing() == null
                        || Objects.requireNonNull(one.standing()).answers().premarket() == Said.UNDETERMINED)
                .map(Corrected::title)
                .toList();
    }

    /// Where the answer for the whole case is another one than that of a change.
    ///
    /// @param answer  `yes` or `no`
    List<String> premarketOtherThan(String answer) {
        return standing()
                .filter(one -> one.answers().premarket() != Said.UNDETERMINED
                        && !one.answers().premarket().word().equals(answer))
                .map(one -> title(one.change()))
                .toList();
    }

    /// "Recall Z-0123-2026, class II; initiated on 2026-10-10; not terminated"
    static String words(Recall one) {
        return "%s, %s; %s; %s"
                .formatted(
                        one.title(),
                        classWords(one),
                        one.initiated() == null
                                ? "when it was initiated is not entered"
                                : "initiated on " + one.initiated(),
                        terminated(one));
    }

    static String classWords(Recall one) {
        return one.recallClass() == null ? "not classified yet" : "class " + one.recallClass();
    }

    static String terminated(Recall one) {
        LocalDate terminated = one.terminated();
        if (terminated != null) {
            return "terminated on " + terminated;
        }
        return one.terminationRequested() == null
                ? "not terminated"
                : "termination requested on %s".formatted(one.terminationRequested());
    }

    /// Recalls without something, by name.
    ///
    /// @param known  what of it; null when it is not entered
    List<String> recallsWithout(Function<Recall, @Nullable Object> known) {
        return recalls.stream()
                .filter(one -> known.apply(one) == null)
                .map(Recall::title)
                .toList();
    }

    /// The newest status report of each recall that has one.
    List<String> progress() {
        List<String> lines = new ArrayList<>();
        for (Recall one : recalls) {
            if (!one.reports().isEmpty()) {
                lines.add("%s: %s".formatted(one.title(), figures(one.reports().getLast())));
            }
        }
        return lines;
    }

    static String figures(RecallEntry report) {
        Status status = Objects.requireNonNull(report.status());
        return "%d consignees told, %d of them answered, %d units corrected, %d returned, by the status report of %s"
                .formatted(status.notified(), status.responding(), status.corrected(), status.returned(), report.day());
    }

    /// Recalls of a class that is a risk to health.
    List<Recall> risky() {
        return recalls.stream()
                .filter(one -> one.recallClass() != null && RISK.contains(one.recallClass()))
                .toList();
    }
}
