package dev.ward.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ward.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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

    /// Evidence on which an answer rests.
    ///
    /// @param key    where it is found
    /// @param words  who said what when, as it was when the answer was given
    public record Ground(String key, String words) {}

    /// A configuration in which a release runs, and whether the vulnerability is in it there.
    ///
    /// @param justification  of an absence; null otherwise
    /// @param recheckOn      until when an undetermined one may stand; null otherwise
    /// @param leansOn        the evidence of others on which an absence rests
    public record Configured(
            UUID configuration,
            String name,
            Presence presence,
            @Nullable Justification justification,
            String evidence,
            @Nullable LocalDate recheckOn,
            List<Ground> leansOn) {

        public Configured {
            leansOn = List.copyOf(leansOn);
        }

        /// Whether it counts as affected.
        public boolean counts() {
            return presence != Presence.ABSENT;
        }

        private int weakness() {
            return justification == null ? 0 : justification.ordinal();
        }

        /// What is worst of them rules. What nobody has looked at yet is less than what is there, and
        /// never absent. Of reasons to be absent the weakest rules, which claims the least of the others.

        static Configured worst(List<Configured> some) {
            return some.stream()
                    .min(Comparator.<Configured>comparingInt(one -> WORST_FIRST.indexOf(one.presence()))
                            .thenComparing(Configured::weakness, Comparator.reverseOrder()))
                    .orElseThrow();
        }
    }

    private static final List<Presence> WORST_FIRST =
            List.of(Presence.PRESENT, Presence.UNDETERMINED, Presence.UNDER_INVESTIGATION, Presence.ABSENT);

    /// A release and whether the vulnerability is in it.
    ///
    /// @param name           as people call it: "Infusion pump 2.1"
    /// @param released       null when it is not released, or the date is not known
    /// @param justification  of an absence; null otherwise
    /// @param recheckOn      until when an undetermined one may stand, treated as present; null
    ///                       otherwise
    /// @param leansOn        the evidence of others on which an absence rests, as it was then
    /// @param configurations  those in which it runs, when it is answered by them; else empty
    public record Place(
            UUID release,
            String name,
            @Nullable LocalDate released,
            boolean archived,
            Presence presence,
            @Nullable Justification justification,
            String evidence,
            @Nullable LocalDate recheckOn,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Ground> leansOn,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Configured> configurations) {

        public Place {
            leansOn = leansOn == null ? List.of() : List.copyOf(leansOn);
            configurations = configurations == null ? List.of() : List.copyOf(configurations);
        }

        /// One that is answered as a whole and leans on nothing.
        public Place(
                UUID release,
                String name,
                @Nullable LocalDate released,
                boolean archived,
                Presence presence,
                @Nullable Justification justification,
                String evidence,
                @Nullable LocalDate recheckOn) {
            this(release, name, released, archived, presence, justification, evidence, recheckOn, List.of(), List.of());
        }

        /// Never null; the first layouts of decisions had none.
        @Override
        public List<Ground> leansOn() {
            return leansOn == null ? List.of() : leansOn;
        }

        /// Never null; the first layouts of decisions had none.
        @Override
        public List<Configured> configurations() {
            return configurations == null ? List.of() : configurations;
        }

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
                determination.anew(),
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
