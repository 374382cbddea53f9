package dev.ward.report;

import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.CompensatingControl;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.product.DeviceType;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.MarketClass;
import dev.ward.product.Profile;
import dev.ward.product.SubmissionKind;
import dev.ward.reach.ReachedRelease;
import dev.ward.reach.Subject;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EvidenceEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What Ward knows of a case from which drafts are made.
///
/// @param due          what is due, with the facts of the case
/// @param events       what happened to people and devices, but for what was withdrawn
/// @param devices      the types of devices that the case is about, by name
/// @param assessments  what its vulnerabilities mean in each product
/// @param controls     what users are asked to do as long as there is no fix
/// @param subjects     its vulnerabilities, as far as the sources know them
/// @param unheard      the names of those of its vulnerabilities that no source knows: whom they reach
///                     cannot be found
/// @param releases     that are reached, certain ones first
/// @param corrected    the changes of devices and the recalls
public record KnownOfCase(
        CaseDue due,
        List<EventRecord> events,
        List<Described> devices,
        List<AssessmentLine> assessments,
        List<CompensatingControl> controls,
        List<Subject> subjects,
        List<String> unheard,
        List<ReachedRelease> releases,
        Corrected corrected) {

    public KnownOfCase {
        events = List.copyOf(events);
        devices = List.copyOf(devices);
        assessments = List.copyOf(assessments);
        controls = List.copyOf(controls);
        subjects = List.copyOf(subjects);
        unheard = List.copyOf(unheard);
        releases = List.copyOf(releases);
    }

    /// A type of device: a model, or a product that has no models.
    ///
    /// @param name         as people call it: "Infusion pump Model S"
    /// @param profile      what is said of it; a profile of which nothing is said when there is none
    /// @param identifiers  that are on what is reached
    /// @param submissions  of the releases that are reached; of all when none of them is
    /// @param reached      whether one of its releases is reached for certain
    public record Described(
            DeviceType type,
            String product,
            String name,
            Profile profile,
            List<LinkedIdentifier> identifiers,
            List<Submitted> submissions,
            boolean reached) {

        public Described {
            identifiers = List.copyOf(identifiers);
            submissions = List.copyOf(submissions);
        }

        /// The page on which its profile is edited.
        public String href() {
            return type.model() == null ? "/products/" + type.product() : "/models/" + type.model();
        }

        public @Nullable MarketClass in(String market) {
            return profile.classification().find(market).orElse(null);
        }

        public List<Submitted> submissions(String market) {
            return submissions.stream()
                    .filter(one -> one.market().equals(market))
                    .toList();
        }
    }

    /// A submission or certificate under which something is on a market.
    public record Submitted(
            String market,
            String kind,
            @Nullable String number,
            @Nullable LocalDate decided) {

        /// "510(k) K123456"
        public String words() {
            String title =
                    SubmissionKind.find(market, kind).map(SubmissionKind::title).orElse(kind);
            return number == null ? title : title + " " + number;
        }
    }

    public VulnerabilityCase subject() {
        return due.subject();
    }

    /// Those on a market, or of which nobody has said on which market they are.
    public List<Described> on(String market) {
        return devices.stream()
                .filter(one -> one.profile().classification().markets().isEmpty() || one.in(market) != null)
                .toList();
    }

    /// What counts of what was entered of a type, in the order in which it was entered.
    public List<EvidenceEntry> evidence(String type) {
        return due.dossier().evidence().stream()
                .filter(EvidenceEntry::counts)
                .filter(one -> one.type().equals(type))
                .toList();
    }

    /// Reached for certain.
    public UUID[] certain() {
        return releases.stream()
                .filter(ReachedRelease::certain)
                .map(ReachedRelease::id)
                .toArray(UUID[]::new);
    }
}
