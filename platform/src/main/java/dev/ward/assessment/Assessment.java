package dev.ward.assessment;

import dev.ward.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One vulnerability in some releases of one product, as it is worked on.
///
/// @param vulnerability    as it is called: a CVE id, or a name of our own
/// @param vulnerabilityId  as the sources know it; null while none tells of it
/// @param version          of the decision that is worked on, from 1
/// @param revision         grows with each change
/// @param mitigation       null where it was decided before options were asked for
/// @param releases         in the product's order
public record Assessment(
        AssessmentId id,
        String vulnerability,
        @Nullable UUID vulnerabilityId,
        ProductId product,
        String productName,
        int version,
        AssessmentState state,
        int revision,
        ExploitabilityPart exploitability,
        HarmPart harm,
        DeterminationPart determination,
        @Nullable MitigationPart mitigation,
        List<Place> releases,
        Instant opened,
        Instant changed) {

    public Assessment {
        releases = List.copyOf(releases);
    }

    /// A release and whether the vulnerability is in it.
    ///
    /// @param name           as people call it: "Infusion pump 2.1"
    /// @param released       null when it is not released, or the date is not known
    /// @param justification  of an absence; null otherwise
    /// @param recheckOn      until when an undetermined one may stand, treated as present; null otherwise
    public record Place(
            UUID release,
            String name,
            @Nullable LocalDate released,
            boolean archived,
            Presence presence,
            @Nullable Justification justification,
            String evidence,
            @Nullable LocalDate recheckOn) {

        /// Whether it counts as affected in every judgement.
        public boolean counts() {
            return presence != Presence.ABSENT;
        }
    }

    Assessment with(ExploitabilityPart part) {
        return copy(version, state, vulnerabilityId, part, harm, determination, mitigation, changed);
    }

    Assessment with(HarmPart part) {
        return copy(version, state, vulnerabilityId, exploitability, part, determination, mitigation, changed);
    }

    Assessment with(DeterminationPart part) {
        return copy(version, state, vulnerabilityId, exploitability, harm, part, mitigation, changed);
    }

    Assessment with(MitigationPart part) {
        return copy(version, state, vulnerabilityId, exploitability, harm, determination, part, changed);
    }

    Assessment with(AssessmentState other) {
        return copy(version, other, vulnerabilityId, exploitability, harm, determination, mitigation, changed);
    }

    Assessment at(Instant now) {
        return copy(version, state, vulnerabilityId, exploitability, harm, determination, mitigation, now);
    }

    /// The next version, open again.
    ///
    /// @param id  of the vulnerability, as the sources know it now
    Assessment anew(@Nullable UUID id, Instant now) {
        return copy(
                version + 1,
                AssessmentState.OPEN,
                id,
                exploitability,
                harm,
                determination.withoutEffects(),
                mitigation == null ? MitigationPart.from(determination) : mitigation,
                now);
    }

    private Assessment copy(
            int newVersion,
            AssessmentState newState,
            @Nullable UUID newVulnerabilityId,
            ExploitabilityPart newExploitability,
            HarmPart newHarm,
            DeterminationPart newDetermination,
            @Nullable MitigationPart newMitigation,
            Instant now) {
        return new Assessment(
                id,
                vulnerability,
                newVulnerabilityId,
                product,
                productName,
                newVersion,
                newState,
                revision,
                newExploitability,
                newHarm,
                newDetermination,
                newMitigation,
                releases,
                opened,
                now);
    }

    /// Whether the vulnerability is in no release at all.
    public boolean isAbsent() {
        return releases.stream().noneMatch(Place::counts);
    }

    public String title() {
        return vulnerability + " in " + productName;
    }
}
