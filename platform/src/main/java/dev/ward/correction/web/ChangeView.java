package dev.ward.correction.web;

import dev.ward.correction.Answers;
import dev.ward.correction.Basis;
import dev.ward.correction.Change;
import dev.ward.correction.Change.Description;
import dev.ward.correction.ChangedRelease;
import dev.ward.correction.Classification;
import dev.ward.correction.Classification.Ending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change as the API shows it.
///
/// @param state      `Routine update`, `Reportable correction`, `Not decided`, `No longer stands`,
///                   `Withdrawn`
/// @param withdrawn  why; null while it is not
record ChangeView(
        UUID id,
        int number,
        String state,
        List<DescriptionView> descriptions,
        List<ClassificationView> classifications,
        @Nullable String withdrawn) {

    record DescriptionView(
            int version,
            String kind,
            String what,
            String compared,
            String when,
            LocalDate day,
            List<ChangedRelease> releases,
            Instant entered,
            String by) {

        static DescriptionView of(Description one) {
            return new DescriptionView(
                    one.version(),
                    one.kind().word(),
                    one.what(),
                    one.compared(),
                    one.made() ? "made" : "planned",
                    one.day(),
                    one.releases(),
                    one.entered(),
                    one.by());
        }
    }

    /// @param ended  null while it stands
    record ClassificationView(
            UUID id,
            int version,
            String outcome,
            Answers answers,
            String annualReport,
            Basis basis,
            Instant signed,
            String by,
            @Nullable Ending ended) {

        static ClassificationView of(Classification one) {
            return new ClassificationView(
                    one.id(),
                    one.version(),
                    one.outcome().word(),
                    one.answers(),
                    one.basis().annual().word(),
                    one.basis(),
                    one.signed(),
                    one.by(),
                    one.ended());
        }
    }

    static ChangeView of(Change one) {
        return new ChangeView(
                one.id(),
                one.number(),
                one.state(),
                one.descriptions().stream().map(DescriptionView::of).toList(),
                one.classifications().stream().map(ClassificationView::of).toList(),
                one.withdrawn() == null ? null : one.withdrawn().because());
    }
}
