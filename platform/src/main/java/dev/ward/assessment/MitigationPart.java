package dev.ward.assessment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was answered of what is done about the vulnerability, and of all that this touches.
///
/// @param options         what was weighed; one of each kind at the most
/// @param measures        for the essential functions that are compromised
/// @param noConsultation  why nobody was asked; empty where somebody was, or where nobody has said so
/// @param noLinks         why there is no record of a kind in the quality system
/// @param artefacts       what has to be changed in which document of the design
/// @param noArtefacts     why none is touched
public record MitigationPart(
        List<Option> options,
        List<Measure> measures,
        List<Consultation> consultations,
        String noConsultation,
        List<QualityLink> links,
        Map<QualityRecord, String> noLinks,
        Map<Artefact, String> artefacts,
        String noArtefacts) {

    static final MitigationPart EMPTY =
            new MitigationPart(List.of(), List.of(), List.of(), "", List.of(), Map.of(), Map.of(), "");

    public MitigationPart {
        options = List.copyOf(options);
        measures = List.copyOf(measures);
        consultations = List.copyOf(consultations);
        links = List.copyOf(links);
        noLinks = Map.copyOf(noLinks);
        artefacts = Map.copyOf(artefacts);
    }

    /// @param choice   null while it is not said
    /// @param why      it was chosen, rejected or is not possible
    /// @param aspects  in words; what is not said has none
    public record Option(OptionKind kind, @Nullable OptionChoice choice, String why, Map<Aspect, String> aspects) {

        public Option {
            aspects = Map.copyOf(aspects);
        }
    }

    /// @param function    of the essential performance of a model
    /// @param words       the measures, one a line
    /// @param noneReason  why none applies; empty where there is one
    public record Measure(UUID function, MeasureKind kind, String words, String noneReason) {}

    /// @param who     "Head nurse of the ICU, Lakeside Hospital"
    /// @param answer  ours
    public record Consultation(
            String who, ConsultedSide side, LocalDate on, String said, String answer, Objection objection) {}

    /// @param id      by which the other system knows it
    /// @param system  which that is
    /// @param state   there, when it was looked at
    public record QualityLink(QualityRecord kind, String id, String system, String state) {}

    /// Begins with what was said of controls before options were asked for.
    static MitigationPart from(DeterminationPart determination) {
        if (determination.effects().isEmpty()) {
            return EMPTY;
        }
        Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
        determination.effects().forEach((effect, words) -> aspects.put(Aspect.valueOf(effect.name()), words));
        return new MitigationPart(
                List.of(new Option(OptionKind.COMPENSATING_CONTROL, null, "", aspects)),
                List.of(),
                List.of(),
                "",
                List.of(),
                Map.of(),
                Map.of(),
                "");
    }

    /// Without measures for functions that are not compromised any more.
    MitigationPart of(HarmPart harm) {
        Set<UUID> functions =
                harm.compromised().stream().map(HarmPart.Compromised::function).collect(Collectors.toSet());
        return new MitigationPart(
                options,
                measures.stream()
                        .filter(measure -> functions.contains(measure.function()))
                        .toList(),
                consultations,
                noConsultation,
                links,
                noLinks,
                artefacts,
                noArtefacts);
    }

    public @Nullable Option option(OptionKind kind) {
        return options.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
    }

    public Optional<Measure> measure(UUID function, MeasureKind kind) {
        return measures.stream()
                .filter(one -> one.function().equals(function) && one.kind() == kind)
                .findFirst();
    }

    public List<OptionKind> chosen() {
        return options.stream()
                .filter(one -> one.choice() == OptionChoice.CHOSEN)
                .map(Option::kind)
                .toList();
    }

    public List<QualityLink> links(QualityRecord kind) {
        return links.stream().filter(one -> one.kind() == kind).toList();
    }

    /// Consultations whose objection nobody has settled.
    public List<Consultation> objections() {
        return consultations.stream()
                .filter(one -> one.objection() == Objection.OPEN)
                .toList();
    }
}
